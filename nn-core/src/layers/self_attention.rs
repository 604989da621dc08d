//! Self-attention, PyTorch's `MultiheadAttention` of a sequence with itself (Vaswani et al., 2017).
//!
//! Each step gives a query `q`, a key `k` and a value `v`, and each of the `HEADS` has a part of their features, `D = F / HEADS` of them:
//!
//! - forward: `q, k, v = W_in x + b_in` side by side, `p[t] = softmax(q[t] · k / √D)` over all steps, `a[t] = Σ p[t, u] v[u]`, and with the heads
//!   beside each other `y = W_out a + b_out`; in a causal one a step sees none behind it, of which nothing reaches it, not even NaN
//! - backward: `dv[u] = Σ p[t, u] da[t]`, `ds[t, u] = p[t, u] (da[t] · v[u] - Σ p[t, n] da[t] · v[n]) / √D`, `dq[t] = Σ ds[t, u] k[u]`,
//!   `dk[u] = Σ ds[t, u] q[t]`; the products on both sides as those of a dense layer on each step
//!
//! # Shapes
//!
//! `[STEPS, F]` to `[STEPS, F]`. Parameters: `in_proj_weight` of `3 F` rows and `F` columns, `in_proj_bias` of `3 F`, and of `out_proj` a
//! `weight` of `F` rows and columns and a `bias` of `F`: `4 F (F + 1)` in all. A sample's training keeps `HEADS STEPS²` values besides those of
//! its steps.

mod small;

use core::marker::PhantomData;

use fearless_simd::{Level, Simd};
use nalgebra::{SMatrix, SVector};

use super::Dense;
use super::dense::Bias;
use crate::Noise;
use crate::init::{self, Init, Rng};
use crate::kernels::attention;
use crate::kernels::dense::OfLines;
use crate::kernels::number::MOST_LANES;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Sequence;

/// Weights up to which one step of one sample is compiled for its sizes.
const SIZED: usize = 64 * 64;

/// Attention of a sequence `X` of `F` features with itself, with `F3 = 3 F`; its aliases carry the names.
#[doc(alias = "MultiheadAttention")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        bound(
            serialize = "T: serde::Serialize, B: crate::serialize::Part, C: crate::serialize::Part",
            deserialize = "T: serde::Deserialize<'de>, B: crate::serialize::PartFrom<'de>, C: crate::serialize::PartFrom<'de>"
        ),
        deny_unknown_fields
    )
)]
pub struct Attention<
    T,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    const CAUSAL: bool,
    X,
    B = SVector<T, F3>,
    C = SVector<T, F>,
> {
    /// `in_proj_weight[(o, i)]` is the weight from feature `i` to feature `o` of the queries, behind them the keys, and the values.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub in_proj_weight: SMatrix<T, F3, F>,
    /// `in_proj_bias[o]` is added to it; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub in_proj_bias: B,
    /// What becomes of all heads.
    pub out_proj: Dense<T, F, F, C>,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<X>,
}

/// Attention to all steps: see the [module](self).
pub type SelfAttention<
    T,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    X,
    B = SVector<T, F3>,
    C = SVector<T, F>,
> = Attention<T, F, F3, HEADS, false, X, B, C>;
/// Attention to a step and those before it: see the [module](self).
pub type CausalSelfAttention<
    T,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    X,
    B = SVector<T, F3>,
    C = SVector<T, F>,
> = Attention<T, F, F3, HEADS, true, X, B, C>;

// SAFETY: repr(C) with a matrix of scalars, a vector of scalars or nothing (`Bias` is sealed), a layer that keeps the same promise, and a type
// without size: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<
    T: Scalar,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    const CAUSAL: bool,
    X: Sequence,
    B: Bias<T>,
    C: Bias<T>,
> Parameters<T> for Attention<T, F, F3, HEADS, CAUSAL, X, B, C>
{
    const PARAMETERS: usize = F3 * F + B::PARAMETERS + Dense::<T, F, F, C>::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[
        ("in_proj_weight", Parts::Tensor(&[F3, F], Order::ColumnMajor)),
        ("in_proj_bias", B::PARTS),
        ("out_proj", Dense::<T, F, F, C>::PARTS),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (fan_in, fan_out) = (F, F3);
        visit(&Tensor {
            name: &name.join("in_proj_weight"),
            dims: &[F3, F],
            order: Order::ColumnMajor,
            role: Role::Weight,
            fan_in,
            fan_out,
        });
        if B::PARAMETERS > 0 {
            let (dims, order) = (&[F3][..], Order::RowMajor);
            visit(&Tensor { name: &name.join("in_proj_bias"), dims, order, role: Role::Bias, fan_in, fan_out });
        }
        Dense::<T, F, F, C>::tensors(&name.join("out_proj"), visit);
    }
}

/// The parts of a run of lines: of a cache, or of the scratch of the way back.
fn parts<T>(lines: &[T], sizes: [usize; 2]) -> [&[T]; 3] {
    let (first, rest) = lines.split_at(sizes[0]);
    let (second, third) = rest.split_at(sizes[1]);
    [first, second, third]
}

/// The same to be written.
fn parts_mut<T>(lines: &mut [T], sizes: [usize; 2]) -> [&mut [T]; 3] {
    let (first, rest) = lines.split_at_mut(sizes[0]);
    let (second, third) = rest.split_at_mut(sizes[1]);
    [first, second, third]
}

impl<
    T: Scalar,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    const CAUSAL: bool,
    X: Sequence,
    B: Bias<T>,
    C: Bias<T>,
> Attention<T, F, F3, HEADS, CAUSAL, X, B, C>
{
    /// The sizes on lines of so many values.
    const fn attention(lanes: usize) -> attention::Attention {
        assert!(F3 == 3 * F, "of each step there are a query, a key and a value");
        assert!(HEADS > 0 && F.is_multiple_of(HEADS), "all heads have as many features");
        assert!(X::FEATURES == F, "attention takes and gives sequences of its features");
        attention::Attention { steps: X::STEPS, features: F, heads: HEADS, causal: CAUSAL, lanes }
    }

    /// The queries, keys and values of a sample, and what has come of the values.
    const AROUND: usize = 4 * X::LEN;

    /// The parameters of the first product, as those of a dense layer.
    #[inline(always)]
    fn first(&self) -> &[T] {
        &self.as_slice()[..F3 * F + B::PARAMETERS]
    }

    /// Both products, as parameters of dense layers.
    fn products(&self, level: Level, lanes: usize) -> [OfLines<'_, T>; 2] {
        let parameters = self.first();
        [
            OfLines { level, parameters, inputs: F, outputs: F3, lanes },
            OfLines { level, parameters: self.out_proj.as_slice(), inputs: F, outputs: F, lanes },
        ]
    }

    /// One sample, or a block, by way of the kernels; `kept` is empty if nothing is to be kept.
    #[expect(clippy::too_many_arguments, reason = "what a pass works on")]
    fn run(&self, level: Level, lanes: usize, lasts: &[T], x: &[T], y: &mut [T], cache: &mut [T], scratch: &mut [T]) {
        let sizes = [3 * X::LEN * lanes, X::LEN * lanes];
        let [first, second] = self.products(level, lanes);
        let size = Self::attention(lanes);
        let (around, kept, scratch) = if cache.is_empty() {
            let (around, scratch) = scratch.split_at_mut(Self::AROUND * lanes);
            (around, &mut [][..], scratch)
        } else {
            let (around, kept) = cache.split_at_mut(Self::AROUND * lanes);
            (around, kept, scratch)
        };
        let [inner, taken, _] = parts_mut(around, sizes);
        first.forward(x, inner);
        T::attention(level, size, lasts, inner, taken, kept, scratch);
        second.forward(taken, y);
    }

    /// Back through one sample, or a block.
    #[expect(clippy::too_many_arguments, reason = "what a pass works on")]
    fn back(
        &self,
        level: Level,
        lanes: usize,
        [x, cache, dy]: [&[T]; 3],
        dx: Option<&mut [T]>,
        grad: &mut Self,
        is_first: bool,
        scratch: &mut [T],
    ) {
        let sizes = [3 * X::LEN * lanes, X::LEN * lanes];
        let [first, second] = self.products(level, lanes);
        let [inner, taken, kept] = parts(cache, sizes);
        let [d_inner, d_taken, scratch] = parts_mut(scratch, sizes);
        second.dw(taken, dy, is_first, grad.out_proj.as_mut_slice());
        second.dx(dy, second.outputs, d_taken);
        T::attention_backward(level, Self::attention(lanes), inner, kept, d_taken, d_inner, scratch);
        first.dw(x, d_inner, is_first, &mut grad.as_mut_slice()[..F3 * F + B::PARAMETERS]);
        if let Some(dx) = dx {
            first.dx(d_inner, first.outputs, dx);
        }
    }
}

/// The cache holds queries, keys and values, what each head has taken of them, and the shares in which it did.
impl<
    T: Scalar,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    const CAUSAL: bool,
    X: Sequence,
    B: Bias<T>,
    C: Bias<T>,
> Layer<T> for Attention<T, F, F3, HEADS, CAUSAL, X, B, C>
{
    type Input = X;
    type Output = X;
    const CACHE: usize = Self::AROUND + Self::attention(1).kept();
    const SCRATCH: usize = Self::AROUND + Self::attention(1).scratch::<T>();
    const BLOCK_SCRATCH: usize = Self::AROUND + Self::attention(T::LANES).scratch::<T>() / T::LANES;
    const FRAMES: usize = 8 * 1024;
    const MACS: usize = X::STEPS * F * (F3 + F + 2 * X::STEPS);
    const DRAWS: bool = false;
    const WRITES: bool = true;
    const HEEDLESS: Option<&'static str> = None;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        let (x, y) = (X::flat(x), X::flat_mut(y));
        if const { F3 * F <= SIZED } {
            self.sized(simd, x, y, &mut [], scratch);
        } else {
            self.run(simd.level(), 1, &[], x, y, &mut [], scratch);
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
        let (x, y) = (X::flat(x), X::flat_mut(y));
        if Self::IS_SMALL {
            self.sized(simd, x, y, cache, scratch);
        } else {
            self.run(simd.level(), 1, &[], x, y, cache, scratch);
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
        let seen = [X::flat(record.x), record.cache, X::flat(dy)];
        let dx = dx.map(X::flat_mut);
        if Self::IS_SMALL {
            self.back_inlined(simd, seen, dx, grad, scratch);
        } else {
            self.back(simd.level(), 1, seen, dx, grad, false, scratch);
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
        let kept = cache.len() / x.len().max(1);
        for (block, (x, y)) in x.iter().zip(y).enumerate() {
            let (x, y) = (scalars::<T>(X::flat(x)), scalars_mut::<T>(X::flat_mut(y)));
            // Of a causal one no step looks beyond the end of its sample anyway.
            let lengths = pass.lengths_of(block, T::LANES).filter(|_| !CAUSAL);
            let mut lasts = [T::ZERO; MOST_LANES];
            for (last, length) in lasts.iter_mut().zip(lengths.into_iter().flatten()) {
                *last = T::from_f64(f64::from(length.saturating_sub(1)));
            }
            let lasts = if lengths.is_some() { &lasts[..T::LANES] } else { &[] };
            self.run(pass.level, T::LANES, lasts, x, y, &mut cache[block * kept..][..kept], scratch);
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
        for (block, (x, dy)) in record.x.iter().zip(dy).enumerate() {
            let cache = &record.cache[block * <Self as Layer<T>>::CACHE..][..<Self as Layer<T>>::CACHE];
            let seen = [scalars::<T>(X::flat(x)), scalars::<T>(cache), scalars::<T>(X::flat(dy))];
            let dx = dx.as_deref_mut().map(|dx| scalars_mut::<T>(X::flat_mut(&mut dx[block])));
            self.back(pass.level, T::LANES, seen, dx, grad, pass.first && block == 0, scratch);
        }
    }

    /// As PyTorch has it: the first weights from `U(-b, b)` with `b = sqrt(6 / 4 F)`, the last ones with `b = 1 / sqrt(F)`, biases zero.
    fn init(&mut self, rng: &mut Rng) {
        init::fill(&mut self.in_proj_weight, Init::XavierUniform, rng);
        self.in_proj_bias.as_mut_slice().fill(T::ZERO);
        init::fill(&mut self.out_proj.weight, Init::Default, rng);
        self.out_proj.bias.as_mut_slice().fill(T::ZERO);
    }
}
