//! The cross entropy of classes, from logits.

mod settings;
#[cfg(test)]
mod tests;
mod truth;

pub use settings::{ClassWeights, CrossEntropyWith, Unweighted};

use core::convert::identity;

use fearless_simd::Simd;
use nalgebra::SVector;

use super::{Class, Loss, Reduction, TargetError, classes_in_block, clear_padding};
use crate::argmax::argmax;
use crate::layer::Pass;
use crate::scalar::Scalar;
use crate::settings::SettingError;
use crate::shape::D1;
use settings::Settings;
use truth::Truth;

/// The cross entropy of the classes' probabilities, for outputs of which exactly one is right.
///
/// The outputs are logits: a network that ends in a softmax must drop it. With `p = softmax(y)`, class `k` costs
/// `loss = -ln p[k] = ln(sum(exp(y))) - y[k]` and gives `dy = p - onehot(k)`; probabilities `t` cost `loss = -sum(t ln p)` and
/// give `dy = p sum(t) - t`: PyTorch's `CrossEntropyLoss`, once the mean over the batch is taken. The largest logit is taken
/// off first, so that no exponential overflows. A logit of +∞, or none but -∞, gives NaN.
///
/// [`class_weights`](Self::class_weights) and [`label_smoothing`](Self::label_smoothing) are settings of it.
///
/// An output is correct if its largest logit is at the class, or at the largest of the probabilities.
///
/// # Shapes
///
/// `y: [N]`; the target is a class `0..N` in any whole number type, or the probabilities of the classes: `[T; N]` or
/// `SVector<T, N>`, each 0 to 1, in sum 1 (to 0.01, so that rounded percentages pass): 1 at one class and 0 elsewhere, say.
///
/// # Examples
///
/// ```
/// use static_nn::loss::{CrossEntropy, Loss};
/// use static_nn::D1;
///
/// // Four classes, all equally likely: ln 4.
/// let loss = Loss::<f64, D1<4>, usize>::value(&CrossEntropy, &[0.5; 4], &2);
/// assert!((loss - 1.3862943611198906).abs() < 1e-12);
/// ```
#[doc(alias = "CrossEntropyLoss")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CrossEntropy;

/// Implements [`Loss`] for types of target; a function looks at one as a [`Truth`].
macro_rules! cross_entropy {
    (@one [$($weights:tt)*] $loss:ty, $target:ty, $Truth:ty, $truth:expr) => {
        impl<T: Scalar, $($weights)* const N: usize> Loss<T, D1<N>, $target> for $loss {
            fn check_settings(&self) -> Result<(), SettingError> {
                Settings::<N>::check(self)
            }

            fn reduction(&self) -> Reduction {
                <$Truth as Truth<T, N>>::reduction(self)
            }

            fn weight(&self, target: &$target) -> f64 {
                Truth::<T, N>::weight($truth(target), self)
            }

            fn check(&self, target: &$target) -> Result<(), TargetError> {
                Truth::<T, N>::check($truth(target))
            }

            #[inline(always)]
            fn sample<S: Simd>(&self, simd: S, y: &[T; N], target: &$target, dy: &mut [T; N]) -> T {
                Truth::<T, N>::sample($truth(target), self, simd, y, dy)
            }

            fn block(
                &self,
                pass: &Pass<'_>,
                y: &[T::Lanes; N],
                targets: &[&$target],
                scale: T,
                dy: &mut [T::Lanes; N],
                losses: &mut [T],
            ) {
                Truth::<T, N>::block(self, pass, y, targets.iter().map(|target| $truth(*target)), scale, dy, losses);
                clear_padding::<T>(dy, targets.len());
            }

            fn correct(&self, y: &[T; N], target: &$target) -> Option<bool> {
                Some(Truth::<T, N>::class($truth(target)) == Some(argmax(y)))
            }

            fn correct_in_block(&self, y: &[T::Lanes; N], targets: &[&$target]) -> Option<usize> {
                Some(classes_in_block::<T>(y, targets.iter().map(|target| Truth::<T, N>::class($truth(*target)))))
            }
        }
    };
    (classes $($class:ty)*) => {
        $(cross_entropy! { @one [] CrossEntropy, $class, $class, identity })*
        // All at once, so that a wrong number of weights is the one thing that the compiler finds wrong.
        cross_entropy! { @one [W: ClassWeights<N>, C: Class,] CrossEntropyWith<W>, C, C, identity }
    };
    ($($target:ty => $Truth:ty, $truth:expr;)*) => {$(
        cross_entropy! { @one [] CrossEntropy, $target, $Truth, $truth }
        cross_entropy! { @one [W: ClassWeights<N>,] CrossEntropyWith<W>, $target, $Truth, $truth }
    )*};
}

/// The one column of a vector.
#[inline(always)]
fn column<T: Scalar, const N: usize>(vector: &SVector<T, N>) -> &[T; N] {
    &vector.data.0[0]
}

cross_entropy! { classes u8 u16 u32 u64 usize i8 i16 i32 i64 isize }
cross_entropy! {
    [T; N] => [T; N], identity;
    SVector<T, N> => [T; N], column;
}
