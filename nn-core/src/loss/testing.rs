//! What every loss is tested for: its gradient against finite differences, its block path against its one-sample path, and that a NaN
//! is never hidden.

use bytemuck::Zeroable;
use std::vec::Vec;

use super::Loss;
use crate::init::Rng;
use crate::kernels::dispatch;
use crate::kernels::levels;
use crate::layer::Pass;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// A few roundings of numbers around one.
pub(super) const ROUNDING: f64 = 1e-14;

/// Central differences with a step of 1e-5 leave an error around 1e-10 for functions with derivatives around one.
const DIFFERENCES: f64 = 1e-6;

/// Numbers around zero.
pub(super) fn normals<T: Scalar, const N: usize>(rng: &mut Rng) -> [T; N] {
    core::array::from_fn(|_| T::from_f64(rng.normal()))
}

/// Probabilities of `N` classes.
pub(super) fn probabilities<T: Scalar, const N: usize>(rng: &mut Rng) -> [T; N] {
    let weights: [f64; N] = core::array::from_fn(|_| rng.uniform());
    weights.map(|weight| T::from_f64(weight / weights.iter().sum::<f64>()))
}

/// The values of an output, unless a test says otherwise.
fn output(rng: &mut Rng) -> f64 {
    2.0 * rng.normal()
}

fn draw<T: Scalar, Y: Shape>(rng: &mut Rng, output: impl Fn(&mut Rng) -> f64) -> Y::Of<T> {
    let mut y = Y::Of::<T>::zeroed();
    for value in Y::flat_mut(&mut y) {
        *value = T::from_f64(output(rng));
    }
    y
}

fn sample<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    y: &Y::Of<T>,
    target: &Target,
) -> (f64, Y::Of<T>) {
    let mut dy = Y::Of::<T>::zeroed();
    let value = dispatch!(T: crate::kernels::level(), simd => loss.sample(simd, y, target, &mut dy));
    (value.to_f64(), dy)
}

/// The loss of one sample and its gradient.
pub(super) fn gradient<Y: Shape, Target>(
    loss: &impl Loss<f64, Y, Target>,
    y: &Y::Of<f64>,
    target: &Target,
) -> (f64, Y::Of<f64>) {
    sample(loss, y, target)
}

/// Both checks, in double precision.
pub(super) fn check_loss<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    target: impl Fn(&mut Rng) -> Target + Copy,
) {
    check_loss_at(loss, output, target);
}

/// The same at outputs that are drawn so.
pub(super) fn check_loss_at<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    output: impl Fn(&mut Rng) -> f64 + Copy,
    target: impl Fn(&mut Rng) -> Target + Copy,
) {
    check_gradient(loss, output, target);
    check_block_at(loss, output, target);
}

fn check_gradient<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    output: impl Fn(&mut Rng) -> f64 + Copy,
    target: impl Fn(&mut Rng) -> Target,
) {
    const STEP: f64 = 1e-5;
    let mut rng = Rng::new(5);
    for _ in 0..10 {
        let (y, target) = (draw::<T, Y>(&mut rng, output), target(&mut rng));
        assert_eq!(loss.check(&target), Ok(()));
        let (_, dy) = sample(loss, &y, &target);
        for output in 0..Y::LEN {
            let at = |step: f64| {
                let mut y = y;
                Y::flat_mut(&mut y)[output] += T::from_f64(step);
                loss.value(&y, &target).to_f64()
            };
            let expected = (at(STEP) - at(-STEP)) / (2.0 * STEP);
            let found = Y::flat(&dy)[output].to_f64();
            assert!((found - expected).abs() <= DIFFERENCES * expected.abs().max(1.0), "{found} against {expected}");
        }
    }
}

/// A NaN at any place of the output makes the loss NaN, on both paths.
fn check_nan<T: Scalar, Y: Shape, Target>(loss: &impl Loss<T, Y, Target>, y: &Y::Of<T>, target: &Target) {
    for place in 0..Y::LEN {
        let mut y = *y;
        Y::flat_mut(&mut y)[place] = T::from_f64(f64::NAN);
        assert!(loss.value(&y, target).to_f64().is_nan(), "{place}");
        let (mut block, mut dy) = (Y::Of::<T::Lanes>::zeroed(), Y::Of::<T::Lanes>::zeroed());
        for (lanes, value) in scalars_mut::<T>(Y::flat_mut(&mut block)).chunks_exact_mut(T::LANES).zip(Y::flat(&y)) {
            lanes.fill(*value);
        }
        for level in levels() {
            let mut value = [T::ZERO];
            loss.block(&Pass { level, ..Pass::new(1) }, &block, &[target], T::ONE, &mut dy, &mut value);
            assert!(value[0].to_f64().is_nan(), "{place}, {level:?}");
        }
    }
}

/// The block path at outputs around zero.
pub(super) fn check_block<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    target: impl Fn(&mut Rng) -> Target,
) {
    check_block_at(loss, output, target);
}

/// Blocks of every fill at every level of vector instructions, with garbage in the lanes behind the last sample and in the results.
pub(super) fn check_block_at<T: Scalar, Y: Shape, Target>(
    loss: &impl Loss<T, Y, Target>,
    output: impl Fn(&mut Rng) -> f64 + Copy,
    target: impl Fn(&mut Rng) -> Target,
) {
    const SCALE: f64 = 0.125;
    let tolerance = if T::DTYPE == "F32" { 1e-5 } else { 1e-13 };
    let close = |a: f64, b: f64| assert!((a - b).abs() <= tolerance * b.abs().max(1.0), "{a} against {b}");
    let mut rng = Rng::new(6);
    for samples in 1..=T::LANES {
        let ys: Vec<Y::Of<T>> = (0..samples).map(|_| draw::<T, Y>(&mut rng, output)).collect();
        let targets: Vec<Target> = (0..samples).map(|_| target(&mut rng)).collect();
        let references: Vec<&Target> = targets.iter().collect();
        let (mut y, mut dy) = (Y::Of::<T::Lanes>::zeroed(), Y::Of::<T::Lanes>::zeroed());
        scalars_mut::<T>(Y::flat_mut(&mut y)).fill(T::from_f64(f64::NAN));
        scalars_mut::<T>(Y::flat_mut(&mut dy)).fill(T::from_f64(f64::NAN));
        for (lane, sample) in ys.iter().enumerate() {
            for (lanes, value) in scalars_mut::<T>(Y::flat_mut(&mut y)).chunks_exact_mut(T::LANES).zip(Y::flat(sample))
            {
                lanes[lane] = *value;
            }
        }
        for level in levels() {
            let (mut dy, mut losses) = (dy, [T::ZERO; 16]);
            let pass = Pass { level, ..Pass::new(samples) };
            loss.block(&pass, &y, &references, T::from_f64(SCALE), &mut dy, &mut losses[..samples]);
            for (lane, (sample_y, target)) in ys.iter().zip(&targets).enumerate() {
                let (value, slopes) = sample(loss, sample_y, target);
                close(losses[lane].to_f64(), value);
                for (lanes, slope) in scalars::<T>(Y::flat(&dy)).chunks_exact(T::LANES).zip(Y::flat(&slopes)) {
                    close(lanes[lane].to_f64(), SCALE * slope.to_f64());
                }
            }
            for lanes in scalars::<T>(Y::flat(&dy)).chunks_exact(T::LANES) {
                assert!(lanes[samples..].iter().all(|&slope| slope == T::ZERO));
            }
        }
        let correct = ys.iter().zip(&targets).map(|(y, target)| loss.correct(y, target).map(usize::from)).sum();
        assert_eq!(loss.correct_in_block(&y, &references), correct);
        check_nan(loss, &ys[0], &targets[0]);
    }
}
