//! The tensors in the bytes of a file, whichever kind of file that is.

use std::borrow::ToOwned;
use std::vec::Vec;

use ::safetensors::tensor::{Dtype as Stored, TensorView};
use nn_files::{Dtype, Entry, npz};

use super::{ReadError, header};

/// The bytes that unpacked arrays may take: those of a small network of another kind, of which it is to be said that it does not fit, and
/// for each parameter a few numbers.
const ROOM: usize = 64 << 20;
const TIMES: usize = 16 * 8;

/// The tensors in these bytes, without those that nobody is to take. `most` is how many parameters there are to load.
pub(super) fn entries(bytes: &[u8], most: usize) -> Result<Vec<Entry<'_>>, ReadError> {
    let mut entries = if npz::begins(bytes) {
        npz::parse(bytes, ROOM.saturating_add(most.saturating_mul(TIMES)))?
    } else {
        header::open(bytes)?.tensors().iter().map(|(name, view)| entry(name, view)).collect()
    };
    entries.retain(|entry| !nn_files::is_passed_over(&entry.name));
    // The parser has them in no order; what is told of them is to have one.
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

/// A tensor of a file of safetensors.
pub(super) fn entry<'a>(name: &str, view: &TensorView<'a>) -> Entry<'a> {
    let dtype = match view.dtype() {
        Stored::F16 => Dtype::F16,
        Stored::BF16 => Dtype::Bf16,
        Stored::F32 => Dtype::F32,
        Stored::F64 => Dtype::F64,
        other => Dtype::Other(nn_files::safetensors::name_of(&std::format!("{other}"))),
    };
    Entry::new(name.to_owned(), dtype, view.shape().to_vec(), view.data())
}
