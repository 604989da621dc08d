//! Every layer and every loss at the magnitudes that `f32` holds: one sample and blocks, at every level of vector instructions, against
//! the same in double precision, where nothing overflows.

use nn_core::bytemuck::Zeroable;
use nn_core::init::{Init, Rng, fill};
use nn_core::kernels::pack::{put, unpack};
use nn_core::kernels::{Noise, dispatch, for_each_function, level, levels};
use nn_core::loss::Loss;
use nn_core::prepare::StandardScaler;
use nn_core::scalar::{Lanes32, Number};
use nn_core::{
    BatchNorm, BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, CosineSimilarity, CrossEntropy, D1, Dense,
    Flatten, HalfMeanSquaredError, Hinge, Huber, Identity, KlDivergence, Layer, LayerNorm, LogSoftmax,
    MeanAbsoluteError, MeanSquaredError, MultiMargin, Parameters, Pass, Record, Residual, RmsNorm, Scalar, SmoothL1,
    Softmax, Standardize, SumSquaredError,
};

/// How many values a sample has: more than a vector, and no multiple of one.
const N: usize = 19;

/// A lane for each. Around 1.8e19 a square overflows, around 2.6e12 a cube, below 1e-19 a square vanishes.
const MAGNITUDES: [f64; 16] =
    [1e-38, 1e-30, 1e-20, 1e-10, 1e-3, 1.0, 10.0, 100.0, 1e6, 1e12, 1e13, 1e18, 2e19, 1e25, 1e38, 3e38];

/// Relative to the largest value of a sample: some hundred roundings.
const TOLERANCE: f64 = 1e-5;

/// Gradients are whole multiples of 2^-117, and so exact to that only: this, times the tolerance.
const VANISHING: f64 = 1e-30;

type Values<T> = [T; N];

/// A result in double precision.
fn wide(values: &[f32]) -> Vec<f64> {
    values.iter().copied().map(f64::from).collect()
}

/// Asserts that `found` is `expected`, as near as `f32` comes to it: relative to the largest, or to `floor`.
///
/// What is not finite must be near the end of the range: of a mean the sum over a sample, or twice that, may be beyond it.
#[track_caller]
fn assert_near(what: &str, found: &[f32], expected: &[f64], floor: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let largest = expected.iter().fold(floor, |largest, value| largest.max(value.abs()));
    for (i, (&found, &expected)) in found.iter().zip(expected).enumerate() {
        let near = (f64::from(found) - expected).abs() <= TOLERANCE * largest + f64::from(f32::MIN_POSITIVE);
        let beyond = found.is_infinite()
            && found.is_sign_negative() == expected.is_sign_negative()
            && expected.abs() * 2.0 * N as f64 >= f64::from(f32::MAX);
        assert!(near || beyond, "{what}: value {i} is {found:e}, expected {expected:e}");
    }
}

/// A sample for each magnitude, and what its gradient begins with.
fn samples(seed: u64) -> Vec<Values<f32>> {
    let mut rng = Rng::new(seed);
    let sample = |magnitude| std::array::from_fn(|_| f32::from_f64((2.0 * rng.uniform() - 1.0) * magnitude));
    MAGNITUDES.map(sample).to_vec()
}

fn slopes() -> Values<f32> {
    let mut rng = Rng::new(5);
    std::array::from_fn(|_| f32::from_f64(rng.normal()))
}

/// What one sample comes to: the output, the gradient with respect to the input, that with respect to the parameters.
type Results<T> = (Values<T>, Values<T>, Vec<T>);

fn one_sample<T: Scalar, L>(level: nn_core::Level, layer: &L, x: &Values<T>, dy: &Values<T>) -> Results<T>
where
    L: Layer<T, Input = D1<N>, Output = D1<N>> + Clone,
{
    let (mut y, mut dx, mut grad) = ([T::ZERO; N], [T::ZERO; N], layer.clone());
    let (mut cache, mut scratch) = (vec![T::ZERO; L::CACHE], vec![T::ZERO; L::SCRATCH]);
    grad.as_mut_slice().fill(T::ZERO);
    dispatch!(T: level, simd => {
        layer.forward(simd, x, &mut y, &mut scratch);
        if !L::COUPLED {
            layer.forward_train(simd, Noise::new(0), x, &mut y, &mut cache, &mut scratch);
            let record = Record { x, y: &y, cache: &cache };
            layer.backward(simd, record, dy, Some(&mut dx), &mut grad, &mut scratch);
        }
    });
    (y, dx, grad.as_slice().to_vec())
}

/// The same through a block of its own, or with all magnitudes side by side; then without the gradient of the parameters.
fn block<L>(level: nn_core::Level, layer: &L, xs: &[Values<f32>], dy: &Values<f32>) -> Vec<Results<f32>>
where
    L: Layer<f32, Input = D1<N>, Output = D1<N>> + Clone,
{
    let mut x = [[Lanes32::zeroed(); N]];
    let mut slopes = x;
    let (mut y, mut dx, mut grad) = (x, x, layer.clone());
    for lane in 0..f32::LANES {
        put::<f32>(&xs[lane.min(xs.len() - 1)], lane, &mut x[0]);
        put::<f32>(if lane < xs.len() { dy } else { &[0.0; N] }, lane, &mut slopes[0]);
    }
    let (mut cache, mut scratch) = (vec![Lanes32::zeroed(); L::CACHE], vec![Lanes32::zeroed(); L::BLOCK_SCRATCH]);
    grad.as_mut_slice().fill(0.0);
    let pass = Pass { level, ..Pass::new(xs.len()) };
    layer.forward_blocks(&pass, &x, &mut y, &mut scratch);
    if !L::COUPLED {
        layer.forward_train_blocks(&pass, &x, &mut y, &mut cache, &mut scratch);
        let record = Record { x: &x[..], y: &y[..], cache: &cache[..] };
        layer.backward_blocks(&pass, record, &slopes, Some(&mut dx), &mut grad, &mut scratch);
    }
    let of = |block: &[Lanes32; N], lane| {
        let mut sample = [0.0; N];
        unpack::<f32>(block, lane, &mut sample);
        sample
    };
    (0..xs.len()).map(|lane| (of(&y[0], lane), of(&dx[0], lane), grad.as_slice().to_vec())).collect()
}

/// `single` and `double` are the same layer, whose derivatives are made from numbers as large as `slope`.
fn check<A, B>(name: &str, mut single: A, mut double: B, slope: f64)
where
    A: Layer<f32, Input = D1<N>, Output = D1<N>> + Clone,
    B: Layer<f64, Input = D1<N>, Output = D1<N>> + Clone,
{
    fill::<f32, A>(&mut single, Init::Default, &mut Rng::new(7));
    for (double, single) in double.as_mut_slice().iter_mut().zip(single.as_slice()) {
        *double = f64::from(*single);
    }
    let (xs, dy) = (samples(3), slopes());
    for level in levels() {
        let together = block(level, &single, &xs, &dy);
        for ((magnitude, x), together) in MAGNITUDES.iter().zip(&xs).zip(&together) {
            let (y, dx, grad) = one_sample(level, &double, &x.map(f64::from), &dy.map(f64::from));
            let alone = &block(level, &single, &[*x], &dy)[0];
            for (path, found) in
                [("one sample", &one_sample(level, &single, x, &dy)), ("a block", alone), ("all together", together)]
            {
                let what = format!("{name} at {magnitude:e}, {path}, {level:?}");
                assert_near(&format!("{what}, output"), &found.0, &y, 0.0);
                assert_near(&format!("{what}, gradient"), &found.1, &dx, slope.max(VANISHING));
                if path != "all together" {
                    assert_near(&format!("{what}, gradient of the parameters"), &found.2, &grad, VANISHING);
                }
            }
        }
    }
}

/// Every activation; a setting is 0.3.
macro_rules! activations {
    ($(
        $(#[$doc:meta])*
        $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
    )*) => {
        $($(
            let layer = nn_core::$Name::<D1<N>>::$constructor($({ let $setting: $Type = 0.3; $setting })?);
            check(concat!(stringify!($Name), "::", stringify!($constructor)), layer, layer, 1.0);
        )*)*
    };
}

#[test]
fn activations_at_every_magnitude() {
    for_each_function! { activations }
}

#[test]
fn layers_of_all_values_at_every_magnitude() {
    check("softmax", Softmax::<D1<N>>::new(), Softmax::<D1<N>>::new(), 0.0);
    check("log_softmax", LogSoftmax::<D1<N>>::new(), LogSoftmax::<D1<N>>::new(), 0.0);
    check("identity", Identity::<D1<N>>::new(), Identity::<D1<N>>::new(), 0.0);
    check("flatten", Flatten::<D1<N>>::new(), Flatten::<D1<N>>::new(), 0.0);
    check("layer_norm", LayerNorm::<f32, N>::zeroed(), LayerNorm::<f64, N>::zeroed(), 0.0);
    check("rms_norm", RmsNorm::<f32, N>::zeroed(), RmsNorm::<f64, N>::zeroed(), 0.0);
    check("batch_norm", BatchNorm::<f32, N>::zeroed(), BatchNorm::<f64, N>::zeroed(), 0.0);
    let scaler = Standardize::<f32, N>::from(StandardScaler { mean: [0.5; N], scale: [3.0; N] });
    check("standardize", scaler, Standardize::<f64, N>::zeroed(), 0.0);
    check("dense", Dense::<f32, N, N>::zeroed(), Dense::<f64, N, N>::zeroed(), 0.0);
    let residual = Residual { block: Dense::<f32, N, N>::zeroed() };
    check("residual", residual, Residual { block: Dense::<f64, N, N>::zeroed() }, 0.0);
}

/// `single` and `double` make the targets of the two scalars of numbers as large as the outputs.
fn check_loss<L, A, B>(name: &str, loss: &L, single: impl Fn(&Values<f32>) -> A, double: impl Fn(&Values<f64>) -> B)
where
    L: Loss<f32, D1<N>, A> + Loss<f64, D1<N>, B>,
{
    let (ys, targets) = (samples(4), samples(6));
    let targets: Vec<(A, B)> = targets.iter().map(|t| (single(t), double(&t.map(f64::from)))).collect();
    let of_block: Vec<&A> = targets.iter().map(|(target, _)| target).collect();
    let mut y = [Lanes32::zeroed(); N];
    for (lane, sample) in ys.iter().enumerate() {
        put::<f32>(sample, lane, &mut y);
    }
    for level in levels() {
        let (mut block, mut losses) = ([Lanes32::zeroed(); N], [0.0; 16]);
        let pass = Pass { level, ..Pass::new(16) };
        Loss::<f32, D1<N>, A>::block(loss, &pass, &y, &of_block, 1.0, &mut block, &mut losses);
        for (lane, (sample, target)) in ys.iter().zip(&targets).enumerate() {
            let (mut slopes, mut expected, mut of_lane) = ([0.0_f32; N], [0.0_f64; N], [0.0_f32; N]);
            let value = dispatch!(f32: level, simd => loss.sample(simd, sample, &target.0, &mut slopes));
            let exact =
                dispatch!(f64: level, simd => loss.sample(simd, &sample.map(f64::from), &target.1, &mut expected));
            unpack::<f32>(&block, lane, &mut of_lane);
            let what = format!("{name} at {:e}, {level:?}", MAGNITUDES[lane]);
            assert_near(&format!("{what}, one sample"), &[value], &[exact], 0.0);
            assert_near(&format!("{what}, a block"), &[losses[lane]], &[exact], 0.0);
            assert_near(&format!("{what}, gradient of one sample"), &slopes, &expected, 0.0);
            assert_near(&format!("{what}, gradient of a block"), &of_lane, &expected, VANISHING);
        }
    }
}

/// Numbers as targets.
fn numbers<L: Loss<f32, D1<N>, Values<f32>> + Loss<f64, D1<N>, Values<f64>>>(name: &str, loss: &L) {
    check_loss(name, loss, |t| *t, |t| *t);
}

/// Probabilities of the classes.
fn chances<L: Loss<f32, D1<N>, Values<f32>> + Loss<f64, D1<N>, Values<f64>>>(name: &str, loss: &L) {
    let exact = std::array::from_fn(|i| {
        if i == 2 {
            0.25
        } else if i < 13 {
            0.0625
        } else {
            0.0
        }
    });
    check_loss(name, loss, move |_| exact.map(f32::from_f64), move |_| exact);
}

/// Yes or no.
fn answers<L: Loss<f32, D1<N>, [bool; N]> + Loss<f64, D1<N>, [bool; N]>>(name: &str, loss: &L) {
    check_loss(name, loss, |t| t.map(|t| t > 0.0), |t| t.map(|t| t > 0.0));
}

/// A class.
fn class<L: Loss<f32, D1<N>, usize> + Loss<f64, D1<N>, usize>>(name: &str, loss: &L) {
    check_loss(name, loss, |_| 3, |_| 3);
}

#[test]
fn losses_at_every_magnitude() {
    let weights: [f64; N] = std::array::from_fn(|i| 0.5 + i as f64 / 8.0);
    class("cross_entropy", &CrossEntropy);
    class("weighted cross_entropy", &CrossEntropy.class_weights(weights).label_smoothing(0.1));
    chances("cross_entropy of chances", &CrossEntropy);
    chances("weighted cross_entropy of chances", &CrossEntropy.class_weights(weights).label_smoothing(0.1));
    class("multi_margin", &MultiMargin::new(1.0));
    chances("kl_divergence", &KlDivergence);
    answers("binary_cross_entropy", &BinaryCrossEntropy);
    chances("binary_cross_entropy of chances", &BinaryCrossEntropy);
    answers("weighted binary_cross_entropy", &BinaryCrossEntropy.positive_weight(2.5));
    answers("hinge", &Hinge);
    numbers("mean_squared_error", &MeanSquaredError);
    numbers("half_mean_squared_error", &HalfMeanSquaredError);
    numbers("sum_squared_error", &SumSquaredError);
    numbers("mean_absolute_error", &MeanAbsoluteError);
    numbers("huber", &Huber::new(0.7));
    numbers("smooth_l1", &SmoothL1::new(0.7));
    numbers("cosine_similarity", &CosineSimilarity);
}

/// Probabilities are never large, but may be small.
#[test]
fn probabilities_at_every_magnitude() {
    let (mut seen, level) = (0, level());
    for magnitude in MAGNITUDES.into_iter().filter(|magnitude| *magnitude <= 1.0) {
        let y: Values<f32> = samples(4)[5].map(|y| y.abs() * f32::from_f64(magnitude));
        let target: [bool; N] = std::array::from_fn(|i| i % 3 == 0);
        let (mut slopes, mut expected, mut of_lane) = ([0.0_f32; N], [0.0_f64; N], [0.0_f32; N]);
        let loss = BinaryCrossEntropyOfProbabilities;
        let value = dispatch!(f32: level, simd => loss.sample(simd, &y, &target, &mut slopes));
        let exact = dispatch!(f64: level, simd => loss.sample(simd, &y.map(f64::from), &target, &mut expected));
        let (mut lanes, mut block, mut losses) = ([Lanes32::zeroed(); N], [Lanes32::zeroed(); N], [0.0]);
        put::<f32>(&y, 0, &mut lanes);
        loss.block(&Pass::new(1), &lanes, &[&target], 1.0, &mut block, &mut losses);
        unpack::<f32>(&block, 0, &mut of_lane);
        assert_near(&format!("one sample at {magnitude:e}"), &[value], &[exact], 0.0);
        assert_near(&format!("a block at {magnitude:e}"), &losses, &[exact], 0.0);
        assert_near(&format!("gradient of one sample at {magnitude:e}"), &slopes, &expected, 0.0);
        assert_near(&format!("gradient of a block at {magnitude:e}"), &of_lane, &wide(&slopes), 0.0);
        seen += 1;
    }
    assert!(seen > 3);
}
