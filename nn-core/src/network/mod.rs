//! What a declared network can do, for any network.
//!
//! `network!` writes [`Network`] and thin inherent methods that call the functions of this module, so that a user
//! needs no trait in scope. Generic code over networks calls the methods of [`Network`], or these functions.

mod answers;
mod by_value;
pub(crate) mod ends;
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
mod step_error;
mod step_in;
mod summary;
#[cfg(feature = "alloc")]
pub(crate) mod work;
#[cfg(feature = "alloc")]
mod workspace;

pub use answers::{class_of, probabilities_of};
#[doc(hidden)]
pub use by_value::{FitsTheStack, fits_the_stack};
pub use error::BatchError;
pub use forward::{forward, forward_with};
pub(crate) use forward::{forward_input, forward_input_with, input, level_for_one};
#[cfg(feature = "alloc")]
pub(crate) use forward_batch::{UnknownWord, unknown_word};
pub use forward_batch::{block_len, forward_batch_with};
#[doc(hidden)]
pub use forward_batch::{goes_one_by_one, one_by_one};
#[cfg(feature = "alloc")]
pub use frozen::FreezeError;
#[cfg(feature = "alloc")]
pub use step::train_step;
#[cfg(feature = "alloc")]
pub(crate) use step::{Halt, descend};
pub use step_error::StepError;
pub use step_in::train_step_in;
pub use summary::{LayerInfo, Summary};
#[cfg(feature = "alloc")]
pub(crate) use workspace::{Outcome, gradient_indexed, gradient_outcome, gradient_with, samples_at_a_time};
#[cfg(feature = "alloc")]
pub use workspace::{Workspace, gradient, gradient_batch, input_gradient};

#[cfg(feature = "alloc")]
use crate::layer::Input;
use crate::layer::{Layer, Output};
use crate::loss::Loss;
use crate::optim::{Optimizer, State};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// The bytes of stack for so many values, and for the code of a call.
///
/// Values count as often as the stack holds them: the function of one instruction set is compiled into the one that chooses, which calls those of
/// the others.
pub(crate) const fn stack<T: Scalar, N: Layer<T>>(values: usize) -> usize {
    /// What is not a layer's.
    const CALL: usize = 1024;
    CALL + N::FRAMES + values * size_of::<T>()
}

/// A network that `network!` declared: a [`Layer`] that knows its name and its layers.
///
/// Its methods are for generic code. A declared network has them as its own too, most with the same arguments, and [`forward`] besides: that of
/// a generic network is the layer's, so that one sample goes through [`forward_with`](Self::forward_with) here.
///
/// # Examples
///
/// `static-nn` declares networks; this function takes any.
///
/// ```
/// use static_nn::optim::{Sgd, State};
/// use static_nn::{MeanSquaredError, Network, Sample, Shape, Workspace, network::StepError};
///
/// /// Learns a single answer, and gives it.
/// fn learn<N: Network<f32>, X: Sample<f32, N::Input>>(net: &mut N, x: X, y: f32) -> Result<f32, StepError>
/// where
///     MeanSquaredError: static_nn::Loss<f32, N::Output, f32>,
/// {
///     let (mut workspace, sgd) = (Workspace::new(), Sgd::new(0.1));
///     let mut state = State::new::<N>(&sgd);
///     for _ in 0..100 {
///         net.train_step(&mut workspace, &sgd, &mut state, &[&x], &[y], MeanSquaredError)?;
///     }
///     let mut scratch = N::scratch();
///     Ok(N::Output::flat(&net.forward_with(&mut scratch, &x))[0])
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a network",
    label = "`network!` declares networks, in `f32` if nothing else is written",
    note = "a layer of one's own is no network by itself: a list with this one layer declares it"
)]
pub trait Network<T: Scalar>: Layer<T> {
    /// The name of the struct.
    const NAME: &'static str;
    /// The layers in order.
    const LAYERS: &'static [LayerInfo];

    /// How many values the output has. Written out in a network whose last shape is that of a type of the user's: what is wrong with that type
    /// is then known here to be told elsewhere.
    #[doc(hidden)]
    const OUTPUTS: usize = <Self::Output as Shape>::LEN;
    /// The bytes of the parameters.
    const PARAMETER_BYTES: usize = Self::PARAMETERS * size_of::<T>();
    /// The bytes that one forward pass needs besides parameters, input and output.
    const FORWARD_BYTES: usize = Self::FORWARD_SCRATCH * size_of::<T>();
    /// The bytes of stack that a call of [`forward`] takes at most, [`FORWARD_BYTES`](Self::FORWARD_BYTES) among them.
    ///
    /// That holds in builds with `opt-level = 3`, as a release build has it, and a test paints stacks to see it, on x86-64. Without optimisation
    /// every intermediate value has a place of its own, and a call takes many times as much. A layer of one's own counts with
    /// [`Layer::FRAMES`].
    const STACK_BYTES: usize = stack::<T, Self>(
        2 * Self::FORWARD_SCRATCH
            + 3 * Self::OUTPUTS
            + if Self::VOCABULARY.is_some() { <Self::Input as Shape>::LEN } else { 0 },
    );
    /// The bytes that the gradient of one sample needs besides parameters and input: the gradient, all activations, and
    /// what passes back between layers.
    const TRAIN_BYTES: usize = (Self::PARAMETERS + Self::TRAIN_ROOM) * size_of::<T>();
    /// The numbers that [`train_step_in`](Self::train_step_in) needs besides the gradient.
    const TRAIN_ROOM: usize = step_in::room::<T, Self>();

    /// A network with starting values drawn from `seed`, by value: for those that fit on the stack. One of more than 256 KiB in `f32` does
    /// not compile.
    #[must_use]
    fn new(seed: u64) -> Self {
        const { by_value::assert_fits(Self::PARAMETERS) };
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

    /// What [`forward_with`](Self::forward_with) needs.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn scratch() -> alloc::boxed::Box<[T]> {
        bytemuck::zeroed_slice_box(Self::FORWARD_SCRATCH)
    }

    /// The answer to one sample, with a scratch of at least [`Layer::FORWARD_SCRATCH`] elements, whatever they hold.
    ///
    /// # Panics
    ///
    /// If `scratch` is shorter than that.
    fn forward_with<X: Sample<T, Self::Input> + ?Sized>(&self, scratch: &mut [T], x: &X) -> Output<Self, T> {
        forward_with(self, scratch, x)
    }

    /// The answers to a slice of samples of any length, several blocks at a time.
    ///
    /// # Errors
    ///
    /// If `ys` is not as long as `xs`, or a sample not as long as the input; nothing is written then.
    #[cfg(feature = "alloc")]
    fn forward_batch_with<X: Sample<T, Self::Input>>(
        &self,
        workspace: &mut Workspace<T, Self>,
        xs: &[X],
        ys: &mut [Output<Self, T>],
    ) -> Result<(), BatchError> {
        workspace.forward_batch(self, xs, ys)
    }

    /// [`gradient`](gradient()) of the loss of one sample.
    ///
    /// # Errors
    ///
    /// As there.
    #[cfg(feature = "alloc")]
    fn gradient<'w, X: Sample<T, Self::Input> + ?Sized, Y, L: Loss<T, Self::Output, Y>>(
        &self,
        workspace: &'w mut Workspace<T, Self>,
        x: &X,
        target: &Y,
        loss: L,
    ) -> Result<&'w Self, BatchError> {
        gradient(self, workspace, x, target, loss)
    }

    /// [`gradient_batch`] of the loss of a batch.
    ///
    /// # Errors
    ///
    /// As there.
    #[cfg(feature = "alloc")]
    fn gradient_batch<'w, X: Sample<T, Self::Input>, Y: Sync, L: Loss<T, Self::Output, Y>>(
        &self,
        workspace: &'w mut Workspace<T, Self>,
        xs: &[X],
        targets: &[Y],
        loss: L,
    ) -> Result<&'w Self, BatchError> {
        gradient_batch(self, workspace, xs, targets, loss)
    }

    /// [`input_gradient`] of the loss of one sample.
    ///
    /// # Errors
    ///
    /// As there.
    #[cfg(feature = "alloc")]
    fn input_gradient<'w, X: Sample<T, Self::Input> + ?Sized, Y, L: Loss<T, Self::Output, Y>>(
        &self,
        workspace: &'w mut Workspace<T, Self>,
        x: &X,
        target: &Y,
        loss: L,
    ) -> Result<&'w Input<Self, T>, BatchError> {
        input_gradient(self, workspace, x, target, loss)
    }

    /// [`train_step`] on a batch.
    ///
    /// # Errors
    ///
    /// As there; nothing has changed then.
    #[cfg(feature = "alloc")]
    fn train_step<M: AsMut<[T]> + Send, X: Sample<T, Self::Input>, Y: Sync, L: Loss<T, Self::Output, Y>>(
        &mut self,
        workspace: &mut Workspace<T, Self>,
        optimizer: &impl Optimizer,
        state: &mut State<M>,
        xs: &[X],
        targets: &[Y],
        loss: L,
    ) -> Result<T, StepError> {
        train_step(self, workspace, optimizer, state, xs, targets, loss)
    }

    /// [`train_step_in`] on a batch: for machines without an allocator.
    ///
    /// # Errors
    ///
    /// As there; network and state have not changed then.
    #[expect(clippy::too_many_arguments, reason = "all that lies in a workspace elsewhere")]
    fn train_step_in<M: AsMut<[T]>, X: Sample<T, Self::Input>, Y, L: Loss<T, Self::Output, Y>>(
        &mut self,
        gradient: &mut Self,
        room: &mut [T],
        optimizer: &impl Optimizer,
        state: &mut State<M>,
        xs: &[X],
        targets: &[Y],
        loss: L,
    ) -> Result<T, StepError> {
        train_step_in(self, gradient, room, optimizer, state, xs, targets, loss)
    }

    /// The network whose parameters a safetensors file holds, made in place on the heap.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or does not hold exactly this network's tensors, all finite.
    #[cfg(feature = "std")]
    fn load(path: impl AsRef<std::path::Path>) -> Result<crate::boxed::Boxed<Self>, crate::io::LoadError> {
        crate::io::load(path.as_ref())
    }

    /// The network whose parameters a file of safetensors or of NumPy holds under the names and in the layout that the options tell, made in
    /// place on the heap.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, the options do not suit it, or it does not hold exactly this network's tensors, all finite.
    #[cfg(feature = "std")]
    fn load_with(
        path: impl AsRef<std::path::Path>,
        options: &crate::io::LoadOptions,
    ) -> Result<crate::boxed::Boxed<Self>, crate::io::LoadError> {
        crate::io::load_with(path.as_ref(), options)
    }

    /// Writes the parameters to a safetensors file with PyTorch's names and layout; a file that is there is replaced whole or not at all.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite, or the file cannot be written; the old file is unchanged then.
    #[cfg(feature = "std")]
    fn save(&self, path: impl AsRef<std::path::Path>) -> Result<(), crate::io::SaveError> {
        crate::io::save(self, path.as_ref())
    }
}
