//! A network by itself, in a box or borrowed.

use crate::boxed::Boxed;
use crate::layer::Layer;
use crate::scalar::Scalar;

/// A network, a box of one, [`Boxed`] or the standard one, or a reference to one, so that each can be handed to
/// [`evaluate`](super::evaluate()) as `&net`.
///
/// `Place` tells them apart, [`Plain`], [`Owned`] and [`Borrowed`]; the compiler finds it.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a network", label = "neither a layer nor a box of one")]
pub trait Model<T: Scalar, Place> {
    /// The network.
    type Network: Layer<T>;

    /// The network.
    fn network(&self) -> &Self::Network;
}

/// A network or a box of one, so that each can be handed to [`Trainer::fit`](super::Trainer::fit) as `&mut net`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be trained",
    label = "neither a network nor a box of one",
    note = "what is only borrowed, or built into the program, cannot change: train a copy, `let mut net = Net::EMBEDDED.clone_boxed();`"
)]
pub trait ModelMut<T: Scalar, Place>: Model<T, Place> {
    /// The network, to be changed.
    fn network_mut(&mut self) -> &mut Self::Network;
}

/// The place of a network by itself.
#[derive(Clone, Copy, Debug)]
pub enum Plain {}

/// The place of a network in a box.
#[derive(Clone, Copy, Debug)]
pub enum Owned {}

/// The place of a network behind a reference.
#[derive(Clone, Copy, Debug)]
pub enum Borrowed {}

#[diagnostic::do_not_recommend]
impl<T: Scalar, N: Layer<T>> Model<T, Plain> for N {
    type Network = N;

    fn network(&self) -> &N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Owned> for Boxed<N> {
    type Network = N;

    fn network(&self) -> &N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Owned> for alloc::boxed::Box<N> {
    type Network = N;

    fn network(&self) -> &N {
        self
    }
}

impl<T: Scalar, N: Layer<T>> Model<T, Borrowed> for &N {
    type Network = N;

    fn network(&self) -> &N {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, N: Layer<T>> ModelMut<T, Plain> for N {
    fn network_mut(&mut self) -> &mut N {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, N: Layer<T>> ModelMut<T, Owned> for Boxed<N> {
    fn network_mut(&mut self) -> &mut N {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Scalar, N: Layer<T>> ModelMut<T, Owned> for alloc::boxed::Box<N> {
    fn network_mut(&mut self) -> &mut N {
        self
    }
}
