//! The tensors of the file.

use nn_files::{Entry, npz, safetensors};

/// The memory that a file may take, unpacked.
const MOST: usize = u32::MAX as usize;

/// The tensors of a file, which begins as one of NumPy's archives or is one of safetensors. Without what a checkpoint keeps beside its network,
/// and how many batches PyTorch has normalised, which no layer asks.
pub(super) fn entries(content: &[u8]) -> Result<Vec<Entry<'_>>, String> {
    let entries = if npz::begins(content) {
        npz::parse(content, MOST).map_err(|error| error.to_string())
    } else {
        safetensors::parse(content).map_err(|error| error.to_string())
    };
    let mut entries = entries?;
    entries.retain(|entry| !nn_files::is_passed_over(&entry.name));
    Ok(entries)
}
