//! The contract of a layer.
//!
//! A layer maps one sample, or a run of blocks of samples, from its input shape to its output shape, and back. The
//! one-sample path is required; the block path, whose vector lanes run across samples, has a default that takes the
//! samples of a block one after the other.
//!
//! # Laws
//!
//! - `backward` is the exact derivative of `forward_train`, whatever numbers it drew.
//! - Both paths give the same numbers to rounding. A sample's output does not depend on its neighbours in a block, but for the
//!   training of a layer that says so ([`Layer::COUPLED`]).
//! - What is random comes from the [`Noise`] that `forward_train` is handed, and is kept in the cache if `backward` wants it.
//! - Nothing allocates, and nothing panics if every slice has the stated length.
//! - Every function writes all of its `y` or `dx`; what these and `scratch` held before is not read.
//!   `grad` is added to, never overwritten, but for the first time by a layer that says so ([`Layer::WRITES`]).
//! - NaN stays NaN, and infinite values give the limit, as in PyTorch. Values below 1e-38, which are subnormal, and gradients below
//!   2^-117 may become zero: a processor takes a hundred times as long for them.
//! - A layer's type takes the scalar as its first generic parameter, which a layer list leaves out.
//!
//! # Examples
//!
//! A layer of one's own needs its shapes and the one-sample path. `static-nn` has a derive for `Parameters`, and an example
//! of a layer with parameters.
//!
//! ```
//! use static_nn::{D1, Layer, Parameters, Path, Record, Scalar, Simd, Tensor};
//! use core::marker::PhantomData;
//!
//! /// `y = x * x`, value by value.
//! #[repr(C)]
//! pub struct Square<T, const N: usize>(PhantomData<T>);
//!
//! // SAFETY: no parameters. This is what `#[derive(Parameters)]` writes.
//! unsafe impl<T: Scalar, const N: usize> Parameters<T> for Square<T, N> {
//!     const PARAMETERS: usize = 0;
//!     fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
//! }
//!
//! impl<T: Scalar, const N: usize> Layer<T> for Square<T, N> {
//!     type Input = D1<N>;
//!     type Output = D1<N>;
//!
//!     fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
//!         for i in 0..N {
//!             y[i] = x[i] * x[i];
//!         }
//!     }
//!
//!     fn backward<S: Simd>(
//!         &self, _: S, record: Record<'_, [T; N], [T; N], T>, dy: &[T; N], dx: Option<&mut [T; N]>, _: &mut Self, _: &mut [T],
//!     ) {
//!         if let Some(dx) = dx {
//!             for i in 0..N {
//!                 dx[i] = dy[i] * (record.x[i] + record.x[i]);
//!             }
//!         }
//!     }
//! }
//! ```

use fearless_simd::{Level, Simd};

use crate::Noise;
use crate::constant::Plan;
use crate::foreign;
use crate::one_by_one;
use crate::parameters::Parameters;
use crate::scalar::{Number, Scalar};
use crate::shape::Shape;

/// A shape as it is; of an array the vector that is meant, so that an array in place of a shape is told where it is written, and not once more
/// for every function.
type Meant<X> = <X as foreign::Meant>::Shape;
/// One sample of a layer's input.
pub type Input<L, T> = <Meant<<L as Layer<T>>::Input> as Shape>::Of<T>;
/// One sample of a layer's output.
pub type Output<L, T> = <Meant<<L as Layer<T>>::Output> as Shape>::Of<T>;
/// One block of samples of a layer's input.
pub type InputBlock<L, T> = <Meant<<L as Layer<T>>::Input> as Shape>::Of<<T as Number>::Lanes>;
/// One block of samples of a layer's output.
pub type OutputBlock<L, T> = <Meant<<L as Layer<T>>::Output> as Shape>::Of<<T as Number>::Lanes>;

/// What a pass over a run of blocks needs to know besides its data.
#[derive(Clone, Copy, Debug)]
pub struct Pass<'a> {
    /// The vector instructions to use.
    pub level: Level,
    /// How many of the samples in the blocks are real. The lanes behind the last one hold a copy of it, and their
    /// gradient is zero.
    pub samples: usize,
    /// The random numbers of the first of them, for training.
    pub noise: Noise,
    /// Whether nothing has been added to the gradient yet. Only a layer with [`Layer::WRITES`] is told so.
    pub first: bool,
    /// Whether the samples go on where the ones before have ended, of which the cache still has what training left there: see
    /// [`Workspace::stateful`](crate::network::Workspace::stateful).
    pub goes_on: bool,
    /// How many steps of each sample are real, one number for each lane of all blocks, if samples may end before the last step. A layer that
    /// [heeds](Layer::HEEDLESS) them looks at no other step.
    pub lengths: Option<&'a [u32]>,
}

impl<'a> Pass<'a> {
    /// A pass over `samples` samples with the best instructions of this processor.
    #[must_use]
    pub fn new(samples: usize) -> Self {
        Self {
            level: crate::kernels::level(),
            samples,
            noise: Noise::new(0),
            first: false,
            goes_on: false,
            lengths: None,
        }
    }

    /// The same pass with these random numbers.
    #[must_use]
    pub const fn with_noise(self, noise: Noise) -> Self {
        Self { noise, ..self }
    }

    /// How many steps of the sample in this lane of the first block are real; more than there are, if all of them.
    #[inline]
    #[must_use]
    pub fn length(&self, lane: usize) -> usize {
        self.lengths.map_or(usize::MAX, |lengths| lengths[lane] as usize)
    }

    /// How many steps of the samples in a block of `lanes` are real, if they may end before the last one.
    #[inline]
    #[must_use]
    pub fn lengths_of(&self, block: usize, lanes: usize) -> Option<&'a [u32]> {
        self.lengths.map(|lengths| &lengths[block * lanes..][..lanes])
    }

    /// The same pass for the layer at `place` of a list, which draws numbers of its own: see [`Noise::branch`].
    #[must_use]
    pub const fn branch(&self, place: u64) -> Self {
        Self { noise: self.noise.branch(place), ..*self }
    }

    /// The same pass for the layer of a list whose gradient is `grad`: if that is still to be written, and not by a layer that
    /// [`writes`](Layer::WRITES), it is zero from here on.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn with_gradient<T: Scalar, P: Parameters<T>>(&self, grad: &mut P, writes: bool) -> Self {
        if self.first && !writes {
            T::zero(grad.as_mut_slice());
        }
        Self { first: self.first && writes, ..*self }
    }
}

/// What a layer's forward pass has seen and left for its backward pass.
#[derive(Debug)]
pub struct Record<'a, X: ?Sized, Y: ?Sized, E> {
    /// The input of the layer.
    pub x: &'a X,
    /// The output of the layer.
    pub y: &'a Y,
    /// What [`Layer::forward_train`] kept: [`Layer::CACHE`] elements a sample or block.
    pub cache: &'a [E],
}

impl<X: ?Sized, Y: ?Sized, E> Clone for Record<'_, X, Y, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<X: ?Sized, Y: ?Sized, E> Copy for Record<'_, X, Y, E> {}

/// The [`Record`] of one sample.
pub type SampleRecord<'a, L, T> = Record<'a, Input<L, T>, Output<L, T>, T>;
/// The [`Record`] of a run of blocks.
pub type BlockRecord<'a, L, T> = Record<'a, [InputBlock<L, T>], [OutputBlock<L, T>], <T as Number>::Lanes>;

/// Whether a shape has steps.
const fn is_sequence<X: Shape>() -> bool {
    X::DIMS.len() == 2
}

/// A layer of a network: see the [module](self) for its laws and an example.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a layer",
    label = "this type does not implement `Layer<{T}>`",
    note = "a network in a box is handed on as `&*net` or `&mut *net`; double precision asks for `Net<f64>`",
    note = "a layer list names built-in layers, other `network!` structs, and types with an `impl<T: Scalar> static_nn::Layer<T>`, for every scalar"
)]
pub trait Layer<T: Scalar>: Parameters<T> + Send + Sync {
    /// The shape of what goes in.
    type Input: Shape;
    /// The shape of what comes out.
    type Output: Shape;

    /// Elements a sample that `forward_train` leaves for `backward`, besides input and output.
    const CACHE: usize = 0;
    /// Elements that any of the functions for one sample needs while it runs.
    const SCRATCH: usize = 0;
    /// Elements that [`forward`](Self::forward) alone needs; as many, unless the layer says that it is content with fewer.
    const FORWARD_SCRATCH: usize = Self::SCRATCH;
    /// Elements a block that any of the functions for blocks needs while it runs; as many as for one sample, unless the layer says so.
    const BLOCK_SCRATCH: usize = Self::SCRATCH;
    /// Bytes of stack that [`forward`](Self::forward) and a step of a stream take at most, besides their arguments and what is counted in
    /// elements, in an optimised build. The code of a call takes some, and so do arrays that a layer makes there.
    ///
    /// A layer with such arrays says how many bytes they are. Layers that contain layers hand on the most of any.
    const FRAMES: usize = 2 * 1024;
    /// Multiply-adds of one forward pass of one sample.
    const MACS: usize = 0;
    /// Whether, in training, the output for a sample depends on the others of its batch.
    ///
    /// The block path of training then gets the whole batch at once, on one thread, and always two samples or more; the one-sample
    /// path is not taken. Layers that contain layers hand this on.
    const COUPLED: bool = false;
    /// How many blocks it likes to be handed at a time: it goes through several together in less time than one after the other.
    ///
    /// A batch is divided into parts of no fewer. Layers that contain layers hand on the most of them.
    const BLOCKS: usize = 1;
    /// Whether `forward_train` looks at its [`Noise`].
    ///
    /// A layer of a list that does gets random numbers of its own. Layers that contain layers hand this on.
    const DRAWS: bool = true;
    /// Whether `backward_blocks` writes all of its gradient where [`Pass::first`] says that nothing has been added to it yet.
    ///
    /// A large gradient is then never filled with zeros. That of another layer is zero before its first backward pass. A layer that
    /// contains one layer hands this on.
    const WRITES: bool = false;

    /// How many words the layer knows, if its input is whole numbers that stand for words, from 0 on: as that of an
    /// [`Embedding`](crate::Embedding). Data with any other value is then an error before anything is computed of it.
    ///
    /// Layers that contain layers hand this on.
    const VOCABULARY: Option<usize> = None;

    /// What does not heed where a sample ends that is shorter than others of its batch: this layer, or a layer in it, by its name. `None` of one for
    /// which the steps behind the end of a sample change nothing in the others, and that hands no gradient to them where it gets none.
    ///
    /// [`Pass::lengths`] tells the block path where samples end. By default a layer of sequences does not heed it, and any other has no steps.
    /// Layers that contain layers hand this on.
    const HEEDLESS: Option<&'static str> =
        if is_sequence::<Self::Input>() || is_sequence::<Self::Output>() { Some("a layer") } else { None };

    /// How a constant computes it, if one can: see [`constant`](crate::constant).
    #[doc(hidden)]
    const PLAN: Plan = Plan::Unknown;

    /// Whether every value that comes out is the one that goes in, so that a layer around it need not call it.
    #[doc(hidden)]
    const IDENTITY: bool = false;

    /// Maps the sample `x` to `y`, as in use after training. `scratch` has at least
    /// [`FORWARD_SCRATCH`](Self::FORWARD_SCRATCH) elements.
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, scratch: &mut [T]);

    /// [`forward`](Self::forward) for every step of a sequence, each the same to the bit as by itself.
    #[doc(hidden)]
    #[inline(always)]
    fn forward_steps<S: Simd>(&self, simd: S, x: &[Input<Self, T>], y: &mut [Output<Self, T>], scratch: &mut [T]) {
        for (x, y) in x.iter().zip(y) {
            self.forward(simd, x, y, scratch);
        }
    }

    /// Maps the sample `x` to `y`, as in training, and leaves in `cache` ([`CACHE`](Self::CACHE) elements) what `backward`
    /// will want. `noise` has the random numbers of this sample.
    #[inline(always)]
    fn forward_train<S: Simd>(
        &self,
        simd: S,
        noise: Noise,
        x: &Input<Self, T>,
        y: &mut Output<Self, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        let _ = (noise, cache);
        self.forward(simd, x, y, scratch);
    }

    /// Given `dy`, the gradient of the loss with respect to `y`, adds to `grad` the gradient with respect to the
    /// parameters and writes to `dx`, where it is wanted, that with respect to `x`.
    ///
    /// What it adds to the place of a statistic is what that is to change by: see [`Role::Statistic`](crate::Role::Statistic).
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    );

    /// [`forward`](Self::forward) for a run of blocks; `scratch` has at least [`BLOCK_SCRATCH`](Self::BLOCK_SCRATCH) lanes a block.
    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        scratch: &mut [T::Lanes],
    ) {
        one_by_one::forward(self, pass, x, y, scratch);
    }

    /// [`forward_train`](Self::forward_train) for a run of blocks; `cache` has `CACHE` lanes a block.
    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        one_by_one::forward_train(self, pass, x, y, cache, scratch);
    }

    /// [`backward`](Self::backward) for a run of blocks.
    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        one_by_one::backward(self, pass, record, dy, dx, grad, scratch);
    }

    /// Gives the parameters their starting values; by default PyTorch's, from the fan-in of each tensor.
    fn init(&mut self, rng: &mut crate::init::Rng) {
        crate::init::fill::<T, Self>(self, crate::init::Init::Default, rng);
    }

    /// Makes evaluation cheaper where a layer's numbers can be moved into those of the layer before it; by default there is nothing to
    /// move. Answers stay the same to rounding, but what was learned is not to be trained any further.
    fn fold(&mut self) {}
}
