//! Losses that are a sum over the outputs of one function of an output and its target.

use fearless_simd::{Level, Simd, SimdBase};

use crate::kernels::dispatch;
use crate::loss::{
    BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, BinaryCrossEntropyWith, Hinge, Huber, KlDivergence,
    MeanAbsoluteError, SmoothL1, Squared,
};
use crate::scalar::Scalar;

mod sealed {
    /// The functions of this crate.
    pub trait Sealed {}
}

/// What one output and its target come to.
pub trait Term: Copy + sealed::Sealed {
    /// The loss and its derivative with respect to the output.
    fn terms<S: Simd, T: Scalar>(self, simd: S, y: T::Native<S>, target: T::Native<S>) -> (T::Native<S>, T::Native<S>);
}

macro_rules! comparisons {
    ($($Name:ident)*) => {
        /// Every such function, with its settings.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Comparison {
            $(#[doc = concat!("`", stringify!($Name), "`")] $Name($Name)),*
        }

        $(
            impl sealed::Sealed for $Name {}

            impl From<$Name> for Comparison {
                fn from(term: $Name) -> Self {
                    Self::$Name(term)
                }
            }
        )*

        impl Comparison {
            /// Turns `dy`, which holds the targets of a block, into the gradient times `scale`; writes each lane's sum over the
            /// outputs, times `factor`, to `losses`.
            #[inline(always)]
            pub(crate) fn block<T: Scalar>(
                self, level: Level, factor: T, y: &[T], scale: T, dy: &mut [T], losses: &mut [T],
            ) {
                match self {
                    $(Self::$Name(term) => dispatch!(level, simd => block(simd, term, factor, y, scale, dy, losses))),*
                }
            }
        }
    };
}

comparisons! {
    Squared MeanAbsoluteError Huber SmoothL1
    BinaryCrossEntropy BinaryCrossEntropyWith BinaryCrossEntropyOfProbabilities
    Hinge KlDivergence
}

/// The loop of [`Comparison::block`], compiled for each function by itself.
#[inline(always)]
fn block<S: Simd, T: Scalar>(simd: S, term: impl Term, factor: T, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for lane in (0..T::LANES).step_by(len) {
        let mut sum = T::Native::<S>::splat(simd, T::ZERO);
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)) {
            let (y, dy) = (&y[lane..lane + len], &mut dy[lane..lane + len]);
            let target = T::Native::<S>::from_slice(simd, dy);
            let (loss, slope) = term.terms::<S, T>(simd, T::Native::<S>::from_slice(simd, y), target);
            (slope * (factor * scale)).store_slice(dy);
            sum += loss;
        }
        (sum * factor).store_slice(&mut losses[lane..lane + len]);
    }
}
