//! Samples that end before the last step, beside networks that are declared with so many steps.

use static_nn::init::Rng;
use static_nn::network::{BatchError, StepError};
use static_nn::optim::State;
use static_nn::prelude::*;
use static_nn::train::{Set, TrainError};
use static_nn::{Layer, Loss, Sample, Shape, gradcheck};

const FEATURES: usize = 3;

/// One sample and blocks differ by rounding alone.
const ROUNDING: f32 = 2e-5;

/// A list of layers for each number of steps, all of the same parameters.
macro_rules! of_every_length {
    (@nets $input:ident $layers:tt $($Net:ident $steps:literal),*) => {
        $(of_every_length! { @net $input $layers $Net $steps })*
    };
    (@net numbers [$($layers:tt)*] $Net:ident $steps:literal) => {
        network! { #[derive(Clone, Debug, PartialEq)] pub struct $Net { input: [$steps, 3], $($layers)* } }
    };
    (@net words [$($layers:tt)*] $Net:ident $steps:literal) => {
        network! { #[derive(Clone, Debug, PartialEq)] pub struct $Net { input: [$steps], $($layers)* } }
    };
    ($mod:ident, $input:ident, $loss:expr, $target:ident, [$($layers:tt)*]) => {
        mod $mod {
            use super::*;

            of_every_length! { @nets $input [$($layers)*] One 1, Four 4, Seven 7 }

            /// What the network of so many steps says of a sample: its answer, its loss and its gradient.
            fn alone(parameters: &[f32], sample: usize, length: usize) -> (Vec<f32>, f32, Vec<f32>) {
                macro_rules! of {
                    ($Net:ident, $steps:literal) => {{
                        let mut net = $Net::zeroed_boxed();
                        net.as_mut_slice().copy_from_slice(parameters);
                        let x = $input::<$steps>(sample);
                        let target = $target::<$steps>(sample, length);
                        let mut workspace = Workspace::new();
                        let gradient = net.gradient_batch(&mut workspace, &[x], &[target], $loss).unwrap();
                        let gradient = gradient.as_slice().to_vec();
                        let y = net.forward(&x);
                        (<$Net as Layer<f32>>::Output::flat(&y).to_vec(), workspace.loss(), gradient)
                    }};
                }
                match length {
                    1 => of!(One, 1),
                    4 => of!(Four, 4),
                    _ => of!(Seven, 7),
                }
            }

            #[test]
            fn each_sample_is_that_of_a_network_of_its_length() {
                check::<Seven, _, _, _>($input::<7>, $target::<7>, $loss, alone);
            }

            #[test]
            fn the_gradient_is_that_of_the_loss() {
                let xs: Vec<_> = (0..11).map(|i| Padded { values: $input::<7>(i).map(widened), length: length(i) }).collect();
                let targets: Vec<_> = (0..11).map(|i| of_double($target::<7>(i, length(i)))).collect();
                let mut net = <Seven<f64> as Network<f64>>::new(3);
                // Large enough for gradients that differences can tell from rounding.
                net.as_mut_slice().iter_mut().for_each(|value| *value *= 2.0);
                let report = gradcheck::network(&mut net, &xs, &targets, $loss).unwrap();
                assert!(report.worst() < 1e-6, "{report}");
            }
        }
    };
}

/// What becomes of a value in double precision.
trait Widen {
    type To;
    fn widen(self) -> Self::To;
}

impl Widen for u8 {
    type To = u8;
    fn widen(self) -> u8 {
        self
    }
}

impl Widen for f32 {
    type To = f64;
    fn widen(self) -> f64 {
        f64::from(self)
    }
}

impl<W: Widen, const N: usize> Widen for [W; N] {
    type To = [W::To; N];
    fn widen(self) -> [W::To; N] {
        self.map(Widen::widen)
    }
}

fn widened<W: Widen>(value: W) -> W::To {
    value.widen()
}

fn of_double<W: Widen>(value: W) -> W::To {
    value.widen()
}

/// The first steps of sequence `i`: the same whatever their number.
fn numbers<const S: usize>(i: usize) -> [[f32; FEATURES]; S] {
    std::array::from_fn(|t| std::array::from_fn(|f| (1.3 * (i * 21 + t * 3 + f) as f32).sin()))
}

/// The first words of text `i`.
#[expect(clippy::cast_possible_truncation, reason = "below nine")]
fn words<const S: usize>(i: usize) -> [u8; S] {
    std::array::from_fn(|t| ((i * i + 5 * t + i * t) % 9) as u8)
}

/// One step, some, or all.
fn length(i: usize) -> usize {
    [1, 4, 7, 4][(i * 5 + i * i / 3) % 4]
}

/// A class of each sample.
#[expect(clippy::cast_possible_truncation, reason = "below two")]
fn class<const S: usize>(i: usize, _: usize) -> u8 {
    (i % 2) as u8
}

/// A class of each step; behind the end one that there is not.
#[expect(clippy::cast_possible_truncation, reason = "below two")]
fn label_of_each<const S: usize>(i: usize, length: usize) -> [u8; S] {
    std::array::from_fn(|t| if t < length { ((i + t) % 2) as u8 } else { 255 })
}

/// Numbers of each step; behind the end none.
fn number_of_each<const S: usize>(i: usize, length: usize) -> [[f32; 2]; S] {
    std::array::from_fn(|t| if t < length { [(i as f32).cos(), (t as f32).sin()] } else { [f32::NAN; 2] })
}

/// Numbers of the last step.
fn number_of_last<const S: usize>(i: usize, _: usize) -> [f32; 2] {
    [(i as f32).cos(), 0.5]
}

fn assert_near(what: &str, a: &[f32], b: &[f32]) {
    assert_eq!(a.len(), b.len(), "{what}");
    let near = |(a, b): (&f32, &f32)| (a - b).abs() <= ROUNDING * b.abs().max(1.0);
    assert!(a.iter().zip(b).all(near), "{what}\n{a:?}\n{b:?}");
}

/// Answers, losses and gradients of a batch beside those of its samples by themselves.
fn check<N, X, Y, L>(
    x: impl Fn(usize) -> X,
    target: impl Fn(usize, usize) -> Y,
    loss: L,
    alone: impl Fn(&[f32], usize, usize) -> (Vec<f32>, f32, Vec<f32>),
) where
    N: Network<f32>,
    Padded<X>: Sample<f32, N::Input>,
    X: Spoil,
    Y: Sync + Clone,
    L: Loss<f32, N::Output, Y> + Copy,
{
    const SAMPLES: usize = 37;
    let mut net = N::boxed(5);
    let mut rng = Rng::new(9);
    #[expect(clippy::cast_possible_truncation, reason = "a parameter needs no double precision")]
    net.as_mut_slice().iter_mut().for_each(|value| *value += 0.2 * rng.normal() as f32);
    let xs: Vec<_> = (0..SAMPLES).map(|i| Padded { values: x(i), length: length(i) }).collect();
    let targets: Vec<_> = (0..SAMPLES).map(|i| target(i, length(i))).collect();
    let mut workspace = Workspace::<f32, N>::new();
    let gradient = net.gradient_batch(&mut workspace, &xs, &targets, loss).unwrap().as_slice().to_vec();
    let whole_loss = workspace.loss();
    let mut ys = vec![static_nn::bytemuck::Zeroable::zeroed(); SAMPLES];
    net.forward_batch_with(&mut workspace, &xs, &mut ys).unwrap();
    let (mut mean, mut mean_loss) = (vec![0.0; gradient.len()], 0.0);
    for (i, y) in ys.iter().enumerate() {
        let (expected, loss, gradient) = alone(net.as_slice(), i, length(i));
        assert_near("answer", &N::Output::flat(y)[..expected.len()], &expected);
        mean.iter_mut().zip(gradient).for_each(|(mean, g)| *mean += g / SAMPLES as f32);
        mean_loss += loss / SAMPLES as f32;
    }
    assert_near("gradient", &gradient, &mean);
    assert_near("loss", &[whole_loss], &[mean_loss]);
    assert_near("evaluation", &[evaluation(&net, &xs, &targets, loss)], &[mean_loss]);

    // Whatever stands behind the ends, however the batch is cut.
    let spoilt: Vec<_> = xs.iter().map(|x| Padded { values: x.values.spoil(x.length), length: x.length }).collect();
    for room in [1, 16, 64] {
        let mut workspace = Workspace::<f32, N>::with_batch(room);
        let again = net.gradient_batch(&mut workspace, &spoilt, &targets, loss).unwrap();
        assert!(again.as_slice() == gradient, "{room}");
        let mut again = vec![static_nn::bytemuck::Zeroable::zeroed(); SAMPLES];
        net.forward_batch_with(&mut workspace, &spoilt, &mut again).unwrap();
        assert!(N::Output::flat_all(&again) == N::Output::flat_all(&ys), "{room}");
    }
    let one = net.gradient(&mut workspace, &spoilt[2], &targets[2], loss).unwrap().as_slice().to_vec();
    assert_near("one", &one, &alone(net.as_slice(), 2, length(2)).2);
}

#[expect(clippy::cast_possible_truncation, reason = "a loss needs no double precision")]
fn evaluation<N: Network<f32>, X: Sample<f32, N::Input>, Y: Sync, L: Loss<f32, N::Output, Y>>(
    net: &Boxed<N>,
    xs: &[X],
    targets: &[Y],
    loss: L,
) -> f32 {
    evaluate(net, xs, targets, loss).unwrap().loss as f32
}

/// Garbage behind the end.
trait Spoil {
    fn spoil(&self, length: usize) -> Self;
}

impl<const S: usize> Spoil for [[f32; FEATURES]; S] {
    fn spoil(&self, length: usize) -> Self {
        std::array::from_fn(|t| if t < length { self[t] } else { [f32::NAN, f32::INFINITY, 1e30] })
    }
}

impl<const S: usize> Spoil for [u8; S] {
    fn spoil(&self, length: usize) -> Self {
        std::array::from_fn(|t| if t < length { self[t] } else { 200 })
    }
}

of_every_length!(recurrent, numbers, CrossEntropy, class, [
    Dense(4), Tanh, lstm: Lstm(4), gru: Gru(5), rnn: Rnn(4, nonlinearity = relu), Last, Dense(2),
]);
of_every_length!(both_directions, numbers, CrossEntropy, class, [
    lstm: Lstm(3, bidirectional = true, layers = 2), gru: Gru(4, bidirectional = true),
    rnn: Rnn(3, bidirectional = true, bias = false), Last, Dense(2),
]);
of_every_length!(beside_each_other, numbers, CrossEntropy, class, [
    Concat { { gru: Gru(4, bidirectional = true) }, { Residual { rnn: Rnn(3, bidirectional = true), Dense(3) } } }, Last, Dense(2),
]);
of_every_length!(over_time, numbers, CrossEntropy, class, [
    Dense(4), LayerNorm, Concat { { MeanOverTime }, { MaxOverTime }, { Last } }, Dense(2),
]);
of_every_length!(attention, numbers, CrossEntropy, class, [
    Dense(4), PositionalEncoding, Residual { LayerNorm, SelfAttention(heads = 2) },
    Residual { RmsNorm, SelfAttention(heads = 1, causal = true) }, MeanOverTime, Dense(2),
]);
of_every_length!(convolutions, numbers, CrossEntropy, class, [
    Conv1d(4, kernel = 3, padding = same), Relu, Conv1d(4, kernel = 4, padding = same, dilation = 2, groups = 2), Silu,
    Conv1d(5, kernel = 2, causal = true), Add { { Conv1d(3, kernel = 1) }, { Dense(3) } }, MaxOverTime, Dense(2),
]);
of_every_length!(texts, words, CrossEntropy, class, [
    words: Embedding(9 -> 4), Residual { Gru(4) }, Multiply { { Dense(4), Sigmoid }, {} },
    Conv1d(4, kernel = 3, padding = same), MeanOverTime, Dense(2),
]);
of_every_length!(labels, words, EveryStep(CrossEntropy), label_of_each, [
    words: Embedding(9 -> 4), gru: Gru(4, bidirectional = true), SelfAttention(heads = 2), Dense(2),
]);
of_every_length!(weighted_labels, words, EveryStep(CrossEntropy.class_weights([0.5, 3.0])), label_of_each, [
    words: Embedding(9 -> 4), Gru(4), Dense(2),
]);
of_every_length!(values, numbers, EveryStep(MeanSquaredError), number_of_each, [Lstm(4), LayerNorm, Dense(2),]);
of_every_length!(
    forecasts,
    numbers,
    LastStep(MeanSquaredError),
    number_of_last,
    [Conv1d(4, kernel = 3, causal = true), Tanh, Gru(4), Dense(2),]
);

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Text { input: [7], words: Embedding(9 -> 4), Gru(5, bidirectional = true), Last, Dense(2) }
}

fn texts_and_classes(count: usize) -> (Vec<Padded<[u8; 7]>>, Vec<u8>) {
    let xs: Vec<_> = (0..count).map(|i| Padded { values: words(i), length: length(i) }).collect();
    // Whether the last word is one of the first.
    let ys = xs.iter().map(|x| u8::from(x.values[x.length - 1] < 4)).collect();
    (xs, ys)
}

#[test]
fn a_padded_set_is_learned() {
    let (xs, ys) = texts_and_classes(300);
    let mut net = Text::boxed(3);
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-2)).epochs(20).batch_size(20).shuffle(1);
    trainer.validation(&xs[200..], &ys[200..]).fit(&mut net, &xs[..200], &ys[..200]).unwrap();
    assert!(evaluate(&net, &xs, &ys, CrossEntropy).unwrap().accuracy.unwrap() > 0.99);
}

#[test]
fn steps_are_filled_up() {
    assert_eq!(Padded::<[u8; 4]>::of(&[7, 8]), Some(Padded { values: [7, 8, 0, 0], length: 2 }));
    assert_eq!(Padded::<[[f32; 1]; 2]>::of(&[[7.0], [8.0]]), Some(Padded { values: [[7.0], [8.0]], length: 2 }));
    assert_eq!(Padded::<[u8; 2]>::of(&[7, 8, 9]), None);
    assert_eq!(Padded::<[u8; 2]>::of(&[]), None);
}

#[test]
fn impossible_lengths_are_refused() {
    let mut net = Text::boxed(3);
    let before = net.clone();
    let (good, ys) = texts_and_classes(20);
    let (mut workspace, adam) = (Workspace::new(), Adam::new(0.1));
    for wrong in [0, 8, usize::MAX] {
        let mut xs = good.clone();
        xs[17].length = wrong;
        let error = BatchError::Steps { sample: 17, length: wrong, steps: 7 };
        assert_eq!(error.to_string(), format!("sample 17 has {wrong} steps, but the network takes from 1 to 7"));
        let mut answers = vec![[7.0; 2]; 20];
        assert_eq!(net.forward_batch(&xs, &mut answers), Err(error));
        assert_eq!(net.forward_batch_with(&mut workspace, &xs, &mut answers), Err(error));
        assert_eq!(answers, [[7.0; 2]; 20]);
        assert_eq!(net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap_err(), error);
        let alone = BatchError::Steps { sample: 0, length: wrong, steps: 7 };
        assert_eq!(net.gradient(&mut workspace, &xs[17], &1_u8, CrossEntropy).unwrap_err(), alone);
        let mut state = State::new::<Text>(&adam);
        let step = net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, CrossEntropy);
        assert_eq!(step, Err(StepError::Batch(error)));
        let refused = Trainer::new(CrossEntropy, adam).fit(&mut net, &xs, &ys).unwrap_err();
        assert_eq!(refused, TrainError::Steps { set: Set::Training, sample: 17, length: wrong, steps: 7 });
        let refused = evaluate(&net, &xs, &ys, CrossEntropy).unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!("sample 17 of the evaluation set has {wrong} steps, but the network takes from 1 to 7")
        );
    }
    // What stands behind the end is not looked at, the last real word is.
    let mut xs = good;
    xs[3] = Padded { values: [1, 2, 3, 200, 200, 200, 200], length: 3 };
    assert!(net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).is_ok());
    xs[3].length = 4;
    let error = net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap_err();
    assert_eq!(error, BatchError::Vocabulary { sample: 3, place: 3, value: 200.0, vocabulary: 9 });
    assert_eq!(net, before);
}

network! {
    #[derive(Debug)]
    pub struct Inner { input: [7, 3], Gru(2), places: Conv1d(2, kernel = 3), Last }
}

network! {
    #[derive(Debug)]
    pub struct Flat { input: [7, 3], Gru(2), Flatten, Dense(2) }
}

network! {
    #[derive(Debug)]
    pub struct Outer { input: [7, 3], Dense(3), inner: Inner }
}

network! {
    #[derive(Debug)]
    pub struct Beside { input: [7, 3], both: Add { { Last }, { MaxPool1d(2), Last } } }
}

network! {
    #[derive(Debug)]
    pub struct Again { input: [7, 3], Last, Reshape([3, 1]), Gru(2), Last }
}

network! {
    #[derive(Debug)]
    pub struct Labels { input: [7, 3], Gru(2) }
}

#[test]
fn layers_that_do_not_heed_ends_are_named() {
    macro_rules! check {
        ($Net:ident, $name:literal) => {
            let xs = [Padded { values: [[1.0; 3]; 7], length: 3 }; 2];
            let (net, mut workspace) = ($Net::boxed(1), Workspace::new());
            let error = BatchError::Ends { layer: $name };
            assert_eq!(net.forward_batch(&xs, &mut [[0.0; 2]; 2]), Err(error));
            assert_eq!(net.gradient_batch(&mut workspace, &xs, &[0_u8; 2], CrossEntropy).unwrap_err(), error);
            let refused = Trainer::new(CrossEntropy, Adam::new(0.1)).fit(&mut net.clone_boxed(), &xs, &[0_u8; 2]);
            assert_eq!(refused.unwrap_err(), TrainError::Ends(error));
        };
    }
    check!(Inner, "places");
    check!(Flat, "Flatten");
    check!(Outer, "inner");
    check!(Again, "Reshape([3, 1])");
    let error = BatchError::Ends { layer: "Flatten" };
    assert_eq!(
        error.to_string(),
        "samples that end early cannot pass `Flatten`, which takes all steps for real: leave it out, or hand on the values alone"
    );
    assert_eq!(<Beside as Layer<f32>>::HEEDLESS, Some("both"));
    assert_eq!(<Labels as Layer<f32>>::HEEDLESS, None);
}

#[test]
fn losses_and_windows_that_do_not_heed_ends_are_refused() {
    let xs = [Padded { values: [[1.0; 3]; 7], length: 3 }; 2];
    let targets = [[[0.5; 2]; 7]; 2];
    let (net, mut workspace) = (Labels::boxed(1), Workspace::new());
    let error = net.gradient_batch(&mut workspace, &xs, &targets, MeanSquaredError).unwrap_err();
    assert_eq!(error, BatchError::EndsOfLoss);
    assert_eq!(
        error.to_string(),
        "the loss compares all steps, also those behind the end of a sample: write `EveryStep(..)` or `LastStep(..)` around it"
    );
    assert_eq!(net.gradient(&mut workspace, &xs[0], &targets[0], MeanSquaredError).unwrap_err(), error);
    assert_eq!(evaluate(&net, &xs, &targets, MeanSquaredError).unwrap_err(), TrainError::Ends(error));
    net.gradient_batch(&mut workspace, &xs, &targets, EveryStep(MeanSquaredError)).unwrap();
}
