//! A network by itself or in a box.

use crate::boxed::Boxed;
use crate::layer::Layer;
use crate::scalar::Scalar;

/// A network, or a box of one, [`Boxed`] or the standard one, so that each can be handed to [`Trainer::fit`](super::Trainer::fit)
/// as `&mut net`.
///
/// `Place` tells networks and boxes apart, [`Plain`] and [`Owned`]; the compiler finds it.
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
pub enum Owned {}

impl<T: Scalar, N: Layer<T>> Model<T, Plain> for N {
    type Network = N;

    fn network(&self) -> &N {
        self
    }

    fn network_mut(&mut self) -> &mut N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Owned> for Boxed<N> {
    type Network = N;

    fn network(&self) -> &N {
        self
    }

    fn network_mut(&mut self) -> &mut N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Owned> for alloc::boxed::Box<N> {
    type Network = N;

    fn network(&self) -> &N {
        self
    }

    fn network_mut(&mut self) -> &mut N {
        self
    }
}
