//! `#[weights("model.safetensors")]`: the file against the layer list, while the macro expands.
//!
//! Every tensor of the list must be in the file with its exact shape and finite values, and every tensor of the file in
//! the list. What comes out are the bytes of the struct, so that the program reads no file and converts nothing. Of a layer that is a type
//! of the user's, what the file has under its name goes to rustc as it is: the type says what is to be there. So does that of what was
//! saved beside the network.

mod beside;
mod foreign;
mod in_file;

use std::collections::HashSet;

use proc_macro2::TokenStream;

use crate::catalog::{Given, Level, Order, Sizes, Tensor, nearest};
use crate::errors::{Errors, weights as texts};
use crate::lower::File;
use crate::model::{Check, Kind, Layer, Question};
use crate::safetensors::{Entry, ValueError, parse};
use crate::sizes::{Shape, Size};
pub(crate) use beside::Beside;
use foreign::behind;
pub(crate) use foreign::{Foreign, Stored};
use in_file::{as_in_file, recurrent_in_file};

/// The weights of a whole network.
pub(crate) struct Embedded {
    /// The file as the user wrote it.
    pub(crate) file: String,
    /// What is in the file beside the network, without what is left out.
    pub(crate) beside: Vec<Beside>,
    /// `None` behind a mistake.
    pub(crate) content: Option<Content>,
}

/// What a file of weights comes to.
pub(crate) struct Content {
    /// Where the file lies.
    pub(crate) path: String,
    /// The struct, in the order of memory.
    pub(crate) pieces: Vec<Piece>,
    /// Whether some size of the list was left to rustc.
    pub(crate) deferred: bool,
}

impl Embedded {
    /// Behind a mistake.
    pub(crate) fn without_content(literal: &File) -> Self {
        Self { file: literal.path.clone(), beside: beside::declared(literal), content: None }
    }
}

/// A part of a struct.
pub(crate) enum Piece {
    /// The bytes of built-in layers, little-endian.
    BuiltIn(Vec<u8>),
    Foreign(Foreign),
}

/// A file being compared with a layer list.
struct Reader<'a> {
    file: &'a str,
    entries: &'a [Entry<'a>],
    /// The tensors that a layer takes, or that a message speaks of.
    seen: HashSet<&'a str>,
    pieces: Vec<Piece>,
    checks: Vec<Check>,
    /// The sizes that have a check, with the number in the file.
    checked: HashSet<(String, usize)>,
    /// Whether the layer before has another number of outputs in the file: then the next one's inputs tell nothing new.
    upset: bool,
    /// The names of all tensors of the list.
    expected: &'a [String],
    /// Tensors whose values cannot be used: the layer, and why.
    unusable: Vec<(TokenStream, ValueError)>,
    errors: &'a mut Errors,
}

/// The names of all tensors that built-in layers have, in order.
fn names(layers: &[Layer], prefix: &str) -> Vec<String> {
    let of_layer = |layer: &Layer| match &layer.kind {
        Kind::BuiltIn(built_in) => {
            let present = built_in.entry.tensors(&layer.given(built_in), &built_in.switched_off());
            present.into_iter().map(|tensor| format!("{prefix}{}.{}", layer.part, tensor.name)).collect()
        }
        Kind::Block { .. } => {
            let branches = layer.branches(&format!("{prefix}{}", layer.part));
            branches.iter().flat_map(|(name, branch)| names(&branch.layers, &format!("{name}."))).collect()
        }
        Kind::Custom(_) => Vec::new(),
    };
    layers.iter().flat_map(of_layer).collect()
}

/// The names of all layers whose tensors only rustc knows.
fn foreign_names(layers: &[Layer], prefix: &str) -> Vec<String> {
    let of_layer = |layer: &Layer| match &layer.kind {
        Kind::BuiltIn(_) => Vec::new(),
        Kind::Block { .. } => {
            let branches = layer.branches(&format!("{prefix}{}", layer.part));
            branches.iter().flat_map(|(name, branch)| foreign_names(&branch.layers, &format!("{name}."))).collect()
        }
        Kind::Custom(_) => vec![format!("{prefix}{}", layer.part)],
    };
    layers.iter().flat_map(of_layer).collect()
}

/// Reads the file that `literal` names. Sizes that only rustc knows become checks.
///
/// `part` is what all names of tensors begin with.
pub(crate) fn read(
    literal: &File,
    layers: &[Layer],
    part: Option<&str>,
    errors: &mut Errors,
) -> (Embedded, Vec<Check>) {
    let file = literal.path.clone();
    let path = literal.locate();
    let nothing = (Embedded::without_content(literal), Vec::new());
    let content = match std::fs::read(&path) {
        Ok(content) => content,
        Err(error) => {
            errors.push(&literal.tokens, texts::unreadable(&file, &path, &error));
            return nothing;
        }
    };
    let mut entries = match parse(&content) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(&literal.tokens, texts::damaged(&file, &error));
            return nothing;
        }
    };
    // What a checkpoint keeps beside its network, and how many batches PyTorch has normalised, which no layer asks.
    entries.retain(|entry| !entry.name.starts_with('@') && !entry.name.ends_with(".num_batches_tracked"));
    let prefix = part.map_or_else(String::new, |part| format!("{part}."));
    let (expected, foreign) = (names(layers, &prefix), foreign_names(layers, &prefix));
    let is_foreign = |tensor: &&str| foreign.iter().any(|layer| behind(tensor, layer).is_some());
    let mut reader = Reader {
        file: &file,
        entries: &entries,
        seen: entries.iter().map(|entry| entry.name.as_str()).filter(is_foreign).collect(),
        pieces: Vec::new(),
        checks: Vec::new(),
        checked: HashSet::new(),
        upset: false,
        unusable: Vec::new(),
        expected: &expected,
        errors,
    };
    let is_there = |name: &String| entries.iter().any(|entry| entry.name == *name);
    if expected.len() > 1 && !entries.is_empty() && reader.seen.is_empty() && !expected.iter().any(is_there) {
        let found: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        reader.errors.push(&literal.tokens, texts::nothing_fits(&file, &expected, &found));
        return nothing;
    }
    reader.layers(layers, &prefix);
    let beside = reader.beside(literal);
    reader.report_unusable();
    let seen = &reader.seen;
    let extra: Vec<&str> =
        entries.iter().map(|entry| entry.name.as_str()).filter(|name| !seen.contains(name)).collect();
    if !extra.is_empty() {
        let text = match beside::scalers(&entries, &extra) {
            Some(scalers) => texts::extra_scalers(&file, &extra, &scalers),
            None => texts::extra(&file, &extra, foreign::meant(&reader.pieces, &extra)),
        };
        reader.errors.push(&literal.tokens, text);
    }
    let Reader { pieces, checks, .. } = reader;
    let path = path.to_string_lossy().into_owned();
    let content = Content { path, pieces, deferred: !checks.is_empty() };
    (Embedded { file, beside, content: Some(content) }, checks)
}

/// The bytes of values that stand row by row, in the order of memory.
fn in_memory(values: &[f32], dims: &[usize], order: Order) -> Vec<u8> {
    let columns = match order {
        Order::RowMajor => 1,
        Order::ColumnMajor => dims[1..].iter().product(),
    };
    let in_order = (0..columns).flat_map(|column| values.iter().skip(column).step_by(columns));
    in_order.flat_map(|value| value.to_le_bytes()).collect()
}

/// Which extents of a tensor follow from what comes into its layer: those that another input would change.
fn follow_input(tensor: &Tensor, given: &Given<'_>) -> Vec<bool> {
    // Twice as much, which groups of channels divide as well.
    let grown = |size: Size| size.times(2);
    let input = match given.input {
        Shape::Dims(sizes) => Shape::Dims(sizes.iter().cloned().map(grown).collect()),
        Shape::Words(..) | Shape::Custom(_) => Shape::vector(grown(given.input.len())),
    };
    let other = (tensor.dims)(&Given { input: &input, ..*given });
    (tensor.dims)(given).iter().zip(&other).map(|(size, other)| !size.same(other)).collect()
}

impl Reader<'_> {
    fn layers(&mut self, layers: &[Layer], prefix: &str) {
        for layer in layers {
            let name = format!("{prefix}{}", layer.part);
            match &layer.kind {
                Kind::BuiltIn(built_in) => {
                    let (given, off) = (layer.given(built_in), built_in.switched_off());
                    let tensors = built_in.entry.weights.as_ref().map_or(&[][..], |weights| weights.tensors);
                    for tensor in tensors {
                        let goes_on = match tensor.switch.filter(|switch| off.contains(switch)) {
                            _ if let Some(setting) = tensor.level.missing(&given) => {
                                self.another_level(layer, &name, tensor, &setting)
                            }
                            Some(switch) => self.absent(layer, &name, tensor, switch),
                            None => self.tensor(layer, &name, tensor, &given),
                        };
                        if !goes_on {
                            break;
                        }
                    }
                }
                Kind::Block { .. } => {
                    // All branches take what comes before the block, and what is behind it takes all of them.
                    let (before, mut upset) = (self.upset, false);
                    for (name, branch) in layer.branches(&name) {
                        self.upset = before;
                        self.layers(&branch.layers, &format!("{name}."));
                        upset |= self.upset;
                    }
                    self.upset = upset;
                }
                Kind::Custom(_) => {
                    let foreign = self.foreign(layer, &name);
                    self.pieces.push(Piece::Foreign(foreign));
                }
            }
        }
    }

    /// Takes one tensor of a layer from the file. `false` if the rest of the layer would only show the same mistake.
    fn tensor(&mut self, layer: &Layer, name: &str, tensor: &Tensor, given: &Given<'_>) -> bool {
        let full = format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let sizes = (tensor.dims)(given);
        let Some(entry) = entries.iter().find(|entry| entry.name == full) else {
            return self.missing(layer, name, tensor, &sizes);
        };
        self.seen.insert(&entry.name);
        let found = |i: usize| entry.dims.get(i).map(|dim| *dim as u64);
        let differs = |i: usize| sizes[i].known().is_some_and(|size| found(i) != Some(size));
        let comes_in = follow_input(tensor, given);
        let excused = |i: usize| self.upset && comes_in[i];
        let wrong = entry.dims.len() != sizes.len() || (0..sizes.len()).any(|i| differs(i) && !excused(i));
        let mut goes_out = (0..sizes.len()).filter(|i| !comes_in[*i]).peekable();
        if goes_out.peek().is_some() {
            self.upset = goes_out.any(differs);
        }
        if wrong {
            self.wrong_shape(layer, &full, &sizes, entry);
            let rest = entries.iter().map(|entry| entry.name.as_str());
            self.seen.extend(rest.filter(|other| other.starts_with(&format!("{name}."))));
            return false;
        }
        for (i, (size, dim)) in sizes.iter().zip(&entry.dims).enumerate() {
            let shown = size.show().unwrap_or_default();
            if size.known().is_none() && self.checked.insert((shown.clone(), *dim)) {
                let at = if let Size::Written { tokens, .. } = size { tokens } else { &layer.tokens };
                self.checks.push(Check {
                    at: at.clone(),
                    question: Question::Length { takes: size.clone(), produces: Size::Known(*dim as u64) },
                    message: texts::deferred_shape(self.file, &full, i, &shown),
                    label: "{TAKES} here, {PRODUCES} in the file".to_owned(),
                    help: None,
                });
            }
        }
        match entry.floats() {
            Ok(values) => self.append(in_memory(&values, &entry.dims, tensor.order)),
            Err(error) => self.unusable.push((layer.tokens.clone(), error)),
        }
        true
    }

    /// One error for each reason, on the first tensor that has it.
    fn report_unusable(&mut self) {
        let unusable = std::mem::take(&mut self.unusable);
        for (i, (at, error)) in unusable.iter().enumerate() {
            let is_same = |(_, other): &&(TokenStream, ValueError)| error.has_the_reason_of(other);
            if !unusable[..i].iter().any(|other| is_same(&other)) {
                let more = unusable[i + 1..].iter().filter(is_same).count();
                self.errors.push(at, texts::unusable(self.file, error, more));
            }
        }
    }

    /// A tensor that a switch has taken from the layer: the file must not have it either.
    fn absent(&mut self, layer: &Layer, name: &str, tensor: &Tensor, switch: &str) -> bool {
        let full = format!("{name}.{}", tensor.name);
        if let Some(entry) = self.entries.iter().find(|entry| entry.name == full) {
            self.seen.insert(&entry.name);
            self.errors.push(&layer.tokens, texts::left_over(self.file, &full, name, switch));
        }
        true
    }

    /// A tensor of a layer above, or of the other direction, that the list does not have. One of them in the file tells all.
    fn another_level(&mut self, layer: &Layer, name: &str, tensor: &Tensor, setting: &str) -> bool {
        let full = format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let is_there = entries.iter().any(|entry| entry.name == full && !self.seen.contains(full.as_str()));
        if is_there {
            let all = entries.iter().map(|entry| entry.name.as_str());
            self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
            self.errors.push(&layer.tokens, texts::another_level(self.file, &full, name, setting));
        }
        !is_there
    }

    /// Adds the bytes of a tensor.
    fn append(&mut self, tensor: Vec<u8>) {
        match self.pieces.last_mut() {
            Some(Piece::BuiltIn(bytes)) => bytes.extend(tensor),
            _ => self.pieces.push(Piece::BuiltIn(tensor)),
        }
    }

    fn missing(&mut self, layer: &Layer, name: &str, tensor: &Tensor, sizes: &[Size]) -> bool {
        let full = &format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let is_free = |name: &String| !self.seen.contains(name.as_str()) && !self.expected.contains(name);
        let free = || entries.iter().filter(|entry| is_free(&entry.name));
        let fits = |entry: &&Entry<'_>| {
            entry.dims.len() == sizes.len()
                && sizes.iter().zip(&entry.dims).all(|(size, dim)| size.known() == Some(*dim as u64))
        };
        let ending = format!(".{}", tensor.name);
        let near = nearest(full, free().map(|entry| entry.name.as_str()))
            .or_else(|| free().find(fits).map(|entry| entry.name.as_str()))
            .filter(|near| near.ends_with(&ending));
        let is_above = tensor.level != Level::ONLY && self.seen.iter().any(|seen| behind(seen, name).is_some());
        let fix = match (tensor.switch, near) {
            _ if is_above => {
                let all = entries.iter().map(|entry| entry.name.as_str());
                self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
                texts::missing_level(tensor.level)
            }
            (Some(switch), _) => {
                // What the layer has behind it is nobody else's.
                let all = entries.iter().map(|entry| entry.name.as_str());
                self.seen.extend(all.filter(|other| other.starts_with(&format!("{name}."))));
                texts::missing_switch(switch)
            }
            (None, Some(near)) => {
                let stem = near.strip_suffix(&ending).unwrap_or(near);
                self.seen
                    .extend(entries.iter().map(|e| e.name.as_str()).filter(|e| e.starts_with(&format!("{stem}."))));
                let level = name.strip_suffix(layer.part.as_str()).and_then(|prefix| stem.strip_prefix(prefix));
                texts::missing_near(full, near, level.unwrap_or(stem))
            }
            (None, None) => texts::missing_listed(&entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>()),
        };
        self.errors.push(&layer.tokens, texts::missing(self.file, full, &fix));
        false
    }

    fn wrong_shape(&mut self, layer: &Layer, full: &str, sizes: &[Size], entry: &Entry<'_>) {
        let shown: Vec<String> = sizes.iter().map(|size| size.show().unwrap_or_default()).collect();
        let takes = format!("[{}]", shown.join(", "));
        let reversed = entry.dims.len() == sizes.len()
            && sizes.iter().rev().zip(&entry.dims).all(|(size, dim)| size.known() == Some(*dim as u64));
        let is_recurrent = full.ends_with(".weight_ih_l0");
        let fix = match entry.dims.as_slice() {
            [rows, inputs] if is_recurrent => {
                let other = full.replace("weight_ih", "weight_hh");
                let units = self.entries.iter().find(|entry| entry.name == other).and_then(|entry| entry.dims.get(1));
                units.and_then(|units| recurrent_in_file(layer, [*rows, *inputs], *units))
            }
            [words, width] if layer.entry().is_some_and(|entry| entry.sizes == Sizes::Table) => {
                Some(texts::shape_fix(&format!("{}({words} -> {width})", layer.tokens)))
            }
            [_, _] if reversed => Some(texts::transposed()),
            [outputs, inputs] => Some(texts::shape_fix(&format!("{}({inputs} -> {outputs})", layer.tokens))),
            [first, second, kernel @ ..] if kernel.len() == 2 => as_in_file(layer, [*first, *second], kernel),
            _ => None,
        };
        self.errors.push(&layer.tokens, texts::shape(self.file, full, &takes, &entry.dims, fix.as_deref()));
    }
}
