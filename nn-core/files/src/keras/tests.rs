use std::fmt::Write;

use crate::places::Places;
use crate::{Dtype, Entry, Layout, LoadOptions};

/// The bytes of 0, 1, 2, ..
const COUNTING: [u8; 4 * 64] = {
    let (mut bytes, mut i) = ([0; 4 * 64], 0);
    while i < 64 {
        let [a, b, c, d] = (i as f32).to_le_bytes();
        (bytes[4 * i], bytes[4 * i + 1], bytes[4 * i + 2], bytes[4 * i + 3]) = (a, b, c, d);
        i += 1;
    }
    bytes
};

/// What a file of variables that count up comes to: `name [extents] values` line by line, then the errors.
fn turned(variables: &[(&str, &[usize])], second: &dyn Fn(&str) -> Option<usize>) -> String {
    let entry = |(name, dims): &(&str, &[usize])| {
        Entry::new((*name).to_owned(), Dtype::F32, dims.to_vec(), &COUNTING[..4 * dims.iter().product::<usize>()])
    };
    let (entries, errors) =
        LoadOptions::new().layout(Layout::Keras).apply(variables.iter().map(entry).collect(), second);
    let mut text = String::new();
    for entry in entries {
        let numbers: Vec<String> = entry.numbers().unwrap().iter().map(f64::to_string).collect();
        writeln!(text, "{} {:?} {}", entry.name, entry.dims, numbers.join(" ")).unwrap();
    }
    for error in errors {
        writeln!(text, "{error}").unwrap();
    }
    text
}

#[track_caller]
fn assert_turned(variables: &[(&str, &[usize])], expected: &[&str]) {
    assert_eq!(turned(variables, &|_| None).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn kernels_of_dense_layers_and_convolutions() {
    assert_turned(
        &[("sequential/dense/kernel", &[2, 3]), ("sequential/dense/bias", &[3]), ("out/kernel:0", &[2, 1])],
        &["sequential.dense.weight [3, 2] 0 3 1 4 2 5", "sequential.dense.bias [3] 0 1 2", "out.weight [1, 2] 0 1"],
    );
    // Two steps, two features, three filters.
    assert_turned(&[("conv1d/kernel", &[2, 2, 3])], &["conv1d.weight [3, 2, 2] 0 6 3 9 1 7 4 10 2 8 5 11"]);
    // Two rows, one column, two channels, three filters.
    assert_turned(&[("conv/kernel", &[2, 1, 2, 3])], &["conv.weight [3, 2, 2, 1] 0 6 3 9 1 7 4 10 2 8 5 11"]);
}

#[test]
fn filters_of_one_channel() {
    // Two rows, one column, two channels, two filters for each: the filter `c * 2 + m`.
    let expected = "dw.weight [4, 1, 2, 1] 0 4 1 5 2 6 3 7";
    assert_turned(&[("dw/depthwise_kernel", &[2, 1, 2, 2])], &[expected]);
    let of_one_channel = |name: &str| (name == "dw.weight").then_some(1);
    assert_eq!(turned(&[("dw/kernel", &[2, 1, 2, 2])], &of_one_channel).trim_end(), expected);
    // One channel comes in: the same either way.
    assert_eq!(turned(&[("dw/kernel", &[2, 1, 1, 2])], &of_one_channel), "dw.weight [2, 1, 2, 1] 0 2 1 3\n");
    assert_turned(&[("dw/kernel", &[2, 1, 1, 2])], &["dw.weight [2, 1, 2, 1] 0 2 1 3"]);
}

#[test]
fn what_is_only_called_otherwise() {
    assert_turned(
        &[("bn/gamma", &[2]), ("bn/beta", &[2]), ("bn/moving_mean", &[2]), ("bn/moving_variance", &[2])],
        &["bn.weight [2] 0 1", "bn.bias [2] 0 1", "bn.running_mean [2] 0 1", "bn.running_var [2] 0 1"],
    );
    assert_turned(
        &[("words/embeddings", &[2, 2]), ("rms/scale", &[2]), ("x/mean", &[1]), ("x/scale", &[1])],
        &["words.weight [2, 2] 0 1 2 3", "rms.weight [2] 0 1", "x.mean [1] 0", "x.scale [1] 0"],
    );
    assert_turned(&[("dropout/seed_generator/seed_generator_state", &[2])], &[]);
}

#[test]
fn gates() {
    // One unit: the gates are one row each.
    assert_turned(
        &[
            ("lstm/lstm_cell/kernel", &[2, 4]),
            ("lstm/lstm_cell/recurrent_kernel", &[1, 4]),
            ("lstm/lstm_cell/bias", &[4]),
        ],
        &[
            "lstm.weight_ih_l0 [4, 2] 0 4 1 5 2 6 3 7",
            "lstm.weight_hh_l0 [4, 1] 0 1 2 3",
            "lstm.bias_ih_l0 [4] 0 1 2 3",
            "lstm.bias_hh_l0 [4] 0 0 0 0",
        ],
    );
    // Update, reset, new; of two units each.
    assert_turned(
        &[("gru/kernel", &[1, 6]), ("gru/recurrent_kernel", &[2, 6]), ("gru/bias", &[2, 6])],
        &[
            "gru.weight_ih_l0 [6, 1] 2 3 0 1 4 5",
            "gru.weight_hh_l0 [6, 2] 2 8 3 9 0 6 1 7 4 10 5 11",
            "gru.bias_ih_l0 [6] 2 3 0 1 4 5",
            "gru.bias_hh_l0 [6] 8 9 6 7 10 11",
        ],
    );
    assert_turned(
        &[
            ("bi/forward_lstm/lstm_cell/recurrent_kernel", &[1, 4]),
            ("bi/backward_lstm/lstm_cell/kernel", &[1, 4]),
            ("bi/backward_lstm/lstm_cell/recurrent_kernel", &[1, 4]),
            ("rnn/simple_rnn_cell_2/recurrent_kernel", &[2, 2]),
        ],
        &[
            "bi.weight_hh_l0 [4, 1] 0 1 2 3",
            "bi.weight_ih_l0_reverse [4, 1] 0 1 2 3",
            "bi.weight_hh_l0_reverse [4, 1] 0 1 2 3",
            "rnn.weight_hh_l0 [2, 2] 0 2 1 3",
        ],
    );
}

#[test]
fn what_no_layer_here_has() {
    assert_turned(
        &[
            ("conv3d/kernel", &[1, 1, 1, 1, 1]),
            ("mha/query/kernel", &[4, 2, 2]),
            ("gru/recurrent_kernel", &[2, 6]),
            ("gru/bias", &[6]),
            ("odd/recurrent_kernel", &[2, 5]),
        ],
        &[
            "gru.weight_hh_l0 [6, 2] 2 8 3 9 0 6 1 7 4 10 5 11",
            "`conv3d/kernel` of the shape [1, 1, 1, 1, 1] is no kernel of a layer here: those of Keras have 2, 3 or 4 extents",
            "`mha/query/kernel` of the shape [4, 2, 2] belongs to an attention, whose layout in Keras is not read",
            "help: write its matrices to the file as PyTorch has them: `in_proj_weight`, `out_proj.weight`",
            "`gru/bias` of the shape [6] is the bias of a GRU with `reset_after=False`, which is another cell than PyTorch's",
            "help: train it with `reset_after=True`, Keras's default; its bias then has the shape [2, 3 * units]",
            "`odd/recurrent_kernel` of the shape [2, 5] belongs to no recurrent layer here: an LSTM has 4 columns for each unit, a GRU has 3, a `SimpleRNN` has 1",
        ],
    );
    let text = turned(&[("sep/depthwise_kernel", &[1, 1, 2, 1]), ("sep/pointwise_kernel", &[1, 1, 2, 1])], &|_| None);
    assert!(
        text.contains("`sep/pointwise_kernel` of the shape [1, 1, 2, 1] belongs to a separable convolution"),
        "{text}"
    );
    assert!(text.contains("\"sep.pointwise_kernel\" = \"point.kernel\", \"sep.bias\""), "{text}");
}

/// Whatever the extents, every value that an entry is to have can be read.
#[test]
fn no_extents_panic() {
    const PARTS: &[&str] =
        &["kernel", "recurrent_kernel", "depthwise_kernel", "bias", "gamma", "scale", "mean", "embeddings"];
    let mut state = 41_u64;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % bound
    };
    for _ in 0..20_000 {
        let mut entries = Vec::new();
        for part in PARTS {
            let dims: Vec<usize> = (0..below(6)).map(|_| below(5)).collect();
            let bytes = vec![0; 4 * dims.iter().product::<usize>()];
            let places = if below(2) == 0 { Places::rows(&dims) } else { Places::columns(&dims) };
            let entry =
                Entry::new(format!("a.{part}"), Dtype::F32, dims, &[]).lying(bytes.into(), places, below(2) == 0);
            if below(3) > 0 {
                entries.push(entry);
            }
        }
        let second = (below(2) == 0).then_some(1);
        let (entries, _) = LoadOptions::new().layout(Layout::Keras).apply(entries, &|_| second);
        for entry in entries {
            let count: usize = entry.dims.iter().product();
            assert_eq!(entry.numbers().map(|numbers| numbers.len()), Some(count), "{entry:?}");
            assert_eq!(entry.in_memory(true).map(|bytes| bytes.len()), Ok(4 * count));
        }
    }
}
