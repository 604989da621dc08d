//! The fully connected layer, PyTorch's `Linear`.
//!
//! - forward: `y = W x + b`
//! - backward: `dW += dy xᵀ`, `db += dy`, `dx = Wᵀ dy`
//!
//! # Shapes
//!
//! `[IN]` to `[OUT]`. Parameters: `weight` of `OUT` rows and `IN` columns, `bias` of `OUT`: `OUT * (IN + 1)` in all, or
//! `OUT * IN` without bias. The weight lies in memory column by column, as nalgebra has it; in files its rows come first,
//! as PyTorch has it.
//!
//! # Examples
//!
//! ```
//! use static_nn::{Dense, Parameters, network};
//!
//! let mut dense: Dense<f32, 2, 1> = Dense::zeroed();
//! dense.weight[(0, 0)] = 3.0;
//! dense.weight[(0, 1)] = -1.0;
//! dense.bias[0] = 0.5;
//! assert_eq!(network::forward_with(&dense, &mut [], &[2.0, 4.0]), [2.5]); // 3 * 2 - 1 * 4 + 0.5
//! ```

use fearless_simd::Simd;
use nalgebra::{SMatrix, SVector};

use super::Activation;
use crate::Noise;
use crate::constant::Plan;
use crate::kernels::ONE_LEVEL;
use crate::kernels::dense::{self, Size};
use crate::kernels::pointwise::{Function, Pointwise, Unchanged};
use crate::layer::{BlockRecord, Layer, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::D1;

/// Weights from which on the steps of a sequence go together.
const TOGETHER: usize = 32 * 32;

/// Weights up to which one sample's product is compiled for its sizes.
const SIZED: usize = 64 * 64;

/// `y = W x + b`: see the [module](self).
#[doc(alias = "Linear")]
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
pub struct Dense<T, const IN: usize, const OUT: usize, B = SVector<T, OUT>> {
    /// `weight[(o, i)]` is the weight from input `i` to output `o`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::rows"))]
    pub weight: SMatrix<T, OUT, IN>,
    /// `bias[o]` is added to output `o`; [`NoBias`] for `bias = false`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::list"))]
    pub bias: B,
}

/// In place of a bias, for `bias = false`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NoBias;

mod sealed {
    /// The two of this file: what else a dense layer held could have padding before it.
    pub trait Sealed {}
}

/// What a dense layer adds: a vector, or nothing.
pub trait Bias<T: Scalar>: Parameters<T> + Send + Sync + sealed::Sealed {}

impl<T: Scalar, const OUT: usize> sealed::Sealed for SVector<T, OUT> {}
impl<T: Scalar, const OUT: usize> Bias<T> for SVector<T, OUT> {}
impl sealed::Sealed for NoBias {}
impl<T: Scalar> Bias<T> for NoBias {}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<T: Scalar> Parameters<T> for NoBias {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

// SAFETY: repr(C) with a matrix of `OUT * IN` scalars, and a vector of scalars or nothing (`Bias` is sealed): no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const IN: usize, const OUT: usize, B: Bias<T>> Parameters<T> for Dense<T, IN, OUT, B> {
    const PARAMETERS: usize = IN * OUT + B::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[("weight", Parts::Tensor(&[OUT, IN], Order::ColumnMajor)), ("bias", B::PARTS)]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        visit(&Tensor {
            name: &name.join("weight"),
            dims: &[OUT, IN],
            order: Order::ColumnMajor,
            role: Role::Weight,
            fan_in: IN,
            fan_out: OUT,
        });
        if B::PARAMETERS > 0 {
            visit(&Tensor {
                name: &name.join("bias"),
                dims: &[OUT],
                order: Order::RowMajor,
                role: Role::Bias,
                fan_in: IN,
                fan_out: OUT,
            });
        }
    }
}

impl<T: Scalar, const IN: usize, const OUT: usize, B: Bias<T>> Dense<T, IN, OUT, B> {
    /// The layer and the activation behind it in one call: `y = f(W x + b)`.
    #[inline(always)]
    pub fn forward_activated<S: Simd, F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, D1<OUT>>,
        simd: S,
        x: &[T; IN],
        y: &mut [T; OUT],
        _: &mut [T],
    ) {
        if const { IN * OUT <= SIZED } {
            dense::sized::<S, T, F, IN, OUT>(simd, self.as_slice(), x, y, activation.function());
        } else {
            T::dense(simd.level(), self.as_slice(), x, y);
            T::pointwise_in_place(simd.level(), activation.function().into(), y);
        }
    }

    /// [`forward_activated`](Self::forward_activated) as in training, where with `std` nothing is inlined.
    #[inline(always)]
    pub fn forward_train_activated<S: Simd, F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, D1<OUT>>,
        simd: S,
        x: &[T; IN],
        y: &mut [T; OUT],
        scratch: &mut [T],
    ) {
        if ONE_LEVEL {
            return self.forward_activated(activation, simd, x, y, scratch);
        }
        T::dense(simd.level(), self.as_slice(), x, y);
        T::pointwise_in_place(simd.level(), activation.function().into(), y);
    }

    /// [`forward_activated`](Self::forward_activated) for a run of blocks.
    #[inline]
    pub fn forward_activated_blocks<F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, D1<OUT>>,
        pass: &Pass<'_>,
        x: &[[T::Lanes; IN]],
        y: &mut [[T::Lanes; OUT]],
        _: &mut [T::Lanes],
    ) {
        let function = activation.function().into();
        if matches!(function, Pointwise::Relu(_)) {
            self.blocks(pass, x, T::ZERO, y);
        } else {
            self.blocks(pass, x, T::from_f64(f64::NEG_INFINITY), y);
            T::pointwise_in_place(pass.level, function, scalars_mut::<T>(y.as_flattened_mut()));
        }
    }

    /// The same in training.
    #[inline]
    pub fn forward_train_activated_blocks<F: Function + Into<Pointwise>>(
        &self,
        activation: &Activation<F, D1<OUT>>,
        pass: &Pass<'_>,
        x: &[[T::Lanes; IN]],
        y: &mut [[T::Lanes; OUT]],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_activated_blocks(activation, pass, x, y, scratch);
    }

    /// `y = W x + b`, and `floor` where that is less.
    #[inline]
    fn blocks(&self, pass: &Pass<'_>, x: &[[T::Lanes; IN]], floor: T, y: &mut [[T::Lanes; OUT]]) {
        let (x, y) = (scalars::<T>(x.as_flattened()), scalars_mut::<T>(y.as_flattened_mut()));
        let size = Size { inputs: IN, outputs: OUT, samples: pass.samples };
        T::dense_blocks(pass.level, size, self.weight.as_slice(), self.bias.as_slice(), x, floor, y);
    }
}

impl<T: Scalar, const IN: usize, const OUT: usize, B: Bias<T>> Layer<T> for Dense<T, IN, OUT, B> {
    type Input = D1<IN>;
    type Output = D1<OUT>;
    const MACS: usize = IN * OUT;
    const PLAN: Plan = Plan::Product;
    const DRAWS: bool = false;
    const WRITES: bool = true;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &[T; IN], y: &mut [T; OUT], _: &mut [T]) {
        if const { IN * OUT <= SIZED } {
            dense::sized::<S, T, _, IN, OUT>(simd, self.as_slice(), x, y, Unchanged);
        } else {
            T::dense(simd.level(), self.as_slice(), x, y);
        }
    }

    #[inline(always)]
    fn forward_steps<S: Simd>(&self, simd: S, x: &[[T; IN]], y: &mut [[T; OUT]], scratch: &mut [T]) {
        // A smaller layer is inlined, and a step of it is soon done.
        if const { IN * OUT >= TOGETHER } {
            dense::steps(simd.level(), self.as_slice(), [IN, OUT], x.as_flattened(), y.as_flattened_mut());
        } else {
            for (x, y) in x.iter().zip(y) {
                self.forward(simd, x, y, scratch);
            }
        }
    }

    // With `std` nothing is inlined in training: a step is many times a call, and a build is shorter.
    #[inline(always)]
    fn forward_train<S: Simd>(&self, simd: S, _: Noise, x: &[T; IN], y: &mut [T; OUT], _: &mut [T], scratch: &mut [T]) {
        if ONE_LEVEL {
            return self.forward(simd, x, y, scratch);
        }
        T::dense(simd.level(), self.as_slice(), x, y);
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; OUT],
        dx: Option<&mut [T; IN]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        let dx = dx.map(<[T; IN]>::as_mut_slice);
        if const { ONE_LEVEL && IN * OUT <= SIZED } {
            dense::sample_backward(simd, self.weight.as_slice(), record.x, dy, dx, dw, db);
        } else {
            T::dense_backward(simd.level(), self.weight.as_slice(), record.x, dy, dx, dw, db);
        }
    }

    #[inline]
    fn forward_blocks(&self, pass: &Pass<'_>, x: &[[T::Lanes; IN]], y: &mut [[T::Lanes; OUT]], _: &mut [T::Lanes]) {
        self.blocks(pass, x, T::from_f64(f64::NEG_INFINITY), y);
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[[T::Lanes; IN]],
        y: &mut [[T::Lanes; OUT]],
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
        dy: &[[T::Lanes; OUT]],
        dx: Option<&mut [[T::Lanes; IN]]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let (x, dy) = (scalars::<T>(record.x.as_flattened()), scalars::<T>(dy.as_flattened()));
        let (dw, db) = (grad.weight.as_mut_slice(), grad.bias.as_mut_slice());
        let size = Size { inputs: IN, outputs: OUT, samples: pass.samples };
        T::dense_blocks_dw(pass.level, size, x, dy, pass.first, dw, db);
        if let Some(dx) = dx {
            let dx = scalars_mut::<T>(dx.as_flattened_mut());
            T::dense_blocks_dx(pass.level, size, self.weight.as_slice(), dy, OUT, dx);
        }
    }
}
