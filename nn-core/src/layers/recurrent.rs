//! Recurrent layers, PyTorch's `RNN`, `LSTM` and `GRU` with `batch_first`: each step sees what came out of the step before.
//!
//! With `a = W_ih x + b_ih` of what comes in and `b = W_hh h + b_hh` of what came out a step before, at first zero, unit by unit:
//!
//! - [`Rnn`]: `h = tanh(a + b)`, or `h = max(0, a + b)` of a [`ReluRnn`]
//! - [`Lstm`]: `i, f, o = σ(a + b)`, `g = tanh(a + b)`, `c = f c + i g`, `h = o tanh(c)`; gates in the order `i f g o`
//! - [`Gru`]: `r, z = σ(a + b)`, `n = tanh(a + r b)`, `h = (1 - z) n + z h`; gates in the order `r z n`
//!
//! Backward goes through all steps, the last one first.
//!
//! # Shapes
//!
//! `[STEPS, IN]` to `[STEPS, HIDDEN]`. Parameters: `weight_ih` of `GATES` rows and `IN` columns, `weight_hh` of `GATES` rows and `HIDDEN`
//! columns, `bias_ih` and `bias_hh` of `GATES`, which is `HIDDEN` times the gates of the cell. In files their names are PyTorch's:
//! `weight_ih_l0`, and with `_reverse` behind it where the last step comes first.

mod lengths;
mod passes;
mod small;
mod stream;
mod tensors;

pub use tensors::MOST_LAYERS;

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::{SMatrix, SVector};

use super::dense::Bias;
use crate::Noise;
use crate::init::{self, Rng};
use crate::kernels::dense;
use crate::kernels::part::clean;
use crate::kernels::pointwise::Unchanged;
use crate::kernels::recurrent::{self, Kind, Recurrence, Step};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::Parameters;
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Sequence;

/// Weights up to which one step of one sample is compiled for its sizes.
const SIZED: usize = 64 * 64;

/// A recurrent layer of the cell `C`; its aliases carry the names. `X` is what comes in and `Y` what comes out, both sequences. `LAYER` and
/// `REVERSE` are its place among several in a file; in reverse the last step comes first.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        bound(
            serialize = "T: serde::Serialize, B: crate::serialize::Part",
            deserialize = "T: serde::Deserialize<'de>, B: crate::serialize::PartFrom<'de>"
        ),
        deny_unknown_fields
    )
)]
pub struct Recurrent<
    T,
    C,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X,
    Y,
    B = SVector<T, GATES>,
    const LAYER: usize = 0,
    const REVERSE: bool = false,
> {
    /// `weight_ih[(g, i)]` is the weight from feature `i` to gate `g`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight_ih: SMatrix<T, GATES, IN>,
    /// `bias_ih[g]` is added to it; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias_ih: B,
    /// `weight_hh[(g, u)]` is the weight from unit `u` of the step before to gate `g`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight_hh: SMatrix<T, GATES, HIDDEN>,
    /// `bias_hh[g]` is added to it; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias_hh: B,
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: PhantomData<(C, X, Y)>,
}

macro_rules! aliases {
    ($($(#[$doc:meta])* $Name:ident = $Cell:ident;)*) => {$(
        $(#[$doc])*
        pub type $Name<
            T,
            const IN: usize,
            const HIDDEN: usize,
            const GATES: usize,
            X,
            Y,
            B = SVector<T, GATES>,
            const LAYER: usize = 0,
            const REVERSE: bool = false,
        > = Recurrent<T, recurrent::$Cell, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE>;
    )*};
}

aliases! {
    /// Long short-term memory: see the [module](self). `GATES = 4 * HIDDEN`.
    Lstm = Lstm;
    /// The gated recurrent unit: see the [module](self). `GATES = 3 * HIDDEN`.
    Gru = Gru;
    /// The plain recurrent layer with a hyperbolic tangent: see the [module](self). `GATES = HIDDEN`.
    Rnn = Tanh;
    /// The plain recurrent layer with a rectifier: see the [module](self). `GATES = HIDDEN`.
    ReluRnn = Relu;
}

/// Steps of a larger layer that are handed on at a time, cleaned.
const TOGETHER: usize = 8;

/// Blocks that take each step together.
const BLOCKS: usize = 2;

impl<
    T: Scalar,
    C: Kind,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X: Sequence,
    Y: Sequence,
    B: Bias<T>,
    const LAYER: usize,
    const REVERSE: bool,
> Recurrent<T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE>
{
    /// Whether the sizes belong together.
    const FITS: () = {
        assert!(C::GATES * HIDDEN == GATES, "a recurrent layer has as many gates as its cell for each unit");
        assert!(
            X::FEATURES == IN && Y::FEATURES == HIDDEN,
            "a recurrent layer takes and gives sequences of its features"
        );
        assert!(X::STEPS == Y::STEPS, "a recurrent layer gives as many steps as it takes");
    };
    /// Values of the state of one sample: the hidden state, and behind it the memory of a cell that has one.
    const STATE: usize = {
        let () = Self::FITS;
        C::CELL.state() * HIDDEN
    };
    /// Values that the steps of one sample keep.
    const KEPT: usize = C::KEPT * Y::LEN;
    /// The parameters of the first product, behind which those of the second lie.
    const FIRST: usize = GATES * IN + B::PARAMETERS;
    /// Whether one step of one sample is compiled for its sizes.
    const IS_SIZED: bool = GATES * (IN + HIDDEN) <= SIZED;

    /// What the kernels are told, of one sample or of some blocks.
    fn recurrence(&self, lanes: usize, blocks: usize) -> Recurrence<'_, T> {
        let (ih, hh) = self.as_slice().split_at(Self::FIRST);
        let (steps, apart) = (X::STEPS, <Self as Layer<T>>::CACHE * lanes);
        Recurrence { cell: C::CELL, inputs: IN, hidden: HIDDEN, steps, reverse: REVERSE, lanes, blocks, apart, ih, hh }
    }

    /// One step of one sample, with its sizes known.
    #[inline(always)]
    fn step_sized<S: Simd>(&self, simd: S, x: &[T; IN], state: &mut [T], y: &mut [T; HIDDEN]) {
        let (ih, hh) = self.as_slice().split_at(Self::FIRST);
        let (mut a, mut b) = ([T::ZERO; GATES], [T::ZERO; GATES]);
        let mut x = *x;
        clean(simd, &mut x);
        let before: &[T; HIDDEN] = (&state[..HIDDEN]).try_into().expect("as many units");
        dense::sample::<S, T, _, IN, GATES>(simd, ih, &x, &mut a, Unchanged);
        dense::sample::<S, T, _, HIDDEN, GATES>(simd, hh, before, &mut b, Unchanged);
        let (h, memory) = state.split_at_mut(HIDDEN);
        recurrent::cell_step::<S, T, C, HIDDEN>(simd, Step { a: &a, b: &b, h, memory, y, kept: &mut [] });
    }

    /// As many steps of one sample as there are, as far as they are too large for [`step_sized`](Self::step_sized).
    #[inline(always)]
    pub(super) fn steps<S: Simd>(&self, simd: S, x: &[T], state: &mut [T], y: &mut [T], scratch: &mut [T]) {
        let (x, y) = (x.as_chunks::<IN>().0, y.as_chunks_mut::<HIDDEN>().0);
        let mut done = 0;
        while done < x.len() {
            let count = TOGETHER.min(x.len() - done);
            // In memory these steps are neighbours either way.
            let first = if REVERSE { x.len() - done - count } else { done };
            let mut some = [[T::ZERO; IN]; TOGETHER];
            some[..count].copy_from_slice(&x[first..][..count]);
            clean(simd, some[..count].as_flattened_mut());
            let layer = Recurrence { steps: count, ..self.recurrence(1, 1) };
            let (some, y) = (some[..count].as_flattened(), y[first..][..count].as_flattened_mut());
            T::recurrent(simd.level(), &layer, some, state, y, &mut [], scratch);
            done += count;
        }
    }
}

/// What is kept of a step: see [`Kind::KEPT`].
impl<
    T: Scalar,
    C: Kind,
    const IN: usize,
    const HIDDEN: usize,
    const GATES: usize,
    X: Sequence,
    Y: Sequence,
    B: Bias<T>,
    const LAYER: usize,
    const REVERSE: bool,
> Layer<T> for Recurrent<T, C, IN, HIDDEN, GATES, X, Y, B, LAYER, REVERSE>
{
    type Input = X;
    type Output = Y;
    /// What each step keeps; the state before the first step, and that of the last.
    const CACHE: usize = Self::KEPT + 2 * Self::STATE;
    const SCRATCH: usize = Self::STATE + {
        let forward = C::CELL.scratch(HIDDEN, X::STEPS, 1);
        let backward = C::CELL.scratch_back(HIDDEN, X::STEPS, 1);
        if forward > backward { forward } else { backward }
    };
    /// What one sample needs, lines for a gradient, and for samples that end early.
    const BLOCK_SCRATCH: usize = Self::SCRATCH + <Self as Parameters<T>>::PARAMETERS.div_ceil(T::LANES) + Self::TURNED;
    const BLOCKS: usize = BLOCKS;
    const FORWARD_SCRATCH: usize = Self::STATE + if Self::IS_SIZED { 0 } else { C::CELL.scratch(HIDDEN, X::STEPS, 1) };
    /// Some steps of the input and their copy, the gates, and what one call has in its vectors.
    const FRAMES: usize = 8 * 1024 + (2 * TOGETHER * IN + 512) * size_of::<T>();
    const MACS: usize = X::STEPS * GATES * (IN + HIDDEN);
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;
    const WRITES: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        let (x, y) = (X::flat(x), Y::flat_mut(y));
        let (state, scratch) = scratch.split_at_mut(Self::STATE);
        state.fill(T::ZERO);
        if const { Self::IS_SIZED } {
            let (x, y) = (x.as_chunks::<IN>().0, y.as_chunks_mut::<HIDDEN>().0);
            for i in 0..X::STEPS {
                let step = if REVERSE { X::STEPS - 1 - i } else { i };
                self.step_sized(simd, &x[step], state, &mut y[step]);
            }
        } else {
            self.steps(simd, x, state, y, scratch);
        }
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        let (x, y) = (X::flat(x), Y::flat_mut(y));
        if Self::IS_SMALL {
            self.run_inlined(simd, x, y, cache, scratch);
        } else {
            Self::run(&self.recurrence(1, 1), simd.level(), false, x, y, cache, scratch);
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let seen = [X::flat(record.x), Y::flat(record.y), record.cache, Y::flat(dy)];
        let dx = dx.map(X::flat_mut);
        if Self::IS_SMALL {
            self.back_inlined(simd, seen, dx, grad);
        } else {
            Self::back(&self.recurrence(1, 1), simd.level(), seen, dx, grad, false, scratch);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_train_blocks(pass, x, y, &mut [], scratch);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        let (cache, scratch) = (scalars_mut::<T>(cache), scalars_mut::<T>(scratch));
        let (together, kept) = (Self::together(pass), cache.len() / x.len().max(1));
        for first in (0..x.len()).step_by(together) {
            let count = together.min(x.len() - first);
            let layer = self.recurrence(T::LANES, count);
            let x = scalars::<T>(X::flat_all(&x[first..][..count]));
            let y = scalars_mut::<T>(Y::flat_all_mut(&mut y[first..][..count]));
            let cache = &mut cache[first * kept..][..count * kept];
            match pass.lengths_of(first, T::LANES) {
                Some(lengths) => Self::run_to_ends(&layer, pass.level, lengths, pass.goes_on, x, y, cache, scratch),
                None => Self::run(&layer, pass.level, pass.goes_on, x, y, cache, scratch),
            }
        }
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        mut dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let scratch = scalars_mut::<T>(scratch);
        let (together, kept) = (Self::together(pass), <Self as Layer<T>>::CACHE);
        for first in (0..record.x.len()).step_by(together) {
            let count = together.min(record.x.len() - first);
            let layer = self.recurrence(T::LANES, count);
            let seen = [
                scalars::<T>(X::flat_all(&record.x[first..][..count])),
                scalars::<T>(Y::flat_all(&record.y[first..][..count])),
                scalars::<T>(&record.cache[first * kept..][..count * kept]),
                scalars::<T>(Y::flat_all(&dy[first..][..count])),
            ];
            let dx = dx.as_deref_mut().map(|dx| scalars_mut::<T>(X::flat_all_mut(&mut dx[first..][..count])));
            let is_first = pass.first && first == 0;
            match pass.lengths_of(first, T::LANES).filter(|_| REVERSE) {
                Some(lengths) => Self::back_from_ends(&layer, pass.level, lengths, seen, dx, grad, is_first, scratch),
                None => Self::back(&layer, pass.level, seen, dx, grad, is_first, scratch),
            }
        }
    }

    /// All of them from `U(-b, b)` with `b = 1 / sqrt(HIDDEN)`, as PyTorch has it.
    fn init(&mut self, rng: &mut Rng) {
        init::uniform(self, 1.0 / libm::sqrt(HIDDEN as f64), rng);
    }
}
