//! Losses whose targets have a value for every output.

use fearless_simd::{Level, Simd};
use nalgebra::SVector;

use super::{Reduction, TargetError};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::settings::SettingError;

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

impl<T: Scalar, const S: usize, const F: usize> Values<T> for [[T; F]; S] {
    #[inline(always)]
    fn value(&self, output: usize) -> T {
        self.as_flattened()[output]
    }

    #[inline(always)]
    fn values(&self) -> Option<&[T]> {
        Some(self.as_flattened())
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

/// A loss of such targets, on flat runs of outputs: what [`Loss`](super::Loss) asks for.
pub(super) trait ValueLoss<T: Scalar>: Sync {
    fn check_settings(&self) -> Result<(), SettingError>;
    fn reduction(&self) -> Reduction;
    /// Checks all `len` values of a target.
    fn check(&self, target: &impl Values<T>, len: usize) -> Result<(), TargetError>;
    fn sample<S: Simd>(&self, simd: S, y: &[T], target: &impl Values<T>, dy: &mut [T]) -> T;
    /// Turns `dy`, which holds the targets of a block, into the gradient times `scale`; writes each lane's loss.
    fn block(&self, level: Level, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]);
    fn correct(&self, y: &[T], target: &impl Values<T>) -> Option<bool>;
    fn correct_in_block(&self, y: &[T::Lanes], targets: &[&impl Values<T>]) -> Option<usize>;
}

/// One block: as [`Loss::block`](super::Loss::block).
pub(super) fn block<T: Scalar>(
    loss: &impl ValueLoss<T>,
    level: Level,
    y: &[T::Lanes],
    targets: &[&impl Values<T>],
    scale: T,
    dy: &mut [T::Lanes],
    losses: &mut [T],
) {
    pack::<T>(level, targets, scalars_mut::<T>(dy));
    let mut sums = [T::ZERO; 16];
    loss.block(level, scalars::<T>(y), scale, scalars_mut::<T>(dy), &mut sums[..T::LANES]);
    losses.copy_from_slice(&sums[..losses.len()]);
    super::clear_padding::<T>(dy, targets.len());
}

/// Fills a block with targets, of which there is at least one.
fn pack<T: Scalar>(level: Level, targets: &[&impl Values<T>], block: &mut [T]) {
    let mut slices: [&[T]; 16] = [&[]; 16];
    let known = targets.iter().map_while(|target| target.values());
    let count = slices.iter_mut().zip(known).map(|(slice, values)| *slice = values).count();
    if count == targets.len() {
        T::pack(level, &slices[..count], block);
        return;
    }
    for (output, lanes) in block.chunks_exact_mut(T::LANES).enumerate() {
        for (lane, value) in lanes.iter_mut().enumerate() {
            *value = targets[lane.min(targets.len() - 1)].value(output);
        }
    }
}

/// How many samples of a block of one output are correct; of several outputs nobody can say.
pub(super) fn correct_in_block<T: Scalar>(
    y: &[T::Lanes],
    targets: &[&impl Values<T>],
    correct: impl Fn(T, T) -> bool,
) -> Option<usize> {
    let [y] = y else { return None };
    let lanes = scalars::<T>(core::slice::from_ref(y));
    Some(lanes.iter().zip(targets).filter(|(y, target)| correct(**y, target.value(0))).count())
}

/// Implements [`Loss`](super::Loss) for a [`ValueLoss`] and pairs of an output's shape and a target's type.
macro_rules! value_loss {
    // Numbers for outputs of any shape.
    (numbers $loss:ty) => {
        $crate::loss::values::value_loss! { $loss;
            (const N: usize) D1<N>: [T; N];
            (const N: usize) D1<N>: SVector<T, N>;
            () D1<1>: T;
            (const STEPS: usize, const F: usize, const N: usize) $crate::shape::D2<STEPS, F, N>: [[T; F]; STEPS];
            (const STEPS: usize, const F: usize, const N: usize) $crate::shape::D2<STEPS, F, N>: [T; N];
            (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [[[T; W]; H]; C];
            (const C: usize, const H: usize, const W: usize, const N: usize) D3<C, H, W, N>: [T; N];
        }
    };
    // The same, or a yes or no for each.
    (numbers_or_bools $loss:ty) => {
        $crate::loss::values::value_loss! { numbers $loss }
        $crate::loss::values::value_loss! { $loss;
            (const N: usize) D1<N>: [bool; N];
            () D1<1>: bool;
        }
    };
    ($loss:ty; $(($($generic:tt)*) $shape:ty: $target:ty;)*) => {$(
        impl<T: Scalar, $($generic)*> Loss<T, $shape, $target> for $loss {
            fn check_settings(&self) -> Result<(), SettingError> {
                ValueLoss::<T>::check_settings(self)
            }

            fn reduction(&self) -> Reduction {
                ValueLoss::<T>::reduction(self)
            }

            fn check(&self, target: &$target) -> Result<(), TargetError> {
                ValueLoss::<T>::check(self, target, <$shape as Shape>::LEN)
            }

            #[inline(always)]
            fn sample<S: Simd>(
                &self,
                simd: S,
                y: &<$shape as Shape>::Of<T>,
                target: &$target,
                dy: &mut <$shape as Shape>::Of<T>,
            ) -> T {
                ValueLoss::<T>::sample(self, simd, <$shape>::flat(y), target, <$shape>::flat_mut(dy))
            }

            fn block(
                &self,
                pass: &Pass<'_>,
                y: &<$shape as Shape>::Of<T::Lanes>,
                targets: &[&$target],
                scale: T,
                dy: &mut <$shape as Shape>::Of<T::Lanes>,
                losses: &mut [T],
            ) {
                let (y, dy) = (<$shape>::flat(y), <$shape>::flat_mut(dy));
                $crate::loss::values::block::<T>(self, pass.level, y, targets, scale, dy, losses);
            }

            fn correct(&self, y: &<$shape as Shape>::Of<T>, target: &$target) -> Option<bool> {
                ValueLoss::<T>::correct(self, <$shape>::flat(y), target)
            }

            fn correct_in_block(&self, y: &<$shape as Shape>::Of<T::Lanes>, targets: &[&$target]) -> Option<usize> {
                ValueLoss::<T>::correct_in_block(self, <$shape>::flat(y), targets)
            }
        }
    )*};
}

pub(super) use value_loss;
