//! The gradient of the loss of one sample, by the one-sample path.

use super::Workspace;
use super::gradient::gradient_of_short;
use crate::Noise;
use crate::kernels::{dispatch, level};
use crate::layer::{Input, Layer, Output, Record};
use crate::loss::{self, Loss, Reduction};
use crate::network::BatchError;
use crate::network::forward_batch::check_to_learn;
use crate::network::groups::Sum;
use crate::sample::{Sample, Value};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::Shape;

/// The gradient of the loss of one sample, with the one-sample path: that of a batch with nothing else in it.
///
/// A NaN in the sample gives NaN in the gradient.
///
/// # Errors
///
/// [`BatchError`] if the target is impossible, if a setting of the loss is out of its range, if the sample is not as long as the
/// network's input or has a word that the network does not know, or if the network normalises over the batch.
pub fn gradient<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized, Y, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    x: &X,
    target: &Y,
    loss: L,
) -> Result<&'w N, BatchError> {
    let noise = workspace.draw();
    gradient_with(net, workspace, noise, x, target, &loss)
}

/// The gradient of the loss of one sample with respect to the sample: where a classifier looks, and how to mislead it. That of the parameters
/// is in the workspace then, as after [`gradient`].
///
/// It is that of the training pass: a [`Dropout`](crate::Dropout) drops values.
///
/// # Errors
///
/// As [`gradient`].
///
/// # Examples
///
/// ```
/// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace, network};
///
/// let (mut line, mut workspace) = (Dense::<f64, 2, 1>::zeroed(), Workspace::new());
/// line.weight.copy_from_slice(&[3.0, -0.5]);
/// // The answer is 2, twice the distance from 1 is 2.
/// let dx = network::input_gradient(&line, &mut workspace, &[1.0, 2.0], &1.0, MeanSquaredError)?;
/// assert_eq!(*dx, [2.0 * 3.0, 2.0 * -0.5]);
/// # Ok::<(), network::BatchError>(())
/// ```
pub fn input_gradient<'w, T: Scalar, N: Layer<T>, X: Sample<T, N::Input> + ?Sized, Y, L: Loss<T, N::Output, Y>>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    x: &X,
    target: &Y,
    loss: L,
) -> Result<&'w Input<N, T>, BatchError> {
    let noise = workspace.draw();
    of_one::<true, _, _, _, _, _>(net, workspace, noise, x, target, &loss)?;
    Ok(N::Input::view(scalars::<T>(&workspace.lanes)))
}

/// [`gradient`] with these random numbers.
pub(crate) fn gradient_with<
    'w,
    T: Scalar,
    N: Layer<T>,
    X: Sample<T, N::Input> + ?Sized,
    Y,
    L: Loss<T, N::Output, Y>,
>(
    net: &N,
    workspace: &'w mut Workspace<T, N>,
    noise: Noise,
    x: &X,
    target: &Y,
    loss: &L,
) -> Result<&'w N, BatchError> {
    of_one::<false, _, _, _, _, _>(net, workspace, noise, x, target, loss)?;
    Ok(&workspace.gradient)
}

/// The gradient of the loss of one sample. With `INPUT` that with respect to the sample is left where the first samples of a batch lie.
fn of_one<const INPUT: bool, T, N, X, Y, L>(
    net: &N,
    workspace: &mut Workspace<T, N>,
    noise: Noise,
    x: &X,
    target: &Y,
    loss: &L,
) -> Result<(), BatchError>
where
    T: Scalar,
    N: Layer<T>,
    X: Sample<T, N::Input> + ?Sized,
    L: Loss<T, N::Output, Y>,
{
    if N::COUPLED {
        return Err(BatchError::Alone);
    }
    loss.check_settings()?;
    check_to_learn::<T, N, X>(0, x)?;
    loss.check_until(target, x.length()).map_err(|error| BatchError::Target { sample: 0, error })?;
    workspace.reset_state();
    if X::ENDS {
        const {
            assert!(!(INPUT && X::ENDS), "the gradient with respect to a sample that ends early is not computed");
        }
        let Sum { loss: sum, correct } = gradient_of_short(net, workspace, noise, x, target, loss)?;
        workspace.conclude(net, sum, loss::weight(loss, core::iter::once(target)), loss.reduction(), correct);
        return Ok(());
    }
    let (parts, grad) = workspace.parts();
    T::zero(grad.as_mut_slice());
    // Where samples of a batch lie: in the first one's place is its gradient, if that is wanted.
    let (first, room) = scalars_mut::<T>(N::Input::flat_all_mut(parts.x)).split_at_mut(N::Input::LEN);
    let x = N::Input::view(X::Value::scalars(x.values(), &mut room[..N::Input::LEN]));
    let y = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.y)));
    let dy = N::Output::view_mut(scalars_mut::<T>(N::Output::flat_all_mut(parts.dy)));
    let cache = &mut scalars_mut::<T>(parts.cache)[..N::CACHE];
    let scratch = scalars_mut::<T>(parts.scratch);
    let level = level();
    dispatch!(T: level, simd => net.forward_train(simd, noise, x, y, cache, scratch));
    let value = dispatch!(T: level, simd => loss.sample(simd, y, target, dy));
    let weight = loss::weight(loss, core::iter::once(target));
    let divisor = loss.reduction().divisor(weight);
    if loss.reduction() == Reduction::WeightedMean {
        let scale = T::from_f64(1.0 / divisor);
        for slope in N::Output::flat_mut(dy) {
            *slope *= scale;
        }
    }
    let record = Record { x, y: &*y, cache: &*cache };
    let dx = INPUT.then(|| N::Input::view_mut(first));
    dispatch!(T: level, simd => net.backward(simd, record, dy, dx, grad, scratch));
    let correct = loss.correct(y_of::<T, N>(&workspace.lanes, workspace.blocks), target).map(usize::from);
    workspace.conclude(net, value.to_f64(), weight, loss.reduction(), correct);
    Ok(())
}

/// The first sample's output in a workspace after the one-sample path.
fn y_of<T: Scalar, N: Layer<T>>(lanes: &[T::Lanes], blocks: usize) -> &Output<N, T> {
    N::Output::view(scalars::<T>(&lanes[blocks * N::Input::LEN..]))
}
