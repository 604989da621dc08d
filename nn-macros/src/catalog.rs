//! The built-in layers as data: name, arguments, shape rule, and what of the library they expand to.

/// A built-in layer.
#[expect(clippy::struct_excessive_bools, reason = "a table of layers, and what is true of each")]
pub(crate) struct Entry {
    /// In the list, and in the library.
    pub(crate) name: &'static str,
    pub(crate) sizes: Sizes,
    pub(crate) takes: Takes,
    pub(crate) gives: Gives,
    /// It moves no value: the layers on both sides of it meet, and the expansion has no call.
    pub(crate) moves_nothing: bool,
    /// In evaluation it moves no value either.
    pub(crate) trains_only: bool,
    /// It keeps something of forward for backward, or works in the scratch.
    pub(crate) has_memory: bool,
    /// It draws random numbers in training.
    pub(crate) draws: bool,
    /// In training its output depends on the whole batch.
    pub(crate) coupled: bool,
    /// The layer behind it whose numbers can be moved into its own for evaluation.
    pub(crate) takes_in: Option<&'static str>,
    /// What may be computed in the same call.
    pub(crate) joins: Joins,
    /// What `#[init(auto)]` on the layer before it comes to.
    pub(crate) asks: Asks,
    pub(crate) settings: &'static [Setting],
    /// What a layer with parameters counts; `None` for one without.
    pub(crate) weights: Option<Weights>,
}

/// What stands in the parentheses before the settings.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Sizes {
    None,
    /// `(out)` or `(in -> out)`
    Outputs,
    /// None are written, and the layer's type has one: the number of values that it takes.
    Taken,
}

/// Which shapes a layer takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Takes {
    Any,
    Vector,
}

/// Which shape a layer produces.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Gives {
    /// The shape that it takes.
    Same,
    /// The same values as a vector.
    Flat,
    /// A vector of the stated length.
    Stated,
}

/// Which neighbours are computed in one call.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Joins {
    /// None.
    Nothing,
    /// A layer with an activation behind it,
    Next,
    /// which is this one: it changes every value by itself. Inference joins the two always, training if the output tells
    /// the slope: then nobody needs what lies between them.
    Last { slope_from_output: bool },
}

/// What a layer asks of the starting values of the one before it, as a variant of the library's `Nonlinearity`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Asks {
    /// What the layer behind it does.
    Nothing,
    For(&'static str),
    /// The variant holds the layer's settings.
    WithSettings(&'static str),
}

/// `key = value` behind the sizes.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) value: Value,
}

/// What a setting may be.
pub(crate) enum Value {
    /// A number, which goes to the constructor; this one if nothing is written.
    Number(f64),
    /// A number of a range. It goes to the constructor, or into the type of a layer with parameters, whose own default is the same.
    Within(f64, Range),
    /// `true`, or `false`: then the layer's type takes one more argument, this type of the library.
    Switch { off: &'static str },
    /// One of these strings, each with the constructor that it selects; the first if nothing is written.
    Word(&'static [(&'static str, &'static str)]),
}

/// From where to where a setting may be.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Range {
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// From zero to one.
    Fraction,
    /// From zero to less than one.
    BelowOne,
}

impl Range {
    pub(crate) fn contains(self, value: f64) -> bool {
        match self {
            Self::Positive => value > 0.0 && value.is_finite(),
            Self::NotNegative => value >= 0.0 && value.is_finite(),
            Self::Fraction => (0.0..=1.0).contains(&value),
            Self::BelowOne => (0.0..1.0).contains(&value),
        }
    }

    /// The constant of the library that says the same.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Positive => "Positive",
            Self::NotNegative => "NotNegative",
            Self::Fraction => "Fraction",
            Self::BelowOne => "BelowOne",
        }
    }
}

/// The counts of a layer of `inputs` and `outputs`; `plain` when no switch is off. `None` on overflow.
pub(crate) struct Weights {
    pub(crate) parameters: fn(inputs: u64, outputs: u64, plain: bool) -> Option<u64>,
    pub(crate) macs: fn(inputs: u64, outputs: u64) -> Option<u64>,
    /// In the order of memory.
    pub(crate) tensors: &'static [Tensor],
}

/// One tensor of a layer.
pub(crate) struct Tensor {
    pub(crate) name: &'static str,
    /// Its extents as files have them.
    pub(crate) dims: &'static [Side],
    /// It is absent if a switch put this type of the library in its place.
    pub(crate) unless: Option<&'static str>,
}

/// What an extent of a tensor is.
pub(crate) enum Side {
    Inputs,
    Outputs,
}

const fn activation(name: &'static str) -> Entry {
    Entry {
        name,
        sizes: Sizes::None,
        takes: Takes::Any,
        gives: Gives::Same,
        moves_nothing: false,
        trains_only: false,
        has_memory: false,
        draws: false,
        coupled: false,
        takes_in: None,
        joins: Joins::Last { slope_from_output: false },
        // Most are rectifiers of some kind.
        asks: Asks::For("Relu"),
        settings: &[],
        weights: None,
    }
}

/// An activation whose slope its output tells.
const fn activation_by_output(name: &'static str) -> Entry {
    Entry { joins: Joins::Last { slope_from_output: true }, ..activation(name) }
}

const fn activation_with(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry { settings, ..activation(name) }
}

/// A normalisation with `EPS` as the first setting of its type.
const fn norm(name: &'static str, settings: &'static [Setting], weights: Weights) -> Entry {
    Entry {
        sizes: Sizes::Taken,
        takes: Takes::Vector,
        has_memory: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        weights: Some(weights),
        ..activation_with(name, settings)
    }
}

/// A tensor with one number for each value.
const fn of_values(name: &'static str) -> Tensor {
    Tensor { name, dims: &[Side::Inputs], unless: None }
}

/// A layer of training alone, with the number that says how much of it.
const fn noise(name: &'static str, settings: &'static [Setting]) -> Entry {
    Entry {
        trains_only: true,
        has_memory: true,
        draws: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        ..activation_with(name, settings)
    }
}

/// Every built-in layer.
pub(crate) const LAYERS: &[Entry] = &[
    Entry {
        sizes: Sizes::Outputs,
        takes: Takes::Vector,
        gives: Gives::Stated,
        takes_in: Some("BatchNorm"),
        joins: Joins::Next,
        asks: Asks::For("Linear"),
        settings: &[Setting { key: "bias", value: Value::Switch { off: "NoBias" } }],
        weights: Some(Weights {
            parameters: |inputs, outputs, bias| {
                inputs.checked_mul(outputs)?.checked_add(if bias { outputs } else { 0 })
            },
            macs: u64::checked_mul,
            tensors: &[
                Tensor { name: "weight", dims: &[Side::Outputs, Side::Inputs], unless: None },
                Tensor { name: "bias", dims: &[Side::Outputs], unless: Some("NoBias") },
            ],
        }),
        ..activation("Dense")
    },
    Entry {
        gives: Gives::Flat,
        moves_nothing: true,
        joins: Joins::Nothing,
        asks: Asks::Nothing,
        ..activation("Flatten")
    },
    Entry { moves_nothing: true, joins: Joins::Nothing, asks: Asks::Nothing, ..activation("Identity") },
    activation_by_output("Relu"),
    Entry {
        asks: Asks::WithSettings("LeakyRelu"),
        ..activation_with("LeakyRelu", &[Setting { key: "slope", value: Value::Number(0.01) }])
    },
    activation_with("Elu", &[Setting { key: "alpha", value: Value::Number(1.0) }]),
    activation_with(
        "Gelu",
        &[Setting { key: "approximate", value: Value::Word(&[("none", "exact"), ("tanh", "tanh")]) }],
    ),
    activation("Silu"),
    Entry { asks: Asks::For("Sigmoid"), ..activation_by_output("Sigmoid") },
    Entry { asks: Asks::For("Tanh"), ..activation_by_output("Tanh") },
    activation("Softplus"),
    Entry { asks: Asks::For("Sigmoid"), ..activation("HardSigmoid") },
    Entry { asks: Asks::For("Tanh"), ..activation("HardTanh") },
    Entry { takes: Takes::Vector, joins: Joins::Nothing, asks: Asks::For("Linear"), ..activation("Softmax") },
    Entry { takes: Takes::Vector, joins: Joins::Nothing, asks: Asks::For("Linear"), ..activation("LogSoftmax") },
    Entry { asks: Asks::For("Linear"), ..activation("Step") },
    noise("Dropout", &[Setting { key: "p", value: Value::Within(0.5, Range::BelowOne) }]),
    Entry {
        has_memory: false,
        ..noise("GaussianNoise", &[Setting { key: "deviation", value: Value::Within(0.1, Range::NotNegative) }])
    },
    norm(
        "LayerNorm",
        &[Setting { key: "eps", value: Value::Within(1e-5, Range::Positive) }],
        Weights {
            parameters: |values, _, _| values.checked_mul(2),
            macs: |values, _| values.checked_mul(3),
            tensors: &[of_values("weight"), of_values("bias")],
        },
    ),
    norm(
        "RmsNorm",
        &[Setting { key: "eps", value: Value::Within(f32::EPSILON as f64, Range::Positive) }],
        Weights {
            parameters: |values, _, _| Some(values),
            macs: |values, _| values.checked_mul(2),
            tensors: &[of_values("weight")],
        },
    ),
    Entry {
        coupled: true,
        ..norm(
            "BatchNorm",
            &[
                Setting { key: "eps", value: Value::Within(1e-5, Range::Positive) },
                Setting { key: "momentum", value: Value::Within(0.1, Range::Fraction) },
            ],
            Weights {
                parameters: |values, _, _| values.checked_mul(4),
                macs: |values, _| Some(values),
                tensors: &[of_values("weight"), of_values("bias"), of_values("running_mean"), of_values("running_var")],
            },
        )
    },
];

/// Layers that contain layers.
pub(crate) const BLOCKS: &[&str] = &["Residual", "Repeat"];

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
    ("Linearity", "Identity"),
    ("Flat", "Flatten"),
    ("BatchNorm1d", "BatchNorm"),
    ("BatchNormalization", "BatchNorm"),
    ("Dropout1d", "Dropout"),
    ("LayerNormalization", "LayerNorm"),
    ("RMSNorm", "RmsNorm"),
    ("Skip", "Residual"),
    ("Repeated", "Repeat"),
];

/// Layers of other systems that have no counterpart here.
const ELSEWHERE: &[&str] = &[
    "AdaptiveAvgPool2d",
    "AvgPool1d",
    "AvgPool2d",
    "BatchNorm2d",
    "Bilinear",
    "CELU",
    "Celu",
    "Concat",
    "Concatenate",
    "Conv1d",
    "Conv2D",
    "Conv2d",
    "Conv3d",
    "ConvTranspose2d",
    "Dropout2d",
    "Embedding",
    "GLU",
    "GRU",
    "Glu",
    "GroupNorm",
    "Gru",
    "Hardswish",
    "HardSwish",
    "InstanceNorm2d",
    "LSTM",
    "LogSigmoid",
    "Lstm",
    "MaxPool1d",
    "MaxPool2D",
    "MaxPool2d",
    "Mish",
    "MultiheadAttention",
    "PReLU",
    "Prelu",
    "RNN",
    "ReLU6",
    "Relu6",
    "Reshape",
    "Rnn",
    "SELU",
    "Selu",
    "Softmin",
    "Softsign",
    "Upsample",
    "ZeroPad2d",
];

/// What a plain name in a layer list is.
pub(crate) enum Found {
    Layer(&'static Entry),
    Block(&'static str),
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
    if let Some(block) = BLOCKS.iter().find(|block| **block == name) {
        return Found::Block(block);
    }
    if let Some((_, ours)) = ALIASES.iter().find(|(theirs, _)| *theirs == name) {
        return Found::Meant(ours);
    }
    if ELSEWHERE.contains(&name) {
        return Found::Elsewhere;
    }
    nearest(name, LAYERS.iter().map(|entry| entry.name).chain(BLOCKS.iter().copied()))
        .map_or(Found::Unknown, Found::Meant)
}

/// The built-in layer of this very name.
pub(crate) fn layer(name: &str) -> Option<&'static Entry> {
    LAYERS.iter().find(|entry| entry.name == name)
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
        assert!(matches!(find("Conv2d"), Found::Elsewhere));
        assert!(matches!(find("_"), Found::Unknown));
        assert!(matches!(find("Übung"), Found::Unknown));
    }

    #[test]
    fn aliases_lead_to_layers_that_exist() {
        for (_, ours) in ALIASES {
            assert!(layer(ours).is_some() || BLOCKS.contains(ours), "{ours}");
        }
    }
}
