//! What a name in a layer list is: a built-in layer, a slip of the pen, another system's word, or somebody's own.

use super::{BLOCKS, Block, Entry, block, layer, layers};

/// Names from PyTorch, Keras and other systems, with ours.
const ALIASES: &[(&str, &str)] = &[
    ("Linear", "Dense"),
    ("FullyConnected", "Dense"),
    ("ReLU", "Relu"),
    ("LeakyReLU", "LeakyRelu"),
    ("ELU", "Elu"),
    ("GELU", "Gelu"),
    ("SiLU", "Silu"),
    ("Swish", "Silu"),
    ("Logistic", "Sigmoid"),
    ("SoftPlus", "Softplus"),
    ("SoftMax", "Softmax"),
    ("LogSoftMax", "LogSoftmax"),
    ("Hardsigmoid", "HardSigmoid"),
    ("Hardtanh", "HardTanh"),
    ("Heaviside", "Step"),
    ("Conv1D", "Conv1d"),
    ("Convolution1D", "Conv1d"),
    ("Convolution1d", "Conv1d"),
    ("Convolution2D", "Conv2d"),
    ("Convolution2d", "Conv2d"),
    ("MaxPooling2D", "MaxPool2d"),
    ("AveragePooling2D", "AvgPool2d"),
    ("GlobalAveragePooling2D", "GlobalAvgPool2d"),
    ("GlobalAveragePool", "GlobalAvgPool2d"),
    ("GlobalMaxPooling2D", "GlobalMaxPool2d"),
    ("GlobalMaxPool", "GlobalMaxPool2d"),
    ("AdaptiveMaxPool2d", "GlobalMaxPool2d"),
    ("Conv2DTranspose", "ConvTranspose2d"),
    ("Deconv2d", "ConvTranspose2d"),
    ("AdaptiveAveragePool2d", "AdaptiveAvgPool2d"),
    ("UpSampling2D", "Upsample"),
    ("UpsamplingNearest2d", "Upsample"),
    ("ZeroPadding2D", "ZeroPad2d"),
    ("Unflatten", "Reshape"),
    ("View", "Reshape"),
    ("SpatialDropout2D", "Dropout2d"),
    ("GroupNormalization", "GroupNorm"),
    ("LRN", "LocalResponseNorm"),
    ("LSTM", "Lstm"),
    ("GRU", "Gru"),
    ("RNN", "Rnn"),
    ("SimpleRNN", "Rnn"),
    ("MultiheadAttention", "SelfAttention"),
    ("MultiHeadAttention", "SelfAttention"),
    ("LastStep", "Last"),
    ("MaxPooling1D", "MaxPool1d"),
    ("AveragePooling1D", "AvgPool1d"),
    ("GlobalAveragePooling1D", "MeanOverTime"),
    ("GlobalAvgPool1d", "MeanOverTime"),
    ("AdaptiveAvgPool1d", "MeanOverTime"),
    ("GlobalMaxPooling1D", "MaxOverTime"),
    ("GlobalMaxPool1d", "MaxOverTime"),
    ("AdaptiveMaxPool1d", "MaxOverTime"),
    ("Flat", "Flatten"),
    ("BatchNorm1d", "BatchNorm"),
    ("BatchNorm2d", "BatchNorm"),
    ("BatchNormalization", "BatchNorm"),
    ("Dropout1d", "Dropout"),
    ("LayerNormalization", "LayerNorm"),
    ("RMSNorm", "RmsNorm"),
    ("Normalization", "Standardize"),
    ("StandardScaler", "Standardize"),
    ("Skip", "Residual"),
    ("Concatenate", "Concat"),
    ("Repeated", "Repeat"),
];

/// Layers of other systems that have no counterpart here.
const ELSEWHERE: &[&str] = &[
    "AvgPool3d",
    "Bidirectional",
    "Bilinear",
    "CELU",
    "Celu",
    "Conv3D",
    "Conv3d",
    "GLU",
    "GRUCell",
    "Glu",
    "Hardswish",
    "HardSwish",
    "InstanceNorm2d",
    "LSTMCell",
    "LogSigmoid",
    "MaxPool3d",
    "PReLU",
    "Prelu",
    "RNNCell",
    "ReLU6",
    "Relu6",
    "SELU",
    "Selu",
    "Softmin",
    "Softsign",
    "TimeDistributed",
];

/// Layers of sequences, each with that of images that does the same.
const COUNTERPARTS: &[(&str, &str)] = &[
    ("Conv1d", "Conv2d"),
    ("MaxPool1d", "MaxPool2d"),
    ("AvgPool1d", "AvgPool2d"),
    ("MeanOverTime", "GlobalAvgPool2d"),
    ("MaxOverTime", "GlobalMaxPool2d"),
];

/// What a plain name in a layer list is.
pub(crate) enum Found {
    Layer(&'static Entry),
    Block(&'static Block),
    /// Not ours, but near to one of ours, or the same layer's name in another system.
    Meant(&'static str),
    /// A layer of other systems that is not built in.
    Elsewhere,
    Unknown,
}

/// Looks a plain name up.
pub(crate) fn find(name: &str) -> Found {
    if let Some(entry) = layer(name) {
        return Found::Layer(entry);
    }
    if let Some(block) = block(name) {
        return Found::Block(block);
    }
    if let Some((_, ours)) = ALIASES.iter().find(|(theirs, _)| *theirs == name) {
        return Found::Meant(ours);
    }
    if ELSEWHERE.contains(&name) {
        return Found::Elsewhere;
    }
    nearest(name, known()).map_or(Found::Unknown, Found::Meant)
}

/// The layer that does to an image what this one does to a sequence, or the other way round.
pub(crate) fn counterpart(name: &str) -> Option<&'static str> {
    COUNTERPARTS.iter().find_map(|(sequence, image)| match name {
        name if name == *sequence => Some(*image),
        name if name == *image => Some(*sequence),
        _ => None,
    })
}

/// The names of all layers and blocks.
fn known() -> impl Iterator<Item = &'static str> {
    layers().map(|entry| entry.name).chain(BLOCKS.iter().map(|block| block.name))
}

/// The nearest of `known` to `name`, if it is near enough for a slip of the pen: one edit away, or two in a long word that
/// begins alike, capitals and underscores aside.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let bare = |word: &str| word.replace('_', "").to_lowercase();
    let name = bare(name);
    known
        .map(|word| (distance(&name, &bare(word)), word))
        .filter(|(edits, word)| {
            let begins_alike = bare(word).chars().next() == name.chars().next();
            *edits <= 1 || *edits == 2 && word.len() > 4 && begins_alike
        })
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, word)| word)
}

/// The three layers whose names are most like `name`, the nearest first.
pub(crate) fn nearest_few(name: &str) -> Vec<&'static str> {
    let mut names: Vec<&str> = layers().map(|entry| entry.name).collect();
    names.sort_by_key(|word| distance(&name.to_lowercase(), &word.to_lowercase()));
    names.truncate(3);
    names
}

/// How many times a character must be put in, left out, replaced, or swapped with its neighbour (Damerau, Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut edits = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            edits[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = edits[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swapped = if swapped { edits[i - 2][j - 2] + 1 } else { usize::MAX };
                replaced.min(swapped).min(edits[i - 1][j] + 1).min(edits[i][j - 1] + 1)
            };
        }
    }
    edits[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        assert_eq!(distance("dense", "dense"), 0);
        assert_eq!(distance("dens", "dense"), 1);
        assert_eq!(distance("sigmiod", "sigmoid"), 1);
        assert_eq!(distance("tahn", "tan"), 1);
        assert_eq!(distance("", "elu"), 3);
    }

    #[test]
    fn slips_find_the_layer_that_was_meant() {
        for (written, meant) in
            [("Dens", "Dense"), ("ReLU", "Relu"), ("relu", "Relu"), ("Linear", "Dense"), ("Leaky_Relu", "LeakyRelu")]
        {
            assert!(matches!(find(written), Found::Meant(ours) if ours == meant), "{written}");
        }
    }

    #[test]
    fn names_of_ones_own_are_left_alone() {
        for name in ["Gain", "Encoder", "MyDense", "Head", "Square", "Block"] {
            assert!(matches!(find(name), Found::Unknown), "{name}");
        }
        assert!(matches!(find("Conv3d"), Found::Elsewhere));
        assert!(matches!(find("_"), Found::Unknown));
        assert!(matches!(find("Übung"), Found::Unknown));
    }

    #[test]
    fn aliases_lead_to_layers_that_exist() {
        for (_, ours) in ALIASES.iter().chain(COUNTERPARTS) {
            assert!(layer(ours).is_some() || block(ours).is_some(), "{ours}");
        }
    }
}
