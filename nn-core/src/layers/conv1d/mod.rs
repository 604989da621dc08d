//! The convolution of sequences, PyTorch's `Conv1d` with time as the first extent.
//!
//! - forward: `y[t, o] = b[o] + Σ w[o, i, k] x[t STRIDE + k DILATION - BEFORE, i]`, over all features `i` and the places `k` of the window;
//!   steps that the sequence does not have count as zero. With `GROUPS` the features are as many parts, and output `o` sees those of its own
//!   part alone: with as many groups as features each has a window of its own (depthwise)
//! - backward: `dw[o, i, k] += Σ dy[t, o] x[.., i]` and `db[o] += Σ dy[t, o]` over all steps; `dx` gets from every step what it brought there
//!
//! # Shapes
//!
//! `[STEPS, IN]` to `[COUNT, OUT]`. Parameters: `weight` of `[OUT, IN / GROUPS, KERNEL]`, `bias` of `OUT`. `BEFORE` are the zeros before the first
//! step: PyTorch's `padding`, or for a causal convolution `(KERNEL - 1) * DILATION`, so that a step sees none behind it.
//!
//! # Examples
//!
//! ```
//! use static_nn::network;
//!
//! network! {
//!     struct Net { input: [4, 1], conv: Conv1d(1, kernel = 2, dilation = 2, causal = true) }
//! }
//!
//! let mut net = Net::new(1);
//! net.conv.weight.copy_from_slice(&[10.0, 1.0]);
//! net.conv.bias[0] = 0.5;
//! let x = [[1.0], [2.0], [3.0], [4.0]];
//! assert_eq!(net.forward(&x), [[1.5], [2.5], [13.5], [24.5]]); // 10 * 1 + 3 + 0.5, 10 * 2 + 4 + 0.5
//! // Step by step it needs the last two.
//! let mut state = Net::<f32>::state();
//! assert_eq!(x.map(|x| net.step(&mut state, &x)), net.forward(&x));
//! ```

mod groups;
mod lengths;
mod span;
mod stream;

pub use span::{Causal, Span, Span1d};

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::{SMatrix, SVector};

use super::dense::Bias;
use crate::Noise;
use crate::kernels::dense::{self, Size};
use crate::kernels::dispatch;
use crate::kernels::pointwise::Unchanged;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Element, Scalar, scalars, scalars_mut};
use crate::shape::Sequence;

/// Weights up to which one step of one sample is compiled for its sizes.
const SIZED: usize = 64 * 64;

/// Steps of a block whose windows are beside each other at a time.
const TOGETHER: usize = 8;

/// A convolution that takes sequences `X` of `IN` features to sequences `Y` of `OUT` features, by windows of
/// `PATCH = IN / GROUPS * KERNEL` values: see the [module](self).
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
pub struct Conv1d<
    T,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X,
    Y,
    W,
    const GROUPS: usize = 1,
    B = SVector<T, OUT>,
> {
    /// `weight[(o, i * KERNEL + k)]` is the weight of feature `i` of the group at place `k` of the window for feature `o` of what comes out.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight: SMatrix<T, OUT, PATCH>,
    /// `bias[o]` is added to feature `o`; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: B,
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: PhantomData<(X, Y, W)>,
}

// SAFETY: repr(C) with a matrix of `OUT * PATCH` scalars, a vector of scalars or nothing (`Bias` is sealed), and a type without size.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X: Sequence,
    Y: Sequence,
    W: Span,
    const GROUPS: usize,
    B: Bias<T>,
> Parameters<T> for Conv1d<T, IN, OUT, PATCH, X, Y, W, GROUPS, B>
{
    const PARAMETERS: usize = OUT * PATCH + B::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[
        ("weight", Parts::Tensor(&[OUT, IN / GROUPS, W::KERNEL], Order::ColumnMajor)),
        ("bias", B::PARTS),
    ]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (fan_in, fan_out) = (PATCH, OUT * W::KERNEL);
        visit(&Tensor {
            name: &name.join("weight"),
            dims: &[OUT, IN / GROUPS, W::KERNEL],
            order: Order::ColumnMajor,
            role: Role::Weight,
            fan_in,
            fan_out,
        });
        if B::PARAMETERS > 0 {
            let (dims, order) = (&[OUT][..], Order::RowMajor);
            visit(&Tensor { name: &name.join("bias"), dims, order, role: Role::Bias, fan_in, fan_out });
        }
    }
}

impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X: Sequence,
    Y: Sequence,
    W: Span,
    const GROUPS: usize,
    B: Bias<T>,
> Conv1d<T, IN, OUT, PATCH, X, Y, W, GROUPS, B>
{
    /// The steps that come out.
    const COUNT: usize = {
        assert!(X::FEATURES == IN && Y::FEATURES == OUT, "a convolution takes and gives sequences of its features");
        assert!(
            GROUPS > 0 && IN.is_multiple_of(GROUPS) && OUT.is_multiple_of(GROUPS),
            "the groups of a convolution divide its features"
        );
        assert!(PATCH == IN / GROUPS * W::KERNEL, "a window has as many values as its steps have features in a group");
        Y::STEPS
    };
    /// Whether one step of one sample is compiled for its sizes.
    const IS_SIZED: bool = OUT * PATCH <= SIZED;
    /// Steps of a block that are done at a time.
    const TOGETHER: usize = if Self::COUNT < TOGETHER { Self::COUNT } else { TOGETHER };

    /// The step of the input that place `k` of the window for step `t` sees, if there is one.
    #[inline(always)]
    const fn seen(t: usize, k: usize) -> Option<usize> {
        let at = t * W::STRIDE + k * W::DILATION;
        if at >= W::BEFORE && at - W::BEFORE < X::STEPS { Some(at - W::BEFORE) } else { None }
    }

    /// The window for step `t`: feature by feature, and place by place within each.
    #[inline(always)]
    fn gather<E: Element>(t: usize, x: &[E], patch: &mut [E]) {
        for k in 0..W::KERNEL {
            if let Some(step) = Self::seen(t, k) {
                for (i, x) in x[step * IN..][..IN].iter().enumerate() {
                    patch[i * W::KERNEL + k] = *x;
                }
            } else {
                for i in 0..IN {
                    patch[i * W::KERNEL + k] = bytemuck::Zeroable::zeroed();
                }
            }
        }
    }

    /// Adds what the window for step `t` brings back; values are lines of `lanes`.
    #[inline(always)]
    fn scatter(t: usize, patch: &[T], lanes: usize, dx: &mut [T]) {
        for k in 0..W::KERNEL {
            let Some(step) = Self::seen(t, k) else { continue };
            for i in 0..IN {
                let from = &patch[(i * W::KERNEL + k) * lanes..][..lanes];
                for (dx, d) in dx[(step * IN + i) * lanes..][..lanes].iter_mut().zip(from) {
                    *dx += *d;
                }
            }
        }
    }

    /// The product of one window.
    #[inline(always)]
    fn product<S: Simd>(&self, simd: S, patch: &mut [T; PATCH], y: &mut [T; OUT]) {
        // Nothing subnormal. Whole vectors would wait for the values that have just been stored one by one.
        for value in patch.iter_mut() {
            *value = (*value + T::BASE) - T::BASE;
        }
        if const { Self::IS_SIZED } {
            dense::sized::<S, T, _, PATCH, OUT>(simd, self.as_slice(), patch, y, Unchanged);
        } else {
            T::dense(simd.level(), self.as_slice(), patch, y);
        }
    }

    const fn size(steps: usize) -> Size {
        Size { inputs: PATCH, outputs: OUT, samples: steps * T::LANES }
    }
}

impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    X: Sequence,
    Y: Sequence,
    W: Span,
    const GROUPS: usize,
    B: Bias<T>,
> Layer<T> for Conv1d<T, IN, OUT, PATCH, X, Y, W, GROUPS, B>
{
    type Input = X;
    type Output = Y;
    const SCRATCH: usize = 0;
    const BLOCK_SCRATCH: usize = Self::MASKED + if GROUPS > 1 { 0 } else { 2 * Self::TOGETHER * PATCH };
    /// A window, and its copies in the kernels.
    const FRAMES: usize = 4 * 1024 + 3 * PATCH * size_of::<T>();
    const MACS: usize = Self::COUNT * OUT * PATCH;
    const DRAWS: bool = false;
    const WRITES: bool = true;
    const HEEDLESS: Option<&'static str> = if W::STRIDE == 1 && X::STEPS == Y::STEPS {
        None
    } else {
        Some("a convolution that gives other steps than it takes")
    };

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        if const { GROUPS > 1 } {
            return self.forward_grouped(simd, 1, X::flat(x), Y::flat_mut(y));
        }
        let (x, y) = (X::flat(x), Y::flat_mut(y).as_chunks_mut::<OUT>().0);
        let mut patch = [T::ZERO; PATCH];
        for (t, y) in y.iter_mut().enumerate() {
            Self::gather(t, x, &mut patch);
            self.product(simd, &mut patch, y);
        }
    }

    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        _: &mut [T],
        scratch: &mut [T],
    ) {
        self.forward(simd, x, y, scratch);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        mut dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        if const { GROUPS > 1 } {
            let (x, dy) = (X::flat(record.x), Y::flat(dy));
            return self.backward_grouped(simd, 1, x, dy, dx.map(X::flat_mut), grad);
        }
        let (x, dy) = (X::flat(record.x), Y::flat(dy).as_chunks::<OUT>().0);
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        let (mut patch, mut back) = ([T::ZERO; PATCH], [T::ZERO; PATCH]);
        if let Some(dx) = dx.as_deref_mut() {
            X::flat_mut(dx).fill(T::ZERO);
        }
        for (t, dy) in dy.iter().enumerate() {
            Self::gather(t, x, &mut patch);
            let wanted = dx.is_some().then_some(&mut back[..]);
            T::dense_backward(simd.level(), self.weight.as_slice(), &patch, dy, wanted, dw, db);
            if let Some(dx) = dx.as_deref_mut() {
                Self::scatter(t, &back, 1, X::flat_mut(dx));
            }
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
        if let Some(lengths) = pass.lengths.filter(|_| Self::LOOKS_AHEAD) {
            return self.forward_masked(pass, lengths, x, y, scratch);
        }
        if const { GROUPS > 1 } {
            for (x, y) in x.iter().zip(y) {
                let (x, y) = (scalars::<T>(X::flat(x)), scalars_mut::<T>(Y::flat_mut(y)));
                dispatch!(T: pass.level, simd => self.forward_grouped(simd, T::LANES, x, y));
            }
            return;
        }
        let (w, b, floor) = (self.weight.as_slice(), self.bias.as_slice(), T::from_f64(f64::NEG_INFINITY));
        for (x, y) in x.iter().zip(y) {
            let (x, y) = (X::flat(x), Y::flat_mut(y));
            for (run, y) in y.chunks_mut(Self::TOGETHER * OUT).enumerate() {
                let count = y.len() / OUT;
                let patches = &mut scratch[..count * PATCH];
                for (i, patch) in patches.chunks_exact_mut(PATCH).enumerate() {
                    Self::gather(run * Self::TOGETHER + i, x, patch);
                }
                let (patches, y) = (scalars::<T>(patches), scalars_mut::<T>(y));
                T::dense_blocks(pass.level, Self::size(count), w, b, patches, floor, y);
            }
        }
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_blocks(pass, x, y, scratch);
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
        if let Some(lengths) = pass.lengths.filter(|_| Self::LOOKS_AHEAD) {
            return self.backward_masked(pass, lengths, record, dy, dx, grad, scratch);
        }
        if const { GROUPS > 1 } {
            if pass.first {
                T::zero(grad.as_mut_slice());
            }
            for (block, (x, dy)) in record.x.iter().zip(dy).enumerate() {
                let (x, dy) = (scalars::<T>(X::flat(x)), scalars::<T>(Y::flat(dy)));
                let dx = dx.as_deref_mut().map(|dx| scalars_mut::<T>(X::flat_mut(&mut dx[block])));
                dispatch!(T: pass.level, simd => self.backward_grouped(simd, T::LANES, x, dy, dx, grad));
            }
            return;
        }
        let w = self.weight.as_slice();
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        let (patches, back) = scratch.split_at_mut(Self::TOGETHER * PATCH);
        let mut first = pass.first;
        for (block, (x, dy)) in record.x.iter().zip(dy).enumerate() {
            let mut dx = dx.as_deref_mut().map(|dx| scalars_mut::<T>(X::flat_mut(&mut dx[block])));
            if let Some(dx) = dx.as_deref_mut() {
                dx.fill(T::ZERO);
            }
            for (run, dy) in Y::flat(dy).chunks(Self::TOGETHER * OUT).enumerate() {
                let (count, from) = (dy.len() / OUT, run * Self::TOGETHER);
                let patches = &mut patches[..count * PATCH];
                for (i, patch) in patches.chunks_exact_mut(PATCH).enumerate() {
                    Self::gather(from + i, X::flat(x), patch);
                }
                let dy = scalars::<T>(dy);
                T::dense_blocks_dw(pass.level, Self::size(count), scalars::<T>(patches), dy, first, dw, db);
                first = false;
                if let Some(dx) = dx.as_deref_mut() {
                    let back = scalars_mut::<T>(&mut back[..count * PATCH]);
                    T::dense_blocks_dx(pass.level, Self::size(count), w, dy, OUT, back);
                    for (i, patch) in back.chunks_exact(PATCH * T::LANES).enumerate() {
                        Self::scatter(from + i, patch, T::LANES, dx);
                    }
                }
            }
        }
    }
}
