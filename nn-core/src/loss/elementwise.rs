//! Losses that are the mean over the outputs of one function of an output and its target.

use fearless_simd::{Level, Simd, SimdBase};

use super::TargetError;
use crate::kernels::level;
use crate::kernels::loss::Comparison;
use crate::scalar::{Scalar, scalars, scalars_mut};
use nalgebra::SVector;

/// A target that has a value for every output.
pub(super) trait Values<T> {
    fn value(&self, output: usize) -> T;

    /// The values, where they lie in memory as such.
    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        None
    }
}

impl<T: Scalar, const N: usize> Values<T> for [T; N] {
    #[inline(always)]
    fn value(&self, output: usize) -> T {
        self[output]
    }

    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<T: Scalar, const N: usize> Values<T> for SVector<T, N> {
    #[inline(always)]
    fn value(&self, output: usize) -> T {
        self.data.0[0][output]
    }

    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        Some(self.as_slice())
    }
}

impl<T: Scalar, const C: usize, const H: usize, const W: usize> Values<T> for [[[T; W]; H]; C] {
    #[inline(always)]
    fn value(&self, output: usize) -> T {
        self.as_flattened().as_flattened()[output]
    }

    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        Some(self.as_flattened().as_flattened())
    }
}

impl<T: Scalar> Values<T> for T {
    #[inline(always)]
    fn value(&self, _: usize) -> T {
        *self
    }

    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        Some(core::slice::from_ref(self))
    }
}

impl<T: Scalar> Values<T> for bool {
    #[inline(always)]
    fn value(&self, _: usize) -> T {
        T::from(*self)
    }
}

impl<T: Scalar, const N: usize> Values<T> for [bool; N] {
    #[inline(always)]
    fn value(&self, output: usize) -> T {
        T::from(self[output])
    }
}

/// One such function.
pub(super) trait Elementwise {
    /// What an output and its target come to.
    const COMPARISON: Comparison;

    /// Whether every finite target is a possible one.
    const ANY_FINITE: bool;

    /// Whether one value of a target is a possible one.
    fn check(index: usize, value: f64) -> Result<(), TargetError>;
}

/// Checks all `len` values of a target.
pub(super) fn check<T: Scalar, L: Elementwise>(target: &impl Values<T>, len: usize) -> Result<(), TargetError> {
    if L::ANY_FINITE && target.values().is_some_and(|values| T::all_finite(level(), values)) {
        return Ok(());
    }
    (0..len).try_for_each(|index| L::check(index, target.value(index).to_f64()))
}

/// The factor that turns a sum over the outputs into their mean.
#[inline(always)]
fn mean_factor<T: Scalar>(outputs: usize) -> T {
    T::ONE / T::from_f64(outputs.max(1) as f64)
}

/// One sample, its vector lanes across the outputs.
#[inline(always)]
pub(super) fn sample<T: Scalar, L: Elementwise, S: Simd>(simd: S, y: &[T], target: &impl Values<T>, dy: &mut [T]) -> T {
    let width = T::Native::<S>::LEN;
    let mean = mean_factor::<T>(y.len());
    let mut sum = T::ZERO;
    for (chunk, (y, dy)) in y.chunks(width).zip(dy.chunks_mut(width)).enumerate() {
        let mut outputs = T::Native::<S>::splat(simd, T::ZERO);
        let mut targets = outputs;
        outputs.as_mut_slice()[..y.len()].copy_from_slice(y);
        for (i, target_value) in targets.as_mut_slice()[..y.len()].iter_mut().enumerate() {
            *target_value = target.value(chunk * width + i);
        }
        let (losses, slopes) = L::COMPARISON.terms::<S, T>(simd, outputs, targets);
        dy.copy_from_slice(&(slopes * mean).as_slice()[..y.len()]);
        for loss in &losses.as_slice()[..y.len()] {
            sum += *loss;
        }
    }
    sum * mean
}

/// One block, its vector lanes across the samples: as [`Loss::block`](super::Loss::block).
pub(super) fn block<T: Scalar, L: Elementwise>(
    level: Level,
    y: &[T::Lanes],
    targets: &[&impl Values<T>],
    scale: T,
    dy: &mut [T::Lanes],
    losses: &mut [T],
) {
    let mut slices: [&[T]; 16] = [&[]; 16];
    let known = targets.iter().map_while(|target| target.values());
    let count = slices.iter_mut().zip(known).map(|(slice, values)| *slice = values).count();
    if count == targets.len() {
        T::pack(level, &slices[..count], scalars_mut::<T>(dy));
    } else {
        for (output, lanes) in scalars_mut::<T>(dy).chunks_exact_mut(T::LANES).enumerate() {
            for (lane, value) in lanes.iter_mut().enumerate() {
                *value = targets[lane.min(targets.len() - 1)].value(output);
            }
        }
    }
    let mut sums = [T::ZERO; 16];
    T::compare(level, L::COMPARISON, scalars::<T>(y), scale, scalars_mut::<T>(dy), &mut sums[..T::LANES]);
    losses.copy_from_slice(&sums[..losses.len()]);
    super::clear_padding::<T>(dy, targets.len());
}

/// How many samples of a block of one output are correct; of several outputs nobody can say.
pub(super) fn correct_in_block<T: Scalar>(
    y: &[T::Lanes],
    targets: &[&impl Values<T>],
    correct: impl Fn(&[T], T) -> Option<bool>,
) -> Option<usize> {
    let [y] = y else { return None };
    let lanes = scalars::<T>(core::slice::from_ref(y));
    lanes.iter().zip(targets).map(|(y, target)| correct(&[*y], target.value(0)).map(usize::from)).sum()
}

/// Implements [`Loss`](super::Loss) for pairs of an output's shape and a target's type.
macro_rules! elementwise_loss {
    ($loss:ty, $correct:expr; $(($($generic:tt)*) $shape:ty: $target:ty;)*) => {$(
        impl<T: Scalar, $($generic)*> Loss<T, $shape, $target> for $loss {
            fn check(&self, target: &$target) -> Result<(), TargetError> {
                elementwise::check::<T, Self>(target, <$shape as Shape>::LEN)
            }

            #[inline(always)]
            fn sample<S: Simd>(
                &self,
                simd: S,
                y: &<$shape as Shape>::Of<T>,
                target: &$target,
                dy: &mut <$shape as Shape>::Of<T>,
            ) -> T {
                elementwise::sample::<T, Self, S>(simd, <$shape>::flat(y), target, <$shape>::flat_mut(dy))
            }

            fn block(
                &self,
                pass: &Pass,
                y: &<$shape as Shape>::Of<T::Lanes>,
                targets: &[&$target],
                scale: T,
                dy: &mut <$shape as Shape>::Of<T::Lanes>,
                losses: &mut [T],
            ) {
                let (y, dy) = (<$shape>::flat(y), <$shape>::flat_mut(dy));
                elementwise::block::<T, Self>(pass.level, y, targets, scale, dy, losses);
            }

            fn correct(&self, y: &<$shape as Shape>::Of<T>, target: &$target) -> Option<bool> {
                $correct(<$shape>::flat(y), elementwise::Values::<T>::value(target, 0))
            }

            fn correct_in_block(&self, y: &<$shape as Shape>::Of<T::Lanes>, targets: &[&$target]) -> Option<usize> {
                elementwise::correct_in_block::<T>(<$shape>::flat(y), targets, $correct)
            }
        }
    )*};
}

pub(super) use elementwise_loss;
