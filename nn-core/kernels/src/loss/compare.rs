//! Losses that are a sum over the outputs of one function of an output and its target.

use fearless_simd::{Level, Simd, SimdBase};

use super::term::{
    Absolute, BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, BinaryCrossEntropyWith, Hinge, Huber,
    KlDivergence, SmoothL1, Squared, Term, sealed,
};
use crate::math::product;
use crate::number::Number;

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
            pub(crate) fn block<T: Number>(
                self, level: Level, factor: T, y: &[T], scale: T, dy: &mut [T], losses: &mut [T],
            ) {
                match self {
                    $(Self::$Name(term) => dispatch!(plain T: level, simd => block(simd, term, factor, y, scale, dy, losses))),*
                }
            }
        }
    };
}

comparisons! {
    Squared Absolute Huber SmoothL1
    BinaryCrossEntropy BinaryCrossEntropyWith BinaryCrossEntropyOfProbabilities
    Hinge KlDivergence
}

/// The loop of [`Comparison::block`], compiled for each function by itself.
#[inline(always)]
fn block<S: Simd, T: Number>(simd: S, term: impl Term, factor: T, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for lane in (0..T::LANES).step_by(len) {
        let mut sum = T::Native::<S>::splat(simd, T::ZERO);
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)) {
            let (y, dy) = (&y[lane..lane + len], &mut dy[lane..lane + len]);
            let target = T::Native::<S>::from_slice(simd, dy);
            let (loss, slope) = term.terms::<S, T>(simd, T::Native::<S>::from_slice(simd, y), target);
            product::<S, T>(simd, slope, T::Native::<S>::splat(simd, factor * scale)).store_slice(dy);
            sum += loss;
        }
        let loss = product::<S, T>(simd, sum, T::Native::<S>::splat(simd, factor));
        loss.store_slice(&mut losses[lane..lane + len]);
    }
}
