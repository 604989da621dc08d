//! What layers remember.

use crate::kernels::recurrent::{Gru, Kind, Lstm, Relu, Tanh};
use crate::parameters::{Parameters, Parts, Path, Tensor};
use crate::scalar::Scalar;

/// The state of a layer that remembers nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct Stateless;

// SAFETY: no scalars.
#[expect(unsafe_code, reason = "the promise of having no scalars")]
unsafe impl<T: Scalar> Parameters<T> for Stateless {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

/// The states of two layers in a row, or two parts of one state.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C)]
pub struct Then<A, B>(pub A, pub B);

// SAFETY: repr(C) around types that keep the same promise: they have the alignment of the scalar, or no size at all.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
#[diagnostic::do_not_recommend]
unsafe impl<T: Scalar, A: Parameters<T>, B: Parameters<T>> Parameters<T> for Then<A, B> {
    const PARAMETERS: usize = A::PARAMETERS + B::PARAMETERS;
    const PARTS: Parts = Parts::Named(&[("0", A::PARTS), ("1", B::PARTS)]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        A::tensors(&name.join("0"), visit);
        B::tensors(&name.join("1"), visit);
    }
}

/// What a recurrent layer of a cell remembers: the hidden state of each unit, and behind it the memory of a cell that has one.
pub trait Memory: Kind {
    /// Of so many units.
    type State<T: Scalar, const HIDDEN: usize>: Parameters<T> + Copy + Send + Sync;
}

impl Memory for Lstm {
    type State<T: Scalar, const HIDDEN: usize> = Then<[T; HIDDEN], [T; HIDDEN]>;
}

impl Memory for Gru {
    type State<T: Scalar, const HIDDEN: usize> = [T; HIDDEN];
}

impl Memory for Tanh {
    type State<T: Scalar, const HIDDEN: usize> = [T; HIDDEN];
}

impl Memory for Relu {
    type State<T: Scalar, const HIDDEN: usize> = [T; HIDDEN];
}
