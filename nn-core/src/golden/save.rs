//! Answers into a file.

use std::path::Path;
use std::string::ToString;
use std::vec;
use std::vec::Vec;

use super::checksum;
use crate::io::replace::replace;
use crate::io::safetensors::Tensors;
use crate::io::{SaveError, WriteError};
use crate::network::{self, Network};
use crate::sample::{Sample, Value};
use crate::shape::Shape;

/// Records what the network answers to these samples, for `#[golden]`. A file that is there is replaced whole or not at all.
///
/// # Errors
///
/// If there is no sample, a value or an answer is not finite, or the file cannot be written; the old file is unchanged then.
///
/// # Panics
///
/// If a sample has another number of values than the network takes, which only a [`Sample`] of one's own can have.
pub fn save<N: Network<f32>, X: Sample<f32, N::Input>>(
    net: &N,
    path: impl AsRef<Path>,
    xs: &[X],
) -> Result<(), SaveError> {
    let path = path.as_ref();
    let content = |error| SaveError::Content { path: path.into(), error };
    if xs.is_empty() {
        return Err(content(WriteError::Header { reason: "there is no example to record".to_string() }));
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a scalar of the network, or a whole number that it takes as one"
    )]
    let number = |value: &X::Value| value.number() as f32;
    let mut scratch = vec![0.0; N::FORWARD_SCRATCH];
    let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
    for x in xs {
        inputs.extend(x.values().iter().map(number));
        outputs.extend_from_slice(<N::Output as Shape>::flat(&network::forward_with(net, &mut scratch, x)));
    }
    let mut tensors = Tensors::default();
    for (name, dims, values) in
        [("inputs", <N::Input as Shape>::DIMS, &inputs), ("outputs", <N::Output as Shape>::DIMS, &outputs)]
    {
        let dims = [&[xs.len()], dims].concat();
        tensors.singles(name, dims, values).map_err(content)?;
    }
    tensors.count("checksum", checksum(net.as_slice()));
    replace(path, &tensors.to_bytes("golden").map_err(content)?)
}
