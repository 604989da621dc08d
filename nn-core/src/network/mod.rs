//! What a declared network can do, for any network.
//!
//! `network!` writes [`Network`] and thin inherent methods that call the functions of this module, so that a user
//! needs no trait in scope. Generic code over networks calls these functions itself.

mod error;
#[cfg(feature = "alloc")]
mod finite;
mod forward;
mod forward_batch;
#[cfg(feature = "alloc")]
mod frozen;
#[cfg(feature = "alloc")]
mod groups;
mod inherent;
#[cfg(feature = "alloc")]
mod statistics;
#[cfg(feature = "alloc")]
mod step;
mod summary;
#[cfg(feature = "alloc")]
pub(crate) mod work;
#[cfg(feature = "alloc")]
mod workspace;

pub use error::BatchError;
pub use forward::{forward, forward_with};
pub use forward_batch::{block_len, forward_batch_with};
#[cfg(feature = "alloc")]
pub use frozen::FreezeError;
#[cfg(feature = "alloc")]
pub(crate) use step::{Halt, descend};
#[cfg(feature = "alloc")]
pub use step::{StepError, train_step};
pub use summary::{LayerInfo, Summary};
#[cfg(feature = "alloc")]
pub(crate) use workspace::{Outcome, gradient_indexed, gradient_outcome, gradient_with, samples_at_a_time};
#[cfg(feature = "alloc")]
pub use workspace::{Workspace, gradient, gradient_batch};

use crate::layer::Layer;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// A network that `network!` declared: a [`Layer`] that knows its name and its layers.
pub trait Network<T: Scalar>: Layer<T> {
    /// The name of the struct.
    const NAME: &'static str;
    /// The layers in order.
    const LAYERS: &'static [LayerInfo];

    /// The bytes of the parameters.
    const PARAMETER_BYTES: usize = Self::PARAMETERS * size_of::<T>();
    /// The bytes that one forward pass needs besides parameters, input and output.
    const FORWARD_BYTES: usize = Self::SCRATCH * size_of::<T>();
    /// The bytes that the gradient of one sample needs besides parameters and input: the gradient, all activations, and
    /// what passes back between layers.
    const TRAIN_BYTES: usize =
        (Self::PARAMETERS + Self::CACHE + Self::SCRATCH + 2 * <Self::Output as Shape>::LEN) * size_of::<T>();

    /// A network with starting values drawn from `seed`, by value: for those that fit on the stack.
    #[must_use]
    fn new(seed: u64) -> Self {
        let mut network = Self::zeroed();
        network.init(&mut crate::init::Rng::new(seed));
        network
    }

    /// A network with starting values drawn from `seed`, made in place on the heap however large it is.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn boxed(seed: u64) -> crate::boxed::Boxed<Self> {
        let mut network = Self::zeroed_boxed();
        network.init(&mut crate::init::Rng::new(seed));
        network
    }

    /// The table of layers, to be printed.
    #[must_use]
    fn summary() -> Summary {
        Summary::of::<T, Self>()
    }
}
