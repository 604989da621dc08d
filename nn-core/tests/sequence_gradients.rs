//! `backward` of every layer of sequences against finite differences, on both paths, in double precision.

use nn_core::gradcheck;
use nn_core::init::Rng;
use nn_core::{
    AvgPool1d, Bidirectional, Causal, CausalSelfAttention, Conv1d, D1, D2, Dense, EachStep, Embedding, Gru, Last,
    Layer, LayerNorm, LearnedPositionalEncoding, Lstm, MaxOverTime, MaxPool1d, MeanOverTime, NoBias,
    PositionalEncoding, ReluRnn, Rnn, SVector, Sample, SelfAttention, Softmax, Span1d, Stacked,
};

/// Analytic and numerical gradients agree to this relative error; the differences themselves are good to about 1e-9.
const TOLERANCE: f64 = 1e-7;

/// One sample, and batches that fill blocks and do not.
const COUNTS: [usize; 4] = [1, 5, 8, 19];

fn check<const N: usize, L: Layer<f64> + Clone>(name: &str, mut layer: L)
where
    [f64; N]: Sample<f64, L::Input>,
{
    let mut rng = Rng::new(7);
    layer.as_mut_slice().fill_with(|| 0.6 * rng.normal());
    let value = |rng: &mut Rng| match L::VOCABULARY {
        Some(words) => (rng.uniform() * words as f64).floor(),
        None => rng.normal(),
    };
    for count in COUNTS {
        let samples: Vec<[f64; N]> = (0..count).map(|_| core::array::from_fn(|_| value(&mut rng))).collect();
        let report = gradcheck::layer(&mut layer, &samples, 3);
        assert!(report.worst() < TOLERANCE, "{name}, {count} samples:\n{report}");
    }
}

/// The same of a layer with parameters.
fn check_zeroed<const N: usize, L: Layer<f64> + Clone>(name: &str)
where
    [f64; N]: Sample<f64, L::Input>,
{
    check::<N, L>(name, L::zeroed());
}

type Vector<const N: usize> = SVector<f64, N>;
/// Seven steps of three features, and what some layers make of them.
type X = D2<7, 3, 21>;
type Five = D2<7, 5, 35>;
type Four = D2<7, 4, 28>;

#[test]
fn recurrent_layers() {
    check_zeroed::<21, Lstm<f64, 3, 5, 20, X, Five>>("lstm");
    check_zeroed::<21, Lstm<f64, 3, 5, 20, X, Five, NoBias, 0, true>>("lstm in reverse, without bias");
    check_zeroed::<21, Gru<f64, 3, 5, 15, X, Five>>("gru");
    check_zeroed::<21, Gru<f64, 3, 5, 15, X, Five, Vector<15>, 1, true>>("gru in reverse");
    check_zeroed::<21, Rnn<f64, 3, 5, 5, X, Five>>("rnn");
    check_zeroed::<21, ReluRnn<f64, 3, 5, 5, X, Five, NoBias>>("rnn with rectifiers");
    // One step, and more units than a step of one sample is compiled for.
    check_zeroed::<3, Gru<f64, 3, 40, 120, D2<1, 3, 3>, D2<1, 40, 40>>>("gru of one step");
}

#[test]
fn recurrent_layers_together() {
    type First = Gru<f64, 3, 4, 12, X, Four>;
    type Reverse = Gru<f64, 3, 4, 12, X, Four, Vector<12>, 0, true>;
    check_zeroed::<21, Stacked<First, Gru<f64, 4, 5, 15, Four, Five, Vector<15>, 1>>>("two layers");
    check_zeroed::<21, Bidirectional<First, Reverse, D2<7, 8, 56>>>("both directions");
}

#[test]
fn convolutions() {
    check_zeroed::<21, Conv1d<f64, 3, 5, 9, X, D2<5, 5, 25>, Span1d<3>>>("conv1d");
    check_zeroed::<21, Conv1d<f64, 3, 4, 9, X, D2<3, 4, 12>, Span1d<3, 2, 1, 2>, 1, NoBias>>(
        "conv1d with all settings",
    );
    check_zeroed::<21, Conv1d<f64, 3, 5, 6, X, Five, Causal<2, 9, 3>>>("causal conv1d");
    check_zeroed::<21, Conv1d<f64, 3, 6, 2, X, D2<4, 6, 24>, Span1d<2, 2, 1>, 3>>("depthwise conv1d");
    check_zeroed::<28, Conv1d<f64, 4, 6, 6, Four, D2<7, 6, 42>, Causal<3, 16, 2>, 2, NoBias>>("conv1d of two groups");
    check_zeroed::<57, Conv1d<f64, 3, 2, 3, D2<19, 3, 57>, D2<19, 2, 38>, Span1d<1>>>("conv1d of one step");
}

#[test]
fn attention() {
    type Six = D2<5, 6, 30>;
    check_zeroed::<30, SelfAttention<f64, 6, 18, 2, Six>>("attention");
    check_zeroed::<30, CausalSelfAttention<f64, 6, 18, 3, Six, NoBias, NoBias>>("causal attention without bias");
    check_zeroed::<21, CausalSelfAttention<f64, 3, 9, 1, X>>("attention of one head");
    check_zeroed::<4, SelfAttention<f64, 4, 12, 4, D2<1, 4, 4>>>("attention of one step");
    // More weights than a step of one sample is compiled for.
    check_zeroed::<120, CausalSelfAttention<f64, 40, 120, 4, D2<3, 40, 120>>>("wide attention");
    check::<21, _>("waves", PositionalEncoding::<X>::new());
    check_zeroed::<21, LearnedPositionalEncoding<f64, 7, 3, X>>("learned places");
}

#[test]
fn pools() {
    check::<21, _>("largest", MaxPool1d::<X, D2<3, 3, 9>, Span1d<3, 2>>::new());
    check::<21, _>("largest of padded windows", MaxPool1d::<X, D2<4, 3, 12>, Span1d<3, 2, 1, 1>>::new());
    check::<21, _>("mean", AvgPool1d::<X, D2<3, 3, 9>, Span1d<2, 2>>::new(true));
    check::<21, _>("mean of what is there", AvgPool1d::<X, D2<8, 3, 24>, Span1d<2, 1, 1>>::new(false));
}

#[test]
fn words() {
    check_zeroed::<7, Embedding<f64, 11, 5, 7, Five>>("embedding");
    check_zeroed::<4, Embedding<f64, 1, 33, 4, D2<4, 33, 132>>>("embedding of one word");
    check_zeroed::<7, Stacked<Embedding<f64, 4, 3, 7, X>, Gru<f64, 3, 5, 15, X, Five>>>("embedding and gru");
}

#[test]
fn steps_and_vectors() {
    check_zeroed::<21, EachStep<Dense<f64, 3, 5>, X, Five>>("dense");
    check_zeroed::<21, EachStep<LayerNorm<f64, 3>, X, X>>("layer norm");
    check::<21, _>("softmax", EachStep::<_, X, X>::of(Softmax::<D1<3>>::new()));
    check::<21, _>("last", Last::<X>::new());
    check::<21, _>("mean", MeanOverTime::<X>::new());
    check::<21, _>("max", MaxOverTime::<X>::new());
}
