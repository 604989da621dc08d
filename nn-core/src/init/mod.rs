//! Starting values: a random stream that is the same on every target, and the schemes that draw from it.
//!
//! [`fill`] gives a layer or a network the values of one scheme, [`Init`]; in a layer list `#[init(..)]` does, layer by layer. Which
//! scheme suits the activation behind a layer is what [`Nonlinearity`] knows, and `#[init(auto)]` asks.
//!
//! Values are drawn in double precision, tensor by tensor in the order of memory and row by row within a tensor, and then
//! rounded. So an `f32` network and its `f64` twin start alike, and a tensor's layout in memory changes nothing.

mod nonlinearity;
#[cfg(feature = "alloc")]
mod orthogonal;
mod rng;
mod scheme;
#[cfg(test)]
mod tests;

pub use nonlinearity::Nonlinearity;
pub use rng::Rng;
pub use scheme::Init;

use crate::layer::Layer;
use crate::parameters::{Parameters, Path, Role, Tensor};
use crate::scalar::Scalar;
use scheme::{Distribution, Plain};

/// Gives every tensor of `parameters` its starting values; statistics are left as they are.
///
/// # Examples
///
/// ```
/// use static_nn::init::{Init, Rng, fill};
/// use static_nn::{Dense, Parameters};
///
/// let mut dense = Dense::<f32, 100, 50>::zeroed_boxed();
/// fill(&mut *dense, Init::HeNormal, &mut Rng::new(42));
/// let variance = dense.weight.iter().map(|weight| weight * weight).sum::<f32>() / 5000.0;
/// assert!((variance / 0.02 - 1.0).abs() < 0.1); // 2 / 100, to five standard deviations
/// assert_eq!(dense.bias[0], 0.0);
/// ```
#[inline]
pub fn fill<T: Scalar, P: Parameters<T>>(parameters: &mut P, init: Init, rng: &mut Rng) {
    // By itself, so that a program that draws no others does not have the functions that a normal distribution asks for.
    if init == Init::Default {
        return fill_by(parameters, |values, tensor| fill_plainly(values, tensor, Plain::default_of(tensor), rng));
    }
    fill_by(parameters, |values, tensor| fill_tensor(values, tensor, init.distribution(tensor), rng));
}

/// Calls `fill` for every tensor but statistics.
fn fill_by<T: Scalar, P: Parameters<T>>(parameters: &mut P, mut fill: impl FnMut(&mut [T], &Tensor<'_>)) {
    let mut rest = parameters.as_mut_slice();
    P::tensors(&Path::ROOT, &mut |tensor| {
        let (values, behind) = core::mem::take(&mut rest).split_at_mut(tensor.len());
        rest = behind;
        if tensor.role != Role::Statistic {
            fill(values, tensor);
        }
    });
}

/// Gives every tensor of `parameters` values from `U(-bound, bound)`, whatever it is to its layer.
pub(crate) fn uniform<T: Scalar, P: Parameters<T>>(parameters: &mut P, bound: f64, rng: &mut Rng) {
    let mut rest = parameters.as_mut_slice();
    P::tensors(&Path::ROOT, &mut |tensor| {
        let (values, behind) = core::mem::take(&mut rest).split_at_mut(tensor.len());
        rest = behind;
        fill_tensor(values, tensor, Distribution::Plain(Plain::Uniform { bound }), rng);
    });
}

/// [`fill`] for a layer whose statistics, if it has any, begin as the layer itself says.
pub fn fill_layer<T: Scalar, L: Layer<T>>(layer: &mut L, init: Init, rng: &mut Rng) {
    if L::STATISTICS > 0 {
        layer.init(rng);
    }
    fill(layer, init, rng);
}

fn fill_tensor<T: Scalar>(values: &mut [T], tensor: &Tensor<'_>, distribution: Distribution, rng: &mut Rng) {
    let draw = |rng: &mut Rng| match distribution {
        Distribution::Plain(plain) => plain.draw(rng),
        Distribution::Normal { deviation } => deviation * rng.normal(),
        Distribution::Truncated { deviation } => deviation * truncated(rng),
        #[cfg(feature = "alloc")]
        Distribution::Orthogonal { .. } => rng.normal(),
    };
    #[cfg(feature = "alloc")]
    if let Distribution::Orthogonal { gain } = distribution {
        return orthogonal::fill(values, tensor, gain, || draw(rng));
    }
    place(values, tensor, || draw(rng));
}

/// [`fill_tensor`] without its other distributions.
fn fill_plainly<T: Scalar>(values: &mut [T], tensor: &Tensor<'_>, plain: Plain, rng: &mut Rng) {
    place(values, tensor, || plain.draw(rng));
}

/// Writes numbers to a tensor row by row, however it lies in memory.
fn place<T: Scalar>(values: &mut [T], tensor: &Tensor<'_>, mut draw: impl FnMut() -> f64) {
    for index in 0..values.len() {
        values[tensor.place(index)] = T::from_f64(draw());
    }
}

/// A number from the normal distribution of which what is further than 2 from 0 is drawn again.
fn truncated(rng: &mut Rng) -> f64 {
    loop {
        let value = rng.normal();
        if value.abs() <= 2.0 {
            return value;
        }
    }
}
