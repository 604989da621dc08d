//! The convolution of sequences, PyTorch's `Conv1d` with time as the first extent.
//!
//! - forward: `y[t, o] = b[o] + Σ w[o, i, k] x[t STRIDE + k DILATION - BEFORE, i]`, over all features `i` and the places `k` of the window;
//!   steps that the sequence does not have count as zero
//! - backward: `dw[o, i, k] += Σ dy[t, o] x[.., i]` and `db[o] += Σ dy[t, o]` over all steps; `dx` gets from every step what it brought there
//!
//! # Shapes
//!
//! `[STEPS, IN]` to `[COUNT, OUT]`. Parameters: `weight` of `[OUT, IN, KERNEL]`, `bias` of `OUT`. `BEFORE` are the zeros before the first
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

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::{SMatrix, SVector};

use super::dense::Bias;
use crate::Noise;
use crate::kernels::dense::{self, Size};
use crate::kernels::pointwise::Unchanged;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Element, Scalar, scalars, scalars_mut};
use crate::shape::{D1, Sequence};
use crate::stream::{Stateless, Stream, Streamed, Then};

/// Weights up to which one step of one sample is compiled for its sizes.
const SIZED: usize = 64 * 64;

/// Steps of a block whose windows are beside each other at a time.
const TOGETHER: usize = 8;

/// A convolution that takes sequences `X` of `IN` features to sequences `Y` of `OUT` features, by windows of `PATCH = IN * KERNEL` values:
/// see the [module](self).
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
pub struct Conv1d<T, const IN: usize, const OUT: usize, const PATCH: usize, X, Y, W, B = SVector<T, OUT>> {
    /// `weight[(o, i * KERNEL + k)]` is the weight of feature `i` at place `k` of the window for feature `o` of what comes out.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight: SMatrix<T, OUT, PATCH>,
    /// `bias[o]` is added to feature `o`; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: B,
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: PhantomData<(X, Y, W)>,
}

/// The windows of a convolution over time.
pub trait Span: Copy + Send + Sync + 'static {
    /// Steps of a window.
    const KERNEL: usize;
    /// How far a window lies from the one before it.
    const STRIDE: usize;
    /// Zeros before the first step.
    const BEFORE: usize;
    /// How far the steps of a window lie apart.
    const DILATION: usize;
}

/// Windows with zeros on both sides: PyTorch's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span1d<const KERNEL: usize, const STRIDE: usize = 1, const PADDING: usize = 0, const DILATION: usize = 1>;

impl<const KERNEL: usize, const STRIDE: usize, const PADDING: usize, const DILATION: usize> Span
    for Span1d<KERNEL, STRIDE, PADDING, DILATION>
{
    const KERNEL: usize = KERNEL;
    const STRIDE: usize = STRIDE;
    const BEFORE: usize = PADDING;
    const DILATION: usize = DILATION;
}

/// Windows that end with the step that they are for. `PAST` is `(KERNEL - 1) * DILATION * IN`: the values that a stream remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Causal<const KERNEL: usize, const PAST: usize, const DILATION: usize = 1>;

impl<const KERNEL: usize, const PAST: usize, const DILATION: usize> Span for Causal<KERNEL, PAST, DILATION> {
    const KERNEL: usize = KERNEL;
    const STRIDE: usize = 1;
    const BEFORE: usize = (KERNEL - 1) * DILATION;
    const DILATION: usize = DILATION;
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
    B: Bias<T>,
> Parameters<T> for Conv1d<T, IN, OUT, PATCH, X, Y, W, B>
{
    const PARAMETERS: usize = OUT * PATCH + B::PARAMETERS;
    const PARTS: Parts =
        Parts::Named(&[("weight", Parts::Tensor(&[OUT, IN, W::KERNEL], Order::ColumnMajor)), ("bias", B::PARTS)]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (fan_in, fan_out) = (PATCH, OUT * W::KERNEL);
        visit(&Tensor {
            name: &name.join("weight"),
            dims: &[OUT, IN, W::KERNEL],
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

impl<T: Scalar, const IN: usize, const OUT: usize, const PATCH: usize, X: Sequence, Y: Sequence, W: Span, B: Bias<T>>
    Conv1d<T, IN, OUT, PATCH, X, Y, W, B>
{
    /// The steps that come out.
    const COUNT: usize = {
        assert!(X::FEATURES == IN && Y::FEATURES == OUT, "a convolution takes and gives sequences of its features");
        assert!(PATCH == IN * W::KERNEL, "a window has as many values as its steps have features");
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
    fn product<S: Simd>(&self, simd: S, patch: &[T; PATCH], y: &mut [T; OUT]) {
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

impl<T: Scalar, const IN: usize, const OUT: usize, const PATCH: usize, X: Sequence, Y: Sequence, W: Span, B: Bias<T>>
    Layer<T> for Conv1d<T, IN, OUT, PATCH, X, Y, W, B>
{
    type Input = X;
    type Output = Y;
    const SCRATCH: usize = 0;
    const BLOCK_SCRATCH: usize = 2 * Self::TOGETHER * PATCH;
    const MACS: usize = Self::COUNT * OUT * PATCH;
    const DRAWS: bool = false;
    const WRITES: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        let (x, y) = (X::flat(x), Y::flat_mut(y).as_chunks_mut::<OUT>().0);
        let mut patch = [T::ZERO; PATCH];
        for (t, y) in y.iter_mut().enumerate() {
            Self::gather(t, x, &mut patch);
            self.product(simd, &patch, y);
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
        pass: &Pass,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
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
        pass: &Pass,
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
        pass: &Pass,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        mut dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
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
                    T::dense_blocks_dx(pass.level, Self::size(count), w, dy, back);
                    for (i, patch) in back.chunks_exact(PATCH * T::LANES).enumerate() {
                        Self::scatter(from + i, patch, T::LANES, dx);
                    }
                }
            }
        }
    }
}

/// The steps of the past lie in a ring; behind them stands the place of the next.
impl<
    T: Scalar,
    const IN: usize,
    const OUT: usize,
    const PATCH: usize,
    const KERNEL: usize,
    const PAST: usize,
    const DILATION: usize,
    X: Sequence + Streamed<Frame = D1<IN>>,
    Y: Sequence + Streamed<Frame = D1<OUT>>,
    B: Bias<T>,
> Stream<T> for Conv1d<T, IN, OUT, PATCH, X, Y, Causal<KERNEL, PAST, DILATION>, B>
{
    type State = Then<[T; PAST], [T; 1]>;
    type Scratch = Stateless;
    const RECEPTIVE_FIELD: usize = {
        assert!(PAST == (KERNEL - 1) * DILATION * IN, "a stream remembers all steps that a window sees but the newest");
        (KERNEL - 1) * DILATION + 1
    };

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the place is a small whole number")]
    fn step<S: Simd>(
        &self,
        simd: S,
        Then(past, [place]): &mut Self::State,
        x: &[T; IN],
        y: &mut [T; OUT],
        _: &mut Stateless,
    ) {
        let steps = const { (KERNEL - 1) * DILATION };
        let mut patch = [T::ZERO; PATCH];
        let now = (place.to_f64() as usize).min(steps.saturating_sub(1));
        for k in 0..KERNEL {
            let back = (KERNEL - 1 - k) * DILATION;
            // The oldest step stands where the next one will.
            let at = now + steps - back;
            let from = if back == 0 { &x[..] } else { &past[if at < steps { at } else { at - steps } * IN..][..IN] };
            for (i, x) in from.iter().enumerate() {
                patch[i * KERNEL + k] = *x;
            }
        }
        if steps > 0 {
            past[now * IN..][..IN].copy_from_slice(x);
            *place = if now + 1 < steps { *place + T::ONE } else { T::ZERO };
        }
        self.product(simd, &patch, y);
    }
}
