//! The convolution of images, PyTorch's `Conv2d`.
//!
//! - forward: `y[o, i, j] = b[o] + Σ w[o, c, k, l] x[c, i SH + k DH - PH, j SW + l DW - PW]`, over the channels `c` of the group that `o`
//!   belongs to, and the places `k`, `l` of the window
//! - backward: `dw[o, c, k, l] += Σ dy[o, i, j] x[..]` and `db[o] += Σ dy[o, i, j]` over all places; `dx` gets from every place of the output
//!   what it brought there
//!
//! # Shapes
//!
//! `[C, H, W]` to `[OUT, OH, OW]`, with `OH = floor((H + 2 PH - DH (KH - 1) - 1) / SH) + 1`, and `OW` so. Parameters: `weight` of
//! `[OUT, C / GROUPS, KH, KW]`, `bias` of `OUT`. The weight is a matrix with a column for each value of a window, in the order of PyTorch: a
//! window is the input of a dense layer that stands at every place.
//!
//! # Examples
//!
//! ```
//! use static_nn::{Conv2d, D3, Parameters, Window, network};
//!
//! // One channel of 2 x 3, windows of 2 x 2.
//! let mut conv: Conv2d<f32, D3<1, 2, 3, 6>, D3<1, 1, 2, 2>, Window<2, 2>, 1, 4> = Conv2d::zeroed();
//! conv.weight.copy_from_slice(&[1.0, 2.0, 3.0, 4.0]);
//! conv.bias[0] = 0.5;
//! let mut scratch = vec![0.0; 4096];
//! let y = network::forward_with(&conv, &mut scratch, &[[[1.0, 0.0, 2.0], [0.0, 1.0, 0.0]]]);
//! assert_eq!(y, [[[5.5, 7.5]]]); // 1 + 4 + 0.5, and 2 * 2 + 3 + 0.5
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;
use nalgebra::{SMatrix, SVector};

use super::Activation;
use super::dense::Bias;
use super::window::{Windowed, convolution};
use crate::Noise;
use crate::kernels::ONE_LEVEL;
use crate::kernels::conv::{self, Around, Convolution};
use crate::kernels::pointwise::{Function, Pointwise};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Image;

/// Multiply-adds up to which one sample is inlined where the target alone decides on the instructions.
const SMALL: usize = 64 * 64;

/// A convolution that takes images `X` to images `Y` of `OUT` channels by windows `W` of `PATCH` values, all channels of a group together:
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
pub struct Conv2d<T, X, Y, W, const OUT: usize, const PATCH: usize, const GROUPS: usize = 1, B = SVector<T, OUT>> {
    /// `weight[(o, p)]` is the weight of the window's value `p` for channel `o` of the output: `(c * KH + k) * KW + l` is that of channel
    /// `c` of the group, row `k` and column `l`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight: SMatrix<T, OUT, PATCH>,
    /// `bias[o]` is added to channel `o` of the output; [`NoBias`](super::NoBias) for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: B,
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<(X, Y, W)>,
}

impl<T: Scalar, X: Image, Y: Image, W: Windowed, const OUT: usize, const PATCH: usize, const GROUPS: usize, B: Bias<T>>
    Conv2d<T, X, Y, W, OUT, PATCH, GROUPS, B>
{
    const CONVOLUTION: Convolution = {
        assert!(Y::CHANNELS == OUT, "the output has the channels that the layer states");
        convolution::<X, Y, W>(PATCH, GROUPS)
    };
    /// Whether one sample is inlined into the network.
    const IS_SMALL: bool = ONE_LEVEL && Y::LEN * PATCH <= SMALL;
    const DIMS: &'static [usize] = &[OUT, X::CHANNELS / GROUPS, W::KERNEL[0], W::KERNEL[1]];

    /// `y = w * x + b` for one sample, and `floor` where that is less.
    #[inline(always)]
    fn sample<S: Simd>(&self, simd: S, x: &[T], floor: T, y: &mut [T], scratch: &mut [T]) {
        let (w, around) = (self.weight.as_slice(), Around::forward(self.bias.as_slice(), floor));
        if Self::IS_SMALL {
            conv::small(const { &Self::CONVOLUTION }, w, around, x, y);
        } else {
            T::conv(simd.level(), const { &Self::CONVOLUTION }, w, around, x, y, scratch);
        }
    }

    /// The same for a run of blocks.
    #[inline]
    fn blocks(&self, pass: &Pass<'_>, x: &[X::Of<T::Lanes>], floor: T, y: &mut [Y::Of<T::Lanes>]) {
        let (x, y) = (scalars::<T>(X::flat_all(x)), scalars_mut::<T>(Y::flat_all_mut(y)));
        let (w, b) = (self.weight.as_slice(), self.bias.as_slice());
        T::conv_blocks(pass.level, const { &Self::CONVOLUTION }, w, Around::forward(b, floor), x, y);
    }

    /// The layer and the activation behind it in one call: `y = f(w * x + b)`.
    #[inline(always)]
    pub fn forward_activated<S: Simd, F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, Y>,
        simd: S,
        x: &X::Of<T>,
        y: &mut Y::Of<T>,
        scratch: &mut [T],
    ) {
        let (function, y) = (activation.function().into(), Y::flat_mut(y));
        if matches!(function, Pointwise::Relu(_)) {
            self.sample(simd, X::flat(x), T::ZERO, y, scratch);
        } else {
            self.sample(simd, X::flat(x), T::from_f64(f64::NEG_INFINITY), y, scratch);
            T::pointwise_in_place(simd.level(), function, y);
        }
    }

    /// [`forward_activated`](Self::forward_activated) as in training.
    #[inline(always)]
    pub fn forward_train_activated<S: Simd, F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, Y>,
        simd: S,
        x: &X::Of<T>,
        y: &mut Y::Of<T>,
        scratch: &mut [T],
    ) {
        self.forward_activated(activation, simd, x, y, scratch);
    }

    /// [`forward_activated`](Self::forward_activated) for a run of blocks.
    #[inline]
    pub fn forward_activated_blocks<F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, Y>,
        pass: &Pass<'_>,
        x: &[X::Of<T::Lanes>],
        y: &mut [Y::Of<T::Lanes>],
        _: &mut [T::Lanes],
    ) {
        let function = activation.function().into();
        if matches!(function, Pointwise::Relu(_)) {
            self.blocks(pass, x, T::ZERO, y);
        } else {
            self.blocks(pass, x, T::from_f64(f64::NEG_INFINITY), y);
            T::pointwise_in_place(pass.level, function, scalars_mut::<T>(Y::flat_all_mut(y)));
        }
    }

    /// The same in training.
    #[inline]
    pub fn forward_train_activated_blocks<F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, Y>,
        pass: &Pass<'_>,
        x: &[X::Of<T::Lanes>],
        y: &mut [Y::Of<T::Lanes>],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_activated_blocks(activation, pass, x, y, scratch);
    }
}

// SAFETY: repr(C) with a matrix of `OUT * PATCH` scalars, a vector of scalars or nothing (`Bias` is sealed), and nothing: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<
    T: Scalar,
    X: Image,
    Y: Image,
    W: Windowed,
    const OUT: usize,
    const PATCH: usize,
    const GROUPS: usize,
    B: Bias<T>,
> Parameters<T> for Conv2d<T, X, Y, W, OUT, PATCH, GROUPS, B>
{
    const PARAMETERS: usize = OUT * PATCH + B::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[("weight", Parts::Tensor(Self::DIMS, Order::ColumnMajor)), ("bias", B::PARTS)]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (fan_in, fan_out) = (PATCH, OUT * W::KERNEL[0] * W::KERNEL[1]);
        visit(&Tensor {
            name: &name.join("weight"),
            dims: Self::DIMS,
            order: Order::ColumnMajor,
            role: Role::Weight,
            fan_in,
            fan_out,
        });
        if B::PARAMETERS > 0 {
            let (name, dims, order) = (&name.join("bias"), &[OUT], Order::RowMajor);
            visit(&Tensor { name, dims, order, role: Role::Bias, fan_in, fan_out });
        }
    }
}

impl<T: Scalar, X: Image, Y: Image, W: Windowed, const OUT: usize, const PATCH: usize, const GROUPS: usize, B: Bias<T>>
    Layer<T> for Conv2d<T, X, Y, W, OUT, PATCH, GROUPS, B>
{
    type Input = X;
    type Output = Y;
    const SCRATCH: usize = Self::CONVOLUTION.scratch();
    const FORWARD_SCRATCH: usize = Self::CONVOLUTION.forward_scratch();
    const BLOCK_SCRATCH: usize = 0;
    const FRAMES: usize = Self::CONVOLUTION.frames::<T>();
    const MACS: usize = Y::LEN * PATCH;
    const DRAWS: bool = false;
    const WRITES: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]) {
        self.sample(simd, X::flat(x), T::from_f64(f64::NEG_INFINITY), Y::flat_mut(y), scratch);
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
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let (level, convolution) = (simd.level(), const { &Self::CONVOLUTION });
        let (x, dy) = (X::flat(record.x), Y::flat(dy));
        let (w, dw) = (self.weight.as_slice(), grad.weight.as_mut_slice());
        if Self::IS_SMALL {
            conv::small_dw(convolution, x, dy, dw);
        } else {
            T::conv_dw(level, convolution, x, dy, dw, scratch);
        }
        for (db, dy) in grad.bias.as_mut_slice().iter_mut().zip(dy.chunks_exact(Y::HEIGHT * Y::WIDTH)) {
            *db += dy.iter().fold(T::BASE, |sum, dy| sum + *dy) - T::BASE;
        }
        let Some(dx) = dx.map(X::flat_mut) else { return };
        if Self::IS_SMALL {
            conv::small_dx(convolution, w, dy, dx);
        } else {
            T::conv_dx(level, convolution, w, Around::gradient(), dy, dx, scratch);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        self.blocks(pass, x, T::from_f64(f64::NEG_INFINITY), y);
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
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let (level, convolution) = (pass.level, const { &Self::CONVOLUTION });
        let blocks = record.x.len();
        let (x, dy) = (scalars::<T>(X::flat_all(record.x)), scalars::<T>(Y::flat_all(dy)));
        T::conv_blocks_dw(level, convolution, x, dy, pass.first, grad.weight.as_mut_slice());
        if B::PARAMETERS > 0 {
            T::channel_sums(level, dy, blocks, pass.first, grad.bias.as_mut_slice());
        }
        if let Some(dx) = dx {
            let dx = scalars_mut::<T>(X::flat_all_mut(dx));
            T::conv_blocks_dx(level, convolution, self.weight.as_slice(), Around::gradient(), dy, dx);
        }
    }
}
