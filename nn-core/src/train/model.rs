//! A network by itself or in a box.

use crate::layer::Layer;
use crate::scalar::Scalar;

/// A network, or a box of one, so that both can be handed to [`Trainer::fit`](super::Trainer::fit) as `&mut net`.
///
/// `Place` tells the two apart, [`Plain`] and [`Boxed`]; the compiler finds it.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a network", label = "neither a layer nor a box of one")]
pub trait Model<T: Scalar, Place> {
    /// The network.
    type Network: Layer<T>;

    /// The network.
    fn network(&self) -> &Self::Network;
    /// The network, to be changed.
    fn network_mut(&mut self) -> &mut Self::Network;
}

/// The place of a network by itself.
#[derive(Clone, Copy, Debug)]
pub enum Plain {}

/// The place of a network in a box.
#[derive(Clone, Copy, Debug)]
pub enum Boxed {}

impl<T: Scalar, N: Layer<T>> Model<T, Plain> for N {
    type Network = N;

    fn network(&self) -> &N {
        self
    }

    fn network_mut(&mut self) -> &mut N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Boxed> for alloc::boxed::Box<N> {
    type Network = N;

    fn network(&self) -> &N {
        self
    }

    fn network_mut(&mut self) -> &mut N {
        self
    }
}
