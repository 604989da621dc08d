//! The corners of the grammar, all warnings denied.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use static_nn::network;

const HIDDEN: usize = 7;

const fn twice(n: usize) -> usize {
    2 * n
}

network! {
    /// Sizes in every form.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Sizes {
        input: [0x4],
        Dense(1_0), Dense(10usize -> 0b11,), Dense((5)),
        Dense(HIDDEN), Dense(HIDDEN -> 2 * HIDDEN), Dense({ HIDDEN + 1 }), Dense(twice(3)),
        Dense(7), Dense(crate::HIDDEN -> 3),
        output: [3],
    }
}

network! {
    /// Settings and attributes.
    pub struct Settings {
        input: [2, 2, 3],
        Relu, Flatten, Flatten,
        /// The first one.
        #[init(he_normal)]
        fc: Dense(12 -> 8, bias = false,), act: LeakyRelu(slope = 0.2),
        #[init(constant(-0.5))]
        Dense(8, bias = true), Elu(alpha = 2), Gelu(approximate = "tanh"), Gelu(approximate = "none"), Gelu,
        Identity, Silu, Sigmoid, Tanh, Softplus, HardSigmoid, HardTanh, Step, LogSoftmax, Softmax(),
        output: [8],
    }
}

network! { /** Small. */ #[derive(Clone, Debug)] pub struct Small { input: [4], Dense(3) } }
network! {
    /// An image with extents that only rustc knows.
    pub struct Picture { input: [HIDDEN - 5, 2, twice(2)], Relu, Flatten, Dense(HIDDEN) }
}
network! {
    /// Sequences in every form.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Steps {
        input: [2 * HIDDEN, 0x4],
        #[init(auto)]
        Dense(4 -> HIDDEN), Relu, Lstm(HIDDEN -> 2 * HIDDEN), Gru(5usize, layers = 0x2, bias = false,),
        Rnn((6), nonlinearity = tanh, layers = 1, bidirectional = false), Gru(3, bidirectional = true, layers = 8),
        #[init(auto)]
        Conv1d(6 -> twice(2), kernel = HIDDEN, padding = same, dilation = 0x1, causal = false), Relu,
        Conv1d((6), kernel = twice(1), stride = 1usize, dilation = HIDDEN, causal = true, bias = false,),
        Rnn(6 -> HIDDEN, bias = true, nonlinearity = relu), LayerNorm(eps = 1e-3), Softmax(), Dropout(p = 0.1),
        Concat { {}, { Lstm(twice(2)), RmsNorm }, { Dense(1) } }, Flatten, Reshape([HIDDEN, 2 * (HIDDEN + 5)]), Standardize,
        Add { { MeanOverTime }, { MaxOverTime }, { Last },
            { conv: Conv1d(2 * (HIDDEN + 5), kernel = 2, stride = twice(1), padding = { 1 }), Last } }, LogSoftmax,
        output: [2 * (HIDDEN + 5)],
    }
}
network! {
    /// Windows in every form.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Windows {
        input: [2, 3 * HIDDEN, 0x14],
        #[init(auto)]
        first: Conv2d(2 -> 2 * HIDDEN, kernel = [HIDDEN, 3], padding = same, groups = 2), BatchNorm(eps = 1e-3), Relu,
        MaxPool2d(2,), MaxPool2d(kernel = 3, stride = 1, padding = 1), AvgPool2d([2, 1], count_padding = false),
        Conv2d(4, kernel = (1), stride = { 2 }, padding = [0, twice(1)], dilation = 1usize, bias = false), Tanh,
        AdaptiveAvgPool2d([2, HIDDEN]), Flatten, Dense(8 * HIDDEN -> HIDDEN + 1), Reshape([1, 2, 4]),
        ConvTranspose2d(2, kernel = [2, 1], stride = HIDDEN, output_padding = [twice(1), 0], padding = 1), LayerNorm,
        Upsample([1, twice(1)]), ZeroPad2d([0, 1]), GroupNorm(2, eps = 0.001), LocalResponseNorm(3, beta = 0.5), Dropout2d(p = 0.1),
        Conv2d(3, kernel = 2), BatchNorm, GlobalMaxPool2d,
        output: [3],
    }
}
network! {
    /// A network over images in another one.
    pub struct Seen { input: [2, 21, 20], windows: Windows, Reshape([3, 1, 1]), GlobalAvgPool2d, Dense(2) }
}
network! { pub(crate) struct NoParameters { input: [1, 2, 2], Tanh } }

network! {
    /// Words in every form.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Text {
        input: [2 * HIDDEN],
        words: Concat {
            { #[init(truncated_normal(0.02))] #[name("0")] near: Embedding(twice(4) -> HIDDEN) },
            { Embedding(0x10usize -> 2,) }, { Reshape([2 * HIDDEN, 1]) },
        },
        Last,
    }
}

network! {
    /// Words of another network.
    pub struct Texts { input: [2 * HIDDEN], text: Text, #[frozen] Text2, Dense(2) }
}

network! {
    pub struct Text2 { input: [HIDDEN + 3], Residual { Dense(HIDDEN + 3) } }
}

network! {
    /// Names that the expansion uses itself.
    pub struct Names {
        input: [4],
        scratch: Dense(4), simd: Dense(4), cache: Relu, record: Dense(4), dx: Dense(4), dy: Tanh, grad: Dense(4),
        rng: Dense(4), even: Dense(4), odd: Dense(4), d_even: Dense(4), pass: Dense(4), blocks: Dense(4), r#type: Dense(4),
        dense1: Dense(4), Dense(4), d_dense1: Relu, relu1: Relu, Relu, name: Dense(4), visit: Dense(4), x: Dense(2),
    }
}

network! {
    /// Blocks in blocks.
    #[derive(Clone, Debug)]
    pub struct Blocks {
        input: [6],
        Repeat(2) {
            fc: Dense(6), Relu,
            Residual { Dense(3), Repeat(2) { Tanh, Dense(3) }, last: Dense(6) },
        },
        body: Residual { Softmax },
        down: Add { { Dense(6), }, {}, { Repeat(2) { Tanh, Dense(6) } }, },
        Concat { { Concat { {}, {} } }, { #[frozen] /** Once. */ last: Dense(3) } }, Dense(6),
        Dense(4), small: Small,
        output: [3],
    }
}

network! {
    #[cfg(any())]
    pub struct Absent { input: [4], Dense(nothing), Residual { Dense(4) } }
}

macro_rules! of_width {
    ($name:ident, $width:expr, $count:literal) => {
        network! { struct $name { input: [$width], Repeat($count) { Dense($width), Relu }, Dense($count) } }
    };
}
of_width!(FromMacro, 5, 2);

fn main() {
    let net = Sizes::new(1);
    assert_eq!(net.forward(&[0.0; 4]).len(), 3);
    assert_eq!(net.dense7.weight.shape(), (6, 8));
    let net = Settings::new(1);
    assert!((net.forward(&[0.1; 12]).iter().sum::<f32>() - 1.0).abs() < 1e-5);
    assert_eq!(net.dense1.weight[0], -0.5);
    assert_eq!(Small::PARAMETERS, 15);
    assert_eq!((Picture::PARAMETERS, Picture::new(1).forward(&[0.5; 16])), (17 * HIDDEN, Picture::new(1).forward(&[[[0.5; 4]; 2]; 2])));
    assert_eq!(NoParameters::new(1).forward(&[0.0; 4]), [[[0.0; 2]; 2]]);
    let net = Names::new(1);
    assert_eq!(net.forward(&[0.0; 4]).len(), 2);
    assert_eq!(net.dense2.weight.shape(), (4, 4));
    let net = Text::boxed(1);
    assert_eq!(net.forward(&[7_u8; 2 * HIDDEN]), net.forward(&[7.0; 2 * HIDDEN]));
    assert_eq!(Texts::boxed(1).forward(&[7_u32; 2 * HIDDEN]).len(), 2);
    let net = Blocks::new(1);
    assert_eq!(net.residual2.last.weight.shape(), (6, 3));
    assert_eq!(net.fc_2.weight.shape(), (6, 6));
    assert_eq!(net.clone().forward(&[0.0; 6]).len(), 3);
    let net: static_nn::Boxed<FromMacro> = FromMacro::boxed(3);
    assert_eq!(net.forward(&[0.0; 5]).len(), 2);
}
