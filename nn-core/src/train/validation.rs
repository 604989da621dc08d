//! What a network is measured on after every epoch.

use super::data::{self, Samples};
use super::evaluate::{self, Evaluation};
use super::{Set, TrainError};
use crate::layer::{Layer, Output};
use crate::loss::Loss;
use crate::network::Workspace;
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// A trainer without validation samples of its own: see [`Trainer`](super::Trainer).
#[derive(Clone, Copy, Debug)]
pub struct NoValidation;

/// The samples of [`Trainer::validation`](super::Trainer::validation).
#[derive(Clone, Copy, Debug)]
pub struct ValidationSet<'v, X, Y>(Samples<'v, X, Y>);

impl<'v, X, Y> ValidationSet<'v, X, Y> {
    pub(super) const fn new(xs: &'v [X], ys: &'v [Y]) -> Self {
        Self(Samples::alike(xs, ys))
    }
}

/// What a network of type `N` can be measured on: nothing, or samples that fit it.
pub trait Validation<T: Scalar, N: Layer<T>, L> {
    /// The samples, if there are any.
    #[doc(hidden)]
    fn set(&self) -> Option<&dyn Measure<T, N, L>>;
}

impl<T: Scalar, N: Layer<T>, L> Validation<T, N, L> for NoValidation {
    fn set(&self) -> Option<&dyn Measure<T, N, L>> {
        None
    }
}

impl<T, N, L, X, Y> Validation<T, N, L> for ValidationSet<'_, X, Y>
where
    T: Scalar,
    N: Layer<T>,
    X: ValidationSample<T, N::Input>,
    Y: Sync,
    L: ValidationLoss<T, N::Output, Y>,
{
    fn set(&self) -> Option<&dyn Measure<T, N, L>> {
        Some(&self.0)
    }
}

/// A [`Sample`] of the validation set.
#[diagnostic::on_unimplemented(
    message = "the validation samples `{Self}` are not samples of the network's shape `{I}` in `{T}`",
    label = "what `.validation(xs, ..)` was given does not fit this network",
    note = "`Words<N>`, what an `Embedding` looks up, is written `[u8; N]`, `[u16; N]`, `[u32; N]` or as a vector",
    note = "`D1<N>` is written `[T; N]` or `SVector<T, N>`; `D3<C, H, W, N>` is written `[[[T; W]; H]; C]` or, flat, `[T; N]`"
)]
pub trait ValidationSample<T: Scalar, I: Shape>: Sample<T, I> {}

#[diagnostic::do_not_recommend]
impl<T: Scalar, I: Shape, X: Sample<T, I>> ValidationSample<T, I> for X {}

/// A [`Loss`] that can compare the targets of the validation set.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot compare the network's output with a validation target `{Target}`",
    label = "what `.validation(.., ys)` was given does not fit this loss",
    note = "the validation targets are written like those to train on"
)]
pub trait ValidationLoss<T: Scalar, O: Shape, Target>: Loss<T, O, Target> {}

#[diagnostic::do_not_recommend]
impl<T: Scalar, O: Shape, Target, L: Loss<T, O, Target>> ValidationLoss<T, O, Target> for L {}

/// Samples of any kind on which a network can be measured.
pub trait Measure<T: Scalar, N: Layer<T>, L>: Sync {
    /// How many there are.
    fn len(&self) -> usize;

    /// Checks every value of every sample and every target.
    fn check(&self, loss: &L) -> Result<(), TrainError>;

    /// Loss and accuracy on them, once they have been checked.
    fn measure(
        &self,
        network: &N,
        workspace: &mut Workspace<T, N>,
        outputs: &mut [Output<N, T>],
        loss: &L,
    ) -> Evaluation;
}

impl<T, N, L, X, Y> Measure<T, N, L> for Samples<'_, X, Y>
where
    T: Scalar,
    N: Layer<T>,
    X: Sample<T, N::Input>,
    Y: Sync,
    L: Loss<T, N::Output, Y>,
{
    fn len(&self) -> usize {
        self.xs.len()
    }

    fn check(&self, loss: &L) -> Result<(), TrainError> {
        data::check::<T, N, X, Y>(Set::Validation, *self, loss)
    }

    fn measure(
        &self,
        network: &N,
        workspace: &mut Workspace<T, N>,
        outputs: &mut [Output<N, T>],
        loss: &L,
    ) -> Evaluation {
        evaluate::measure(network, workspace, outputs, *self, loss)
    }
}
