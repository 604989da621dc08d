//! The variables of Keras as tensors of PyTorch.
//!
//! | in Keras | here |
//! |---|---|
//! | `kernel` `[in, out]`, `[k, in, out]`, `[h, w, in, out]` | `weight` `[out, in]`, `[out, in, k]`, `[out, in, h, w]` |
//! | `kernel` `[h, w, out, in]` of a transposed convolution | `weight` `[in, out, h, w]`: turned in the same way |
//! | `depthwise_kernel` `[h, w, in, m]`, or a `kernel` for filters of one channel | `weight` `[in * m, 1, h, w]` |
//! | `gamma`, `beta`, `moving_mean`, `moving_variance` | `weight`, `bias`, `running_mean`, `running_var` |
//! | `embeddings`, `scale` without a `mean` | `weight` |
//! | `kernel` `[in, gates * h]`, `recurrent_kernel` `[h, gates * h]` | `weight_ih_l0`, `weight_hh_l0`, rows of gates |
//! | `bias` of an LSTM or a `SimpleRNN` | `bias_ih_l0`, and a `bias_hh_l0` of zeros |
//! | `bias` `[2, 3 * h]` of a GRU | `bias_ih_l0` and `bias_hh_l0` |
//!
//! An LSTM has its gates in PyTorch's order (input, forget, cell, output). A GRU has update, reset, new, where PyTorch has reset, update, new.
//! Sources: `keras/src/layers/rnn/{lstm,gru}.py` and `torch/nn/modules/rnn.py`, whose documentation has the formulas.

use std::collections::HashMap;
use std::fmt;

use crate::{Entry, OptionError};

/// Why a variable of Keras is no tensor of a layer here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KerasFault {
    /// A kernel has neither two nor three nor four extents.
    Rank,
    /// It belongs to an attention, whose heads are extents of their own.
    Attention,
    /// It belongs to a separable convolution, which is two layers here.
    Separable,
    /// It belongs to a recurrent layer whose gates are not those of a known one.
    Gates,
    /// It is the bias of a GRU whose reset gate acts before the product.
    ResetBefore,
    /// It lies column by column, and two of its extents are to become one.
    Columns,
}

impl fmt::Display for KerasFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rank => "is no kernel of a layer here: those of Keras have 2, 3 or 4 extents",
            Self::Attention => {
                "belongs to an attention, whose layout in Keras is not read\n\
                 help: write its matrices to the file as PyTorch has them: `in_proj_weight`, `out_proj.weight`"
            }
            Self::Separable => {
                "belongs to a separable convolution, which is two layers here\n\
                 help: declare a convolution with `groups` and one with `kernel = 1`, and give each its tensors: \
                 `rename(\"sep.depthwise_kernel\" = \"depth.depthwise_kernel\", \"sep.pointwise_kernel\" = \"point.kernel\", \
                 \"sep.bias\" = \"point.bias\")`"
            }
            Self::Gates => {
                "belongs to no recurrent layer here: an LSTM has 4 columns for each unit, a GRU has 3, a `SimpleRNN` has 1"
            }
            Self::ResetBefore => {
                "is the bias of a GRU with `reset_after=False`, which is another cell than PyTorch's\n\
                 help: train it with `reset_after=True`, Keras's default; its bias then has the shape [2, 3 * units]"
            }
            Self::Columns => "lies column by column: save it as it is, without a `.T` of NumPy",
        })
    }
}

/// The name of a variable as levels: `sequential/dense/kernel`, and `dense/kernel:0` of TensorFlow.
pub(crate) fn levels(name: &str) -> String {
    let name = name.strip_suffix(":0").unwrap_or(name);
    name.replace('/', ".")
}

/// Where a variable belongs.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Owner {
    /// Its layer, with the dot behind it.
    layer: String,
    is_reverse: bool,
}

/// The layer of a variable and what that calls it. The level of a cell is left out, and before it that of a direction.
fn owner(name: &str) -> (Owner, &str) {
    let (front, part) = name.rsplit_once('.').unwrap_or(("", name));
    let mut levels: Vec<&str> = front.split('.').filter(|level| !level.is_empty()).collect();
    let is_cell = |level: &&str| {
        let number = level.trim_end_matches(|letter: char| letter.is_ascii_digit());
        matches!(number.strip_suffix('_').unwrap_or(number), "lstm_cell" | "gru_cell" | "simple_rnn_cell")
    };
    let mut is_reverse = false;
    if levels.last().is_some_and(is_cell) {
        levels.pop();
        let direction = levels.last().copied().unwrap_or_default();
        is_reverse = direction.starts_with("backward_");
        if is_reverse || direction.starts_with("forward_") {
            levels.pop();
        }
    }
    let layer = levels.iter().flat_map(|level| [level, "."]).collect();
    (Owner { layer, is_reverse }, part)
}

/// How many units a recurrent layer has, and how many gates each.
#[derive(Clone, Copy)]
struct Cell {
    units: usize,
    gates: Option<usize>,
}

/// The entries of a file of Keras as PyTorch has them.
///
/// `second` answers which second extent the tensor of a name is to have.
pub(crate) fn turn<'a>(
    entries: Vec<Entry<'a>>,
    second: &dyn Fn(&str) -> Option<usize>,
    errors: &mut Vec<OptionError>,
) -> Vec<Entry<'a>> {
    let mut cells = HashMap::new();
    let mut with_mean = Vec::new();
    for entry in &entries {
        match (owner(&entry.name), &entry.dims[..]) {
            ((owner, "recurrent_kernel"), &[units, columns]) => {
                let gates = [1, 3, 4].into_iter().find(|gates| units.checked_mul(*gates) == Some(columns));
                cells.insert(owner, Cell { units, gates });
            }
            ((owner, "mean"), _) => with_mean.push(owner.layer),
            _ => {}
        }
    }
    let mut turned = Vec::with_capacity(entries.len());
    for entry in entries {
        let (written, dims) = (entry.written.clone(), entry.stored.clone());
        let (owner, part) = owner(&entry.name);
        // The state of a layer's random numbers, which no network here has.
        if part == "seed_generator_state" {
            continue;
        }
        let part = part.to_owned();
        let result = match cells.get(&owner) {
            Some(cell) => recurrent(entry, &owner, &part, *cell),
            None if part == "scale" && with_mean.contains(&owner.layer) => Ok(vec![entry]),
            None => plain(entry, &owner.layer, &part, second).map(|entry| vec![entry]),
        };
        match result {
            Ok(entries) => turned.extend(entries),
            // All matrices of an attention are one mistake.
            Err(KerasFault::Attention) if errors.iter().any(is_attention) => {}
            Err(why) => errors.push(OptionError::Keras { tensor: written, dims, why }),
        }
    }
    turned
}

fn is_attention(error: &OptionError) -> bool {
    matches!(error, OptionError::Keras { why: KerasFault::Attention, .. })
}

/// A variable of a layer that is not recurrent.
fn plain<'a>(
    entry: Entry<'a>,
    layer: &str,
    part: &str,
    second: &dyn Fn(&str) -> Option<usize>,
) -> Result<Entry<'a>, KerasFault> {
    let called = |part: &str| format!("{layer}{part}");
    let last = layer.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    let is_attention = matches!(last, "query" | "key" | "value" | "attention_output") && entry.dims.len() > 2;
    match (part, &entry.dims[..]) {
        ("kernel", _) if is_attention => Err(KerasFault::Attention),
        ("kernel", [_, _]) => Ok(permuted(entry, called("weight"), &[1, 0])),
        ("kernel" | "depthwise_kernel", &[_, channels, filters] | &[_, _, channels, filters]) => {
            let is_alone = part == "depthwise_kernel" || channels > 1 && second(&called("weight")) == Some(1);
            if is_alone {
                let (places, window) = (entry.places.merged(&entry.dims), &entry.dims[..entry.dims.len() - 2]);
                let dims = [&[channels.saturating_mul(filters), 1], window].concat();
                return Ok(Entry { name: called("weight"), dims, places: places.ok_or(KerasFault::Columns)?, ..entry });
            }
            let order: &[usize] = if entry.dims.len() == 3 { &[2, 1, 0] } else { &[3, 2, 0, 1] };
            Ok(permuted(entry, called("weight"), order))
        }
        ("kernel" | "depthwise_kernel", _) => Err(KerasFault::Rank),
        ("pointwise_kernel", _) => Err(KerasFault::Separable),
        ("gamma" | "embeddings" | "scale", _) => Ok(Entry { name: called("weight"), ..entry }),
        ("beta", _) => Ok(Entry { name: called("bias"), ..entry }),
        ("moving_mean", _) => Ok(Entry { name: called("running_mean"), ..entry }),
        ("moving_variance", _) => Ok(Entry { name: called("running_var"), ..entry }),
        _ => Ok(entry),
    }
}

/// A variable of a recurrent layer.
fn recurrent<'a>(
    entry: Entry<'a>,
    owner: &Owner,
    part: &str,
    Cell { units, gates }: Cell,
) -> Result<Vec<Entry<'a>>, KerasFault> {
    let reverse = if owner.is_reverse { "_reverse" } else { "" };
    let called = |part: &str| format!("{}{part}_l0{reverse}", owner.layer);
    let gates = gates.ok_or(KerasFault::Gates)?;
    // Where the rows are others than the gates have, the shape will be told.
    let gated = |entry: Entry<'a>| {
        let is_gru = gates == 3 && entry.dims.first() == Some(&(3 * units));
        let places = if is_gru { entry.places.swapped(units) } else { entry.places };
        Entry { places, ..entry }
    };
    match (part, &entry.dims[..]) {
        ("kernel", [_, _]) => Ok(vec![gated(permuted(entry, called("weight_ih"), &[1, 0]))]),
        ("recurrent_kernel", _) => Ok(vec![gated(permuted(entry, called("weight_hh"), &[1, 0]))]),
        ("bias", &[2, count]) if gates == 3 => {
            let row = |row, name| {
                let (dims, places) = (vec![count], entry.places.row(row));
                gated(Entry { name, dims, places, ..entry.clone() })
            };
            Ok(vec![row(0, called("bias_ih")), row(1, called("bias_hh"))])
        }
        ("bias", [_]) if gates == 3 => Err(KerasFault::ResetBefore),
        ("bias", [_]) => {
            let zeros = Entry::zeros(called("bias_hh"), &entry, entry.dims.clone());
            Ok(vec![Entry { name: called("bias_ih"), ..entry }, zeros])
        }
        _ => Ok(vec![entry]),
    }
}

fn permuted<'a>(entry: Entry<'a>, name: String, order: &[usize]) -> Entry<'a> {
    let dims = order.iter().map(|&i| entry.dims[i]).collect();
    Entry { name, dims, places: entry.places.permuted(order), ..entry }
}

#[cfg(test)]
mod tests;
