//! Branches: layers side by side, which all take the same input, and what becomes of their outputs.
//!
//! [`Add`](super::Add), [`Multiply`](super::Multiply) and [`Concat`](super::Concat) are one layer, [`Joined`], that calls its branches one
//! after the other. They differ in a handful of functions on flat values ([`Join`]), which their own files have.
//!
//! The branches are the fields of a tuple struct: those of a network's layer `down` are `net.down.0`, `net.down.1`, .., and that is what
//! their tensors are called. An empty branch is an [`Identity`](super::Identity), which is never called.

mod join;
mod joined;
mod owns;
mod passes;
mod stream;
mod way;

pub use join::{Join, Place};
pub use joined::Joined;

use crate::init::Rng;
use crate::layer::Layer;
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::private::{any, first, least, max, sum};
use crate::scalar::Scalar;
use crate::shape::Shape;

/// The most branches of a layer.
pub const MOST: usize = 8;

/// Some branches side by side.
pub trait Branches<T: Scalar>: Parameters<T> + Send + Sync {
    /// What they all take.
    type Input: Shape;
    /// How many there are.
    const COUNT: usize;
    /// How many of them are called: all but the empty ones.
    const CALLED: usize;
    /// The extents of each one's output.
    const DIMS: &'static [&'static [usize]];
    /// How many values all outputs have together.
    const OUTPUTS: usize;
    /// The same without those of the empty ones.
    const KEPT: usize;
    /// How many values the largest output has.
    const LARGEST: usize;
    /// What all of them leave for backward.
    const CACHE: usize;
    /// What one of them needs while it runs.
    const SCRATCH: usize;
    /// What the evaluation of one sample needs while it runs.
    const FORWARD_SCRATCH: usize;
    /// What one of them needs for each block while it runs.
    const BLOCK_SCRATCH: usize;
    /// The stack of the one that takes most.
    const FRAMES: usize;
    /// The multiply-adds of all of them.
    const MACS: usize;
    /// Whether one of them couples the samples of a batch.
    const COUPLED: bool;
    /// The blocks that the one that likes most is handed at a time.
    const BLOCKS: usize;
    /// Whether one of them draws random numbers.
    const DRAWS: bool;
    /// Which of them does not heed where a sample ends.
    const HEEDLESS: Option<&'static str>;
    /// The fewest words that one of them knows, if one of them takes words.
    const VOCABULARY: Option<usize>;

    /// Shows them, one after the other.
    fn each<V: Visit<T>>(&self, visitor: &mut V);
    /// Shows them, each with its gradient.
    fn each_beside<V: VisitBeside<T>>(&self, grad: &mut Self, visitor: &mut V);
    /// Gives them their starting values.
    fn init(&mut self, rng: &mut Rng);
    /// Makes their evaluation cheaper: see [`Layer::fold`].
    fn fold(&mut self);
}

/// Branches whose outputs have the same shape.
pub trait Alike<T: Scalar>: Branches<T> {
    /// What they all produce.
    type Output: Shape;
}

/// What is done with one branch after the other.
pub trait Visit<T: Scalar> {
    /// Looks at one.
    fn visit<L: Layer<T>>(&mut self, branch: &L);
}

/// What is done with one branch after the other, beside its gradient.
pub trait VisitBeside<T: Scalar> {
    /// Looks at one.
    fn visit<L: Layer<T>>(&mut self, branch: &L, grad: &mut L);
}

/// The branches of a layer by their number.
macro_rules! branches {
    ($Name:ident, $words:literal: $First:ident $first:tt $first_name:literal, $($L:ident $i:tt $name:literal),+) => {
        #[doc = concat!($words, " branches side by side.")]
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[repr(C)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct $Name<$First, $($L),+>(pub $First, $(pub $L),+);

        // What a message lists of types that have parameters is to be of some use.
        // SAFETY: repr(C) around types that keep the same promise. Those of a network have the alignment of its scalar, or no size at all.
        #[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
        #[diagnostic::do_not_recommend]
        unsafe impl<T: Scalar, $First: Parameters<T>, $($L: Parameters<T>),+> Parameters<T> for $Name<$First, $($L),+> {
            const PARAMETERS: usize = sum(&[$First::PARAMETERS, $($L::PARAMETERS),+]);
            const STATISTICS: usize = sum(&[$First::STATISTICS, $($L::STATISTICS),+]);
            const PARTS: Parts = Parts::Named(&[($first_name, $First::PARTS), $(($name, $L::PARTS)),+]);

            fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
                $First::tensors(&name.join($first_name), visit);
                $($L::tensors(&name.join($name), visit);)+
            }
        }

        impl<T: Scalar, $First: Layer<T>, $($L: Layer<T, Input = $First::Input>),+> Branches<T> for $Name<$First, $($L),+> {
            type Input = $First::Input;
            const COUNT: usize = [$first_name, $($name),+].len();
            const CALLED: usize = sum(&[!$First::IDENTITY as usize, $(!$L::IDENTITY as usize),+]);
            const DIMS: &'static [&'static [usize]] =
                &[<$First::Output as Shape>::DIMS, $(<$L::Output as Shape>::DIMS),+];
            const OUTPUTS: usize = sum(&[<$First::Output as Shape>::LEN, $(<$L::Output as Shape>::LEN),+]);
            const KEPT: usize = sum(&[kept::<T, $First>(), $(kept::<T, $L>()),+]);
            const LARGEST: usize = max(&[<$First::Output as Shape>::LEN, $(<$L::Output as Shape>::LEN),+]);
            const CACHE: usize = sum(&[$First::CACHE, $($L::CACHE),+]);
            const SCRATCH: usize = max(&[$First::SCRATCH, $($L::SCRATCH),+]);
            const FORWARD_SCRATCH: usize = max(&[$First::FORWARD_SCRATCH, $($L::FORWARD_SCRATCH),+]);
            const BLOCK_SCRATCH: usize = max(&[$First::BLOCK_SCRATCH, $($L::BLOCK_SCRATCH),+]);
            const FRAMES: usize = max(&[$First::FRAMES, $($L::FRAMES),+]);
            const MACS: usize = sum(&[$First::MACS, $($L::MACS),+]);
            const COUPLED: bool = any(&[$First::COUPLED, $($L::COUPLED),+]);
            const BLOCKS: usize = max(&[$First::BLOCKS, $($L::BLOCKS),+]);
            const DRAWS: bool = any(&[$First::DRAWS, $($L::DRAWS),+]);
            const HEEDLESS: Option<&'static str> = first(&[$First::HEEDLESS, $($L::HEEDLESS),+]);
            const VOCABULARY: Option<usize> = least(&[$First::VOCABULARY, $($L::VOCABULARY),+]);

            #[inline(always)]
            fn each<V: Visit<T>>(&self, visitor: &mut V) {
                visitor.visit(&self.$first);
                $(visitor.visit(&self.$i);)+
            }

            #[inline(always)]
            fn each_beside<V: VisitBeside<T>>(&self, grad: &mut Self, visitor: &mut V) {
                visitor.visit(&self.$first, &mut grad.$first);
                $(visitor.visit(&self.$i, &mut grad.$i);)+
            }

            fn init(&mut self, rng: &mut Rng) {
                self.$first.init(rng);
                $(self.$i.init(rng);)+
            }

            fn fold(&mut self) {
                self.$first.fold();
                $(self.$i.fold();)+
            }
        }

        impl<T: Scalar, $First: Layer<T>, $($L: Layer<T, Input = $First::Input, Output = $First::Output>),+> Alike<T>
            for $Name<$First, $($L),+>
        {
            type Output = $First::Output;
        }
    };
}

/// The values that a branch leaves as its own output.
const fn kept<T: Scalar, L: Layer<T>>() -> usize {
    if L::IDENTITY { 0 } else { <L::Output as Shape>::LEN }
}

branches!(Branches2, "Two": A 0 "0", B 1 "1");
branches!(Branches3, "Three": A 0 "0", B 1 "1", C 2 "2");
branches!(Branches4, "Four": A 0 "0", B 1 "1", C 2 "2", D 3 "3");
branches!(Branches5, "Five": A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4");
branches!(Branches6, "Six": A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5");
branches!(Branches7, "Seven": A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6");
branches!(Branches8, "Eight": A 0 "0", B 1 "1", C 2 "2", D 3 "3", E 4 "4", F 5 "5", G 6 "6", H 7 "7");
