//! The cross entropy of classes, from logits.

use bytemuck::Zeroable;
use fearless_simd::{Simd, SimdBase};
use nalgebra::SVector;

use super::{Class, Loss, TargetError, clear_padding, target};
use crate::layer::Pass;
use crate::metrics::argmax;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// The cross entropy of the classes' probabilities, for outputs of which exactly one is right.
///
/// The outputs are logits: a network that ends in a softmax must drop it. With `p = softmax(y)`, class `k` costs
/// `loss = -ln p[k] = ln(sum(exp(y))) - y[k]` and gives `dy = p - onehot(k)`; probabilities `t` cost `loss = -sum(t ln p)` and
/// give `dy = p sum(t) - t`: PyTorch's `CrossEntropyLoss`, once the mean over the batch is taken. The largest logit is taken
/// off first, so that no exponential overflows. A logit of +∞, or none but -∞, gives NaN.
///
/// An output is correct if its largest logit is at the class, or at the largest of the probabilities.
///
/// # Shapes
///
/// `y: [N]`; the target is a class `0..N` in any whole number type, or the probabilities of the classes: `[T; N]` or
/// `SVector<T, N>`, each 0 to 1, in sum 1 (to 0.01, so that rounded percentages pass).
///
/// # Examples
///
/// ```
/// use nn_core::loss::{CrossEntropy, Loss};
/// use nn_core::D1;
///
/// // Four classes, all equally likely: ln 4.
/// let loss = Loss::<f64, D1<4>, usize>::value(&CrossEntropy, &[0.5; 4], &2);
/// assert!((loss - 1.3862943611198906).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CrossEntropy;

/// How far from 1 the sum of a target's probabilities may be.
const SUM_TOLERANCE: f64 = 0.01;

/// Writes softmax of the logits `y` to `p`; returns the largest logit and the logarithm of the sum of
/// `exp(y - largest)`.
#[inline(always)]
fn softmax<T: Scalar, S: Simd>(simd: S, y: &[T], p: &mut [T]) -> (T, T) {
    let width = T::Native::<S>::LEN;
    let mut largest = T::from_f64(f64::NEG_INFINITY);
    for value in y {
        largest = if *value > largest { *value } else { largest };
    }
    let mut sum = T::ZERO;
    for (y, p) in y.chunks(width).zip(p.chunks_mut(width)) {
        let mut shifted = T::Native::<S>::splat(simd, T::ZERO);
        for (shifted, y) in shifted.as_mut_slice().iter_mut().zip(y) {
            *shifted = *y - largest;
        }
        p.copy_from_slice(&T::exp(simd, shifted).as_slice()[..y.len()]);
        for p in &*p {
            sum += *p;
        }
    }
    let factor = T::ONE / sum;
    for p in p {
        *p *= factor;
    }
    (largest, sum.scalar_ln())
}

/// What `softmax` tells about one sample: `ln(sum(exp(y))) = largest + ln_sum`.
#[derive(Clone, Copy)]
struct Normalizer<T> {
    largest: T,
    ln_sum: T,
}

/// A target as it meets one sample, or one lane of a block: the sample's logits are every `stride`-th of `y`.
trait Truth<T: Scalar> {
    fn check(&self, classes: usize) -> Result<(), TargetError>;
    /// Returns the loss, and turns `p`, the softmax times `scale`, into the gradient times `scale`.
    fn compare(&self, y: &[T], stride: usize, norm: Normalizer<T>, scale: T, p: &mut [T]) -> T;
    /// The class that it names or favours.
    fn class(&self) -> Option<usize>;
}

impl<T: Scalar, C: Class> Truth<T> for C {
    fn check(&self, classes: usize) -> Result<(), TargetError> {
        target::check_class(*self, classes)
    }

    #[inline(always)]
    fn compare(&self, y: &[T], stride: usize, norm: Normalizer<T>, scale: T, p: &mut [T]) -> T {
        let place = self.index().and_then(|class| class.checked_mul(stride)).unwrap_or(usize::MAX);
        let (Some(y), Some(p)) = (y.get(place), p.get_mut(place)) else { return T::from_f64(f64::NAN) };
        *p -= scale;
        norm.ln_sum + (norm.largest - *y)
    }

    fn class(&self) -> Option<usize> {
        self.index()
    }
}

impl<T: Scalar> Truth<T> for [T] {
    fn check(&self, _: usize) -> Result<(), TargetError> {
        let mut sum = 0.0;
        for (index, probability) in self.iter().enumerate() {
            target::check_probability(index, probability.to_f64())?;
            sum += probability.to_f64();
        }
        if (sum - 1.0).abs() <= SUM_TOLERANCE { Ok(()) } else { Err(TargetError::Sum { sum }) }
    }

    #[inline(always)]
    fn compare(&self, y: &[T], stride: usize, norm: Normalizer<T>, scale: T, p: &mut [T]) -> T {
        let (mut loss, mut sum) = (T::ZERO, T::ZERO);
        for (target, y) in self.iter().zip(y.iter().step_by(stride)) {
            loss += *target * (norm.ln_sum + (norm.largest - *y));
            sum += *target;
        }
        for (target, p) in self.iter().zip(p.iter_mut().step_by(stride)) {
            *p = *p * sum - *target * scale;
        }
        loss
    }

    fn class(&self) -> Option<usize> {
        Some(argmax(self))
    }
}

#[inline(always)]
fn sample<T: Scalar, S: Simd>(simd: S, y: &[T], target: &(impl Truth<T> + ?Sized), dy: &mut [T]) -> T {
    let (largest, ln_sum) = softmax(simd, y, dy);
    target.compare(y, 1, Normalizer { largest, ln_sum }, T::ONE, dy)
}

/// Implements [`Loss`] for types of target; the closure looks at one as a [`Truth`].
macro_rules! cross_entropy {
    ($($target:ty, $truth:expr;)*) => {$(
        impl<T: Scalar, const N: usize> Loss<T, D1<N>, $target> for CrossEntropy {
            fn check(&self, target: &$target) -> Result<(), TargetError> {
                Truth::<T>::check($truth(target), N)
            }

            #[inline(always)]
            fn sample<S: Simd>(&self, simd: S, y: &[T; N], target: &$target, dy: &mut [T; N]) -> T {
                sample(simd, y, $truth(target), dy)
            }

            fn block(
                &self,
                pass: &Pass,
                y: &[T::Lanes; N],
                targets: &[&$target],
                scale: T,
                dy: &mut [T::Lanes; N],
                losses: &mut [T],
            ) {
                let (mut largest, mut ln_sum) = ([T::Lanes::zeroed()], [T::Lanes::zeroed()]);
                let (largest, ln_sum) = (scalars_mut::<T>(&mut largest), scalars_mut::<T>(&mut ln_sum));
                let (y, p) = (scalars::<T>(y), scalars_mut::<T>(dy));
                T::softmax_and_sum(pass.level, y, scale, p, largest, ln_sum);
                for (lane, (target, loss)) in targets.iter().zip(losses).enumerate() {
                    let norm = Normalizer { largest: largest[lane], ln_sum: ln_sum[lane] };
                    let (y, p) = (y.get(lane..).unwrap_or(&[]), p.get_mut(lane..).unwrap_or(&mut []));
                    *loss = $truth(*target).compare(y, T::LANES, norm, scale, p);
                }
                clear_padding::<T>(dy, targets.len());
            }

            fn correct(&self, y: &[T; N], target: &$target) -> Option<bool> {
                Some(Truth::<T>::class($truth(target)) == Some(argmax(y)))
            }

            fn correct_in_block(&self, y: &[T::Lanes; N], targets: &[&$target]) -> Option<usize> {
                let mut places = [0; 16];
                T::argmax(scalars::<T>(y), &mut places[..T::LANES]);
                let right = |(target, place): (&&$target, &usize)| Truth::<T>::class($truth(*target)) == Some(*place);
                Some(targets.iter().zip(&places).filter(|pair| right(*pair)).count())
            }
        }
    )*};
}

/// A class is itself the truth.
#[inline(always)]
fn class<C: Class>(class: &C) -> &C {
    class
}

cross_entropy! {
    u8, class; u16, class; u32, class; u64, class; usize, class;
    i8, class; i16, class; i32, class; i64, class; isize, class;
    [T; N], <[T; N]>::as_slice;
    SVector<T, N>, SVector::<T, N>::as_slice;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::init::Rng;
    use crate::kernels::dispatch;
    use crate::loss::testing::{self, ROUNDING};

    const LOGITS: [f64; 4] = [1.0, -2.0, 0.5, 3.0];

    fn gradient<Target>(target: &Target) -> (f64, [f64; 4])
    where
        CrossEntropy: Loss<f64, D1<4>, Target>,
    {
        let mut dy = [0.0; 4];
        let loss = dispatch!(crate::kernels::level(), simd => CrossEntropy.sample(simd, &LOGITS, target, &mut dy));
        (loss, dy)
    }

    fn assert_close((loss, dy): (f64, [f64; 4]), expected_loss: f64, expected: [f64; 4]) {
        assert!((loss - expected_loss).abs() < ROUNDING, "{loss}");
        assert!(dy.iter().zip(&expected).all(|(a, b)| (a - b).abs() < ROUNDING), "{dy:?}");
    }

    #[test]
    fn values_are_those_of_pytorch() {
        let expected =
            [0.110_553_750_361_739_23, 0.005_504_147_127_587_68, -0.932_945_760_859_388_5, 0.816_887_863_370_065_7];
        assert_close(gradient(&2_usize), 2.702_253_447_679_351_6, expected);
        let expected =
            [0.010_553_750_361_739_22, -0.194_495_852_872_416_33, -0.232_945_760_859_388_5, 0.416_887_863_370_065_67];
        assert_close(gradient(&[0.1, 0.2, 0.3, 0.4]), 2.152_253_447_679_352, expected);
    }

    #[test]
    fn every_way_to_write_the_target_is_the_same() {
        let (loss, dy) = gradient(&3_u8);
        assert_close(gradient(&3), loss, dy);
        assert_close(gradient(&3_u64), loss, dy);
        assert_close(gradient(&[0.0, 0.0, 0.0, 1.0]), loss, dy);
        assert_close(gradient(&SVector::from([0.0, 0.0, 0.0, 1.0])), loss, dy);
    }

    #[test]
    fn gradient_and_block_agree_with_one_sample() {
        testing::check_loss::<f64, D1<11>, usize>(&CrossEntropy, |rng| rng.below(11));
        testing::check_loss::<f64, D1<3>, _>(&CrossEntropy, probabilities::<3>);
        testing::check_block::<f32, D1<10>, usize>(&CrossEntropy, |rng| rng.below(10));
        testing::check_block::<f32, D1<1>, u8>(&CrossEntropy, |_| 0);
        testing::check_block::<f32, D1<7>, _>(&CrossEntropy, |rng| probabilities::<7>(rng).map(f32::from_f64));
    }

    fn probabilities<const N: usize>(rng: &mut Rng) -> [f64; N] {
        let weights: [f64; N] = core::array::from_fn(|_| rng.uniform());
        weights.map(|weight| weight / weights.iter().sum::<f64>())
    }

    #[test]
    fn large_logits_do_not_overflow() {
        let value = |y: [f32; 2], class: usize| Loss::<f32, D1<2>, usize>::value(&CrossEntropy, &y, &class);
        assert!(value([1e30, 0.0], 0).abs() < f32::EPSILON);
        assert!((value([1e4, 0.0], 1) - 1e4).abs() < 1e-2);
        assert!((value([-1e4, 0.0], 0) - 1e4).abs() < 1e-2);
        assert!(value([f32::NEG_INFINITY, 0.0], 1).abs() < f32::EPSILON);
    }

    #[test]
    fn a_nan_among_the_logits_is_never_hidden() {
        for place in 0..3 {
            let mut y = [0.0_f32; 3];
            y[place] = f32::NAN;
            assert!(Loss::<f32, D1<3>, usize>::value(&CrossEntropy, &y, &0).is_nan(), "{place}");
            let y = y.map(|y| crate::scalar::Lanes32([y; 16]));
            let (mut dy, mut loss) = (y, [0.0]);
            Loss::<f32, D1<3>, usize>::block(&CrossEntropy, &Pass::new(1), &y, &[&0], 1.0, &mut dy, &mut loss);
            assert!(loss[0].is_nan(), "{place}");
        }
    }

    #[test]
    fn impossible_targets_are_refused_and_do_not_panic() {
        let check = |class: i64| Loss::<f32, D1<3>, i64>::check(&CrossEntropy, &class);
        assert_eq!(check(2), Ok(()));
        assert_eq!(check(3), Err(TargetError::Class { class: 3, classes: 3 }));
        assert_eq!(check(-1), Err(TargetError::Class { class: -1, classes: 3 }));
        assert!(Loss::<f32, D1<3>, i64>::value(&CrossEntropy, &[0.0; 3], &-1).is_nan());
        let check = |target: [f64; 2]| Loss::<f64, D1<2>, [f64; 2]>::check(&CrossEntropy, &target);
        assert_eq!(check([0.333, 0.667]), Ok(()));
        assert_eq!(check([0.5, 0.25]), Err(TargetError::Sum { sum: 0.75 }));
        assert_eq!(check([1.5, -0.5]), Err(TargetError::NotAProbability { index: 0, value: 1.5 }));
    }

    #[test]
    fn the_largest_logit_decides_what_is_correct() {
        let correct = |class: usize| Loss::<f64, D1<4>, usize>::correct(&CrossEntropy, &LOGITS, &class);
        assert_eq!([correct(3), correct(0)], [Some(true), Some(false)]);
        let correct = Loss::<f64, D1<4>, [f64; 4]>::correct(&CrossEntropy, &LOGITS, &[0.2, 0.2, 0.2, 0.4]);
        assert_eq!(correct, Some(true));
    }
}
