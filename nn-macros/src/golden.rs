//! A file of recorded answers against the shapes of a list.

use nn_files::Entry;
use proc_macro2::TokenStream;

use crate::catalog::nearest;
use crate::errors::golden as texts;
use crate::sizes::Shape;

/// The recorded answers of a network.
pub(crate) struct Golden {
    /// The file as the user wrote it, the tokens of that, and where it lies.
    pub(crate) file: String,
    pub(crate) at: TokenStream,
    pub(crate) path: String,
    pub(crate) tolerance: f64,
    /// `None` behind a mistake.
    pub(crate) answers: Option<Answers>,
}

/// What the file has.
#[derive(Debug)]
pub(crate) struct Answers {
    pub(crate) examples: usize,
    pub(crate) inputs: Vec<f32>,
    pub(crate) outputs: Vec<f32>,
    /// That of the parameters.
    pub(crate) checksum: Option<u64>,
}

/// The tensors of the file, if they are what they must be.
pub(crate) fn answers(file: &str, entries: &[Entry<'_>], input: &Shape, output: &Shape) -> Result<Answers, String> {
    const NAMES: [&str; 3] = ["inputs", "outputs", "checksum"];
    let found: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let tensor = |name: &str| {
        let missing = || texts::missing(file, name, &found, nearest(name, found.iter().copied()));
        entries.iter().find(|entry| entry.name == name).ok_or_else(missing)
    };
    let (inputs, outputs) = (tensor("inputs")?, tensor("outputs")?);
    if let Some(other) = found.iter().find(|name| !NAMES.contains(name)) {
        return Err(texts::left_over(file, other));
    }
    let examples = [(inputs, input), (outputs, output)].map(|(entry, shape)| examples(file, entry, shape));
    let [examples, answered] = examples;
    let (examples, answered) = (examples?, answered?);
    if examples != answered {
        return Err(texts::counts(file, examples, answered));
    }
    if examples == 0 {
        return Err(texts::empty(file));
    }
    let floats = |entry: &Entry<'_>| entry.floats().map_err(|error| texts::unusable(file, &error));
    let checksum = entries.iter().find(|entry| entry.name == "checksum");
    let checksum = checksum.map(|entry| entry.whole().ok_or_else(|| texts::checksum(file)));
    Ok(Answers { examples, inputs: floats(inputs)?, outputs: floats(outputs)?, checksum: checksum.transpose()? })
}

/// How many examples a tensor has: its first extent. The others are those of the shape, or all in one; what only rustc knows is any number.
fn examples(file: &str, entry: &Entry<'_>, shape: &Shape) -> Result<usize, String> {
    let wrong = || texts::wrong_shape(file, &entry.name, &entry.dims, shape.show().as_deref());
    let (examples, dims) = entry.dims.split_first().ok_or_else(wrong)?;
    let dims: Vec<u64> = dims.iter().map(|dim| *dim as u64).collect();
    let fits = shape.known().is_none_or(|known| dims == known || dims == [known.iter().product::<u64>()]);
    if fits { Ok(*examples) } else { Err(wrong()) }
}
