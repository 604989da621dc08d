//! Files of PyTorch, Keras and scikit-learn, built into the program and loaded when it runs: `tests/goldens/converted.py`.

mod golden_file;

use golden_file::{Golden, assert_close};
use static_nn::io::{Layout, LoadOptions};
use static_nn::prelude::*;

/// The other libraries compute in double precision, or in single precision with sums in another order.
const SINGLE: f64 = 1e-5;

/// A network of a file, by the same settings in `#[weights]` and in `LoadOptions`: both are one network, to the bit, and answer as its
/// own library does.
macro_rules! converted {
    (
        $name:ident: $file:literal
            $(, strip_prefix = $prefix:literal)?
            $(, layout = $layout:literal)?
            $(, rename($($from:literal = $to:literal),+))?;
        [$value:ident; $inputs:literal] -> [f32; $outputs:literal];
        $($list:tt)*
    ) => {
        mod $name {
            use super::*;

            network! {
                #[derive(Clone, Debug, PartialEq)]
                #[weights(
                    concat!("tests/goldens/converted/", $file)
                    $(, strip_prefix = $prefix)?
                    $(, layout = $layout)?
                    $(, rename($($from = $to),+))?
                )]
                pub(crate) struct Net { $($list)* }
            }

            #[test]
            fn answers_as_its_own_library_does() {
                let options = LoadOptions::new()
                    $(.strip_prefix($prefix))?
                    $(.layout(layout($layout)))?
                    $($(.rename($from, $to))+)?;
                let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens/converted/", $file);
                let loaded = Net::load_with(path, &options).unwrap();
                assert_eq!(*Net::EMBEDDED, *loaded);
                let double = Net::<f64>::load_with(path, &options).unwrap();

                let golden = Golden::open(concat!("converted/", stringify!($name)));
                let (xs, ys) = (golden.rows::<$inputs>("x"), golden.rows::<$outputs>("y"));
                assert_eq!((xs.len(), ys.len()), (6, 6));
                for (x, y) in xs.iter().zip(ys) {
                    let out: [f32; $outputs] = Net::EMBEDDED.forward(&input::$value(x));
                    assert_close("y", &out.map(f64::from), y, SINGLE);
                    let out: [f64; $outputs] = double.forward(&input::double::$value(x));
                    assert_close("y of f64", &out, y, SINGLE);
                }
            }
        }
    };
}

/// What stands in the attribute.
fn layout(written: &str) -> Layout {
    if written == "keras" { Layout::Keras } else { Layout::PyTorch }
}

/// Inputs out of a file of goldens.
mod input {
    use static_nn::Number;

    pub(crate) fn f32<const N: usize>(x: &[f64; N]) -> [f32; N] {
        x.map(f32::from_f64)
    }

    /// Words.
    pub(crate) fn u8<const N: usize>(x: &[f64; N]) -> [u8; N] {
        x.map(|word| word.to_string().parse().unwrap())
    }

    pub(crate) mod double {
        pub(crate) use super::u8;

        pub(crate) fn f32<const N: usize>(x: &[f64; N]) -> [f64; N] {
            *x
        }
    }
}

converted! {
    torch_sequential: "torch_sequential.safetensors", strip_prefix = "module", rename("0" = "fc1", "2" = "fc2", "4" = "fc3");
    [f32; 6] -> [f32; 3];
    input: [6],
    fc1: Dense(16), Relu,
    fc2: Dense(8), Tanh,
    fc3: Dense(3),
}

converted! {
    // In half precision, out of a model that `torch.compile` has wrapped.
    torch_mobilenet: "torch_mobilenet.safetensors", strip_prefix = "_orig_mod.",
        rename(
            "features.0.0" = "stem",
            "features.0.1" = "stem_norm",
            "features.*.bn1" = "block.*.norm1",
            "features.*.bn2" = "block.*.norm2",
            "features" = "block",
            "classifier" = "head"
        );
    [f32; 768] -> [f32; 5];
    input: [3, 16, 16],
    stem: Conv2d(8, kernel = 3, stride = 2, padding = 1, bias = false), stem_norm: BatchNorm, Relu,
    #[name("block.1.dw")] dw1: Conv2d(8, kernel = 3, padding = 1, groups = 8, bias = false),
    #[name("block.1.norm1")] a1: BatchNorm, Relu,
    #[name("block.1.pw")] pw1: Conv2d(16, kernel = 1, bias = false), #[name("block.1.norm2")] b1: BatchNorm, Relu,
    #[name("block.2.dw")] dw2: Conv2d(16, kernel = 3, stride = 2, padding = 1, groups = 16, bias = false),
    #[name("block.2.norm1")] a2: BatchNorm, Relu,
    #[name("block.2.pw")] pw2: Conv2d(24, kernel = 1, bias = false), #[name("block.2.norm2")] b2: BatchNorm, Relu,
    #[name("block.3.dw")] dw3: Conv2d(24, kernel = 3, padding = 1, groups = 24, bias = false),
    #[name("block.3.norm1")] a3: BatchNorm, Relu,
    #[name("block.3.pw")] pw3: Conv2d(32, kernel = 1, bias = false), #[name("block.3.norm2")] b3: BatchNorm, Relu,
    GlobalAvgPool2d,
    head: Dense(5),
}

converted! {
    // In double precision.
    torch_lstm: "torch_lstm.safetensors", rename("encoder.*" = "*");
    [f32; 45] -> [f32; 3];
    input: [9, 5],
    lstm: Lstm(8, layers = 2, bidirectional = true), MeanOverTime,
    head: Dense(3),
}

converted! {
    // In bfloat16.
    torch_gru: "torch_gru.safetensors";
    [f32; 40] -> [f32; 2];
    input: [10, 4],
    conv: Conv1d(6, kernel = 3), Relu,
    rnn: Gru(7), Last,
    out: Dense(2),
}

converted! {
    torch_transformer: "torch_transformer.safetensors",
        rename(
            "h.*.ln1" = "block.*.attention.norm",
            "h.*.attn" = "block.*.attention.attn",
            "h.*.ln2" = "block.*.mlp.norm",
            "h.*.mlp.0" = "block.*.mlp.up",
            "h.*.mlp.2" = "block.*.mlp.down",
            "wte" = "words",
            "lm_head" = "head"
        );
    [u8; 7] -> [f32; 4];
    input: [7],
    words: Embedding(11 -> 8),
    #[name("block.0.attention")] attention1: Residual { norm: LayerNorm, attn: SelfAttention(heads = 2) },
    #[name("block.0.mlp")] mlp1: Residual { norm: LayerNorm, up: Dense(16), Gelu, down: Dense(8) },
    #[name("block.1.attention")] attention2: Residual { norm: LayerNorm, attn: SelfAttention(heads = 2) },
    #[name("block.1.mlp")] mlp2: Residual { norm: LayerNorm, up: Dense(16), Gelu, down: Dense(8) },
    MeanOverTime,
    head: Dense(4, bias = false),
}

converted! {
    keras_dense: "keras_dense.npz", strip_prefix = "sequential", layout = "keras";
    [f32; 6] -> [f32; 3];
    input: [6],
    hidden: Dense(12), Relu, norm: BatchNorm(eps = 0.001),
    second: Dense(8), Tanh, layer: LayerNorm(eps = 0.001),
    out: Dense(3),
}

converted! {
    // Packed, with the names that Keras gives by itself.
    keras_mobilenet: "keras_mobilenet.npz", strip_prefix = "sequential_1", layout = "keras",
        rename(
            "depthwise_conv2d" = "dw1", "batch_normalization" = "a1", "conv2d" = "pw1", "batch_normalization_1" = "b1",
            "depthwise_conv2d_1" = "dw2", "batch_normalization_2" = "a2", "conv2d_1" = "pw2", "batch_normalization_3" = "b2"
        );
    [f32; 768] -> [f32; 4];
    input: [3, 16, 16],
    stem: Conv2d(8, kernel = 3, padding = same), Relu,
    dw1: Conv2d(8, kernel = 3, stride = 2, padding = 1, groups = 8, bias = false), a1: BatchNorm(eps = 0.001), Relu,
    pw1: Conv2d(12, kernel = 1, bias = false), b1: BatchNorm(eps = 0.001), Relu,
    dw2: Conv2d(12, kernel = 3, padding = 1, groups = 12, bias = false), a2: BatchNorm(eps = 0.001), Relu,
    pw2: Conv2d(16, kernel = 1, bias = false), b2: BatchNorm(eps = 0.001), Relu,
    twice: Conv2d(32, kernel = 2, groups = 16),
    GlobalAvgPool2d,
    head: Dense(4),
}

converted! {
    keras_lstm: "keras_lstm.npz", strip_prefix = "sequential_2", layout = "keras";
    [u8; 9] -> [f32; 3];
    input: [9],
    words: Embedding(12 -> 6),
    both: Lstm(5, bidirectional = true),
    last: Lstm(4), Last,
    head: Dense(3),
}

converted! {
    // Keras's names in a file of safetensors.
    keras_gru: "keras_gru.safetensors", strip_prefix = "sequential_3", layout = "keras";
    [f32; 40] -> [f32; 2];
    input: [10, 4],
    conv: Conv1d(6, kernel = 3, causal = true), Relu,
    gru: Gru(7),
    rnn: Rnn(5), Last,
    head: Dense(2),
}

converted! {
    // In half precision.
    keras_transposed: "keras_transposed.npz", strip_prefix = "sequential_4", layout = "keras";
    [f32; 128] -> [f32; 192];
    input: [2, 8, 8],
    down: Conv2d(6, kernel = 2, stride = 2), norm: GroupNorm(3, eps = 0.001), Relu,
    up: ConvTranspose2d(3, kernel = 2, stride = 2), Flatten,
}

converted! {
    // In double precision; the scaler is a layer of the network.
    sklearn_classifier: "sklearn_classifier.npz", layout = "keras";
    [f32; 5] -> [f32; 3];
    input: [5],
    scaler: Standardize,
    fc1: Dense(10), Relu,
    fc2: Dense(6), Relu,
    fc3: Dense(3), Softmax,
}

converted! {
    // Arrays without names, packed, column by column and with their bytes the other way round.
    sklearn_regressor: "sklearn_regressor.npz", layout = "keras",
        rename("arr_0" = "fc1.kernel", "arr_1" = "fc2.kernel", "arr_2" = "fc1.bias", "arr_3" = "fc2.bias");
    [f32; 5] -> [f32; 2];
    input: [5],
    fc1: Dense(9), Tanh,
    fc2: Dense(2),
}
