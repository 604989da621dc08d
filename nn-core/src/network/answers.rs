//! What the outputs of a classifier say.

use crate::kernels::{dispatch, level};
use crate::layer::Layer;
use crate::layers::Sigmoid;
use crate::metrics::argmax;
use crate::scalar::Scalar;
use crate::shape::{D1, Shape};

/// The class that logits point at: the place of the largest, the first of equals, and the first NaN if there is one. Of a single
/// logit it is 1 above zero, where its probability is above one half, and else 0.
///
/// # Examples
///
/// ```
/// use static_nn::{D1, network};
///
/// assert_eq!(network::class_of::<f32, D1<3>>(&[-1.0, 2.0, 0.5]), 1);
/// assert_eq!(network::class_of::<f32, D1<1>>(&[-1.0]), 0);
/// ```
#[must_use]
pub fn class_of<T: Scalar, Y: Shape>(logits: &Y::Of<T>) -> usize {
    match Y::flat(logits) {
        [logit] => usize::from(*logit > T::ZERO),
        logits => argmax(logits),
    }
}

/// The probabilities that logits stand for: their softmax, or of a single logit its sigmoid, the probability of the class 1.
///
/// # Examples
///
/// ```
/// use static_nn::{D1, network};
///
/// assert_eq!(network::probabilities_of::<f32, D1<2>>(&[3.0, 3.0]), [0.5, 0.5]);
/// assert_eq!(network::probabilities_of::<f32, D1<1>>(&[0.0]), [0.5]);
/// ```
#[must_use]
pub fn probabilities_of<T: Scalar, Y: Shape>(logits: &Y::Of<T>) -> Y::Of<T> {
    let mut y: Y::Of<T> = bytemuck::Zeroable::zeroed();
    match (Y::flat(logits), Y::flat_mut(&mut y)) {
        ([logit], [chance]) => {
            let mut one = [T::ZERO];
            dispatch!(T: level(), simd => Layer::<T>::forward(&Sigmoid::<D1<1>>::new(), simd, &[*logit], &mut one, &mut []));
            [*chance] = one;
        }
        (logits, chances) => T::softmax(level(), false, logits, chances),
    }
    y
}
