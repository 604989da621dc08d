//! One step of training in memory of the caller's: for machines without an allocator.

use super::forward_batch::check_to_learn;
use super::{BatchError, StepError};
use crate::Noise;
use crate::kernels::{dispatch, level};
use crate::layer::{Layer, Record};
use crate::loss::{self, Loss};
use crate::optim::{Optimizer, State};
use crate::parameters::{Path, Role};
use crate::sample::{Sample, Value};
use crate::scalar::{Scalar, first_not_finite};
use crate::shape::Shape;

/// Computes the gradient of a batch, one sample after the other, and lets the optimizer take one step against it; returns the loss before it.
///
/// All memory is the caller's, so that it may lie in statics: the gradient, which is left there, and in `room` the activations of one sample,
/// [`TRAIN_ROOM`](super::Network::TRAIN_ROOM) numbers, whatever they hold. That is far less than a `Workspace`, which takes a block of samples at a
/// time, and for small networks on small machines it is as fast. Both come to the same gradient, to rounding, and draw the same random numbers: here
/// they belong to the seed 0 and to the number of the step. A network whose declaration freezes more than `room` has place for needs a longer one.
///
/// # Errors
///
/// [`StepError`]; network and state have not changed then.
///
/// # Examples
///
/// ```
/// use static_nn::optim::State;
/// use static_nn::{MeanSquaredError, Sgd, network};
///
/// network! {
///     struct Xor { input: [2], Dense(8), Tanh, Dense(1) }
/// }
///
/// // On a machine without an allocator these are statics.
/// let (mut net, mut gradient) = (Xor::new(1), Xor::zeros());
/// let mut room = [0.0; Xor::TRAIN_ROOM];
/// let mut state = State::over([0.0; Xor::PARAMETERS]);
///
/// let sgd = Sgd::new(0.1).momentum(0.9);
/// let (xs, ys) = ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0]);
/// let mut loss = 1.0;
/// for _ in 0..500 {
///     loss = net.train_step_in(&mut gradient, &mut room, &sgd, &mut state, &xs, &ys, MeanSquaredError)?;
/// }
/// assert!(loss < 0.01, "{loss}");
/// # Ok::<(), network::StepError>(())
/// ```
#[expect(clippy::too_many_arguments, reason = "all that lies in a workspace elsewhere")]
#[cfg_attr(not(feature = "std"), inline(always))]
pub fn train_step_in<T: Scalar, N: Layer<T>, M: AsMut<[T]>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    net: &mut N,
    gradient: &mut N,
    room: &mut [T],
    optimizer: &impl Optimizer,
    state: &mut State<M>,
    xs: &[X],
    targets: &[Y],
    loss: L,
) -> Result<T, StepError> {
    const {
        assert!(!N::COUPLED, "a network that normalises over the batch takes all samples at once, in a `Workspace`");
        assert!(!X::ENDS, "samples that end early take a `Workspace`");
    }
    state.check::<T, N>(optimizer)?;
    check::<T, N, X, Y, L>(xs, targets, &loss)?;
    check_room::<T, N>(room.len())?;
    let noise = Noise::new(0).branch(state.steps().wrapping_add(1));
    let loss = gradient_one_by_one(net, gradient, room, noise, xs, targets, &loss);
    if !loss.is_finite() {
        return Err(StepError::NotFinite { what: "the loss", value: loss.to_f64() });
    }
    let aside = Aside::take(net, gradient, room);
    if let Some((_, value)) = first_not_finite(gradient.as_slice()) {
        return Err(StepError::NotFinite { what: "the gradient", value });
    }
    state.take(1, optimizer, gradient, net);
    aside.put_back(net);
    Ok(loss)
}

/// The numbers that the gradient of one sample needs besides parameters and input.
pub(super) const fn room<T: Scalar, N: Layer<T>>() -> usize {
    N::CACHE + N::SCRATCH + 2 * <N::Output as Shape>::LEN
}

/// Whether the batch can be learned from.
fn check<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    xs: &[X],
    targets: &[Y],
    loss: &L,
) -> Result<(), BatchError> {
    if xs.len() != targets.len() {
        return Err(BatchError::Length { samples: xs.len(), others: targets.len(), what: "targets" });
    }
    if xs.is_empty() {
        return Err(BatchError::Empty);
    }
    loss.check_settings()?;
    for (sample, (x, target)) in xs.iter().zip(targets).enumerate() {
        check_to_learn::<T, N, X>(sample, x)?;
        loss.check(target).map_err(|error| BatchError::Target { sample, error })?;
    }
    Ok(())
}

/// Whether `found` numbers are room enough.
fn check_room<T: Scalar, N: Layer<T>>(found: usize) -> Result<(), StepError> {
    let mut aside = 0;
    each::<T, N>(|count, frozen| aside += if frozen.is_some() { count } else { 0 });
    let needed = room::<T, N>().max(aside);
    if needed <= found { Ok(()) } else { Err(StepError::Room { needed, found }) }
}

/// The gradient of the loss of samples that have been checked, and the loss.
#[cfg_attr(not(feature = "std"), inline(always))]
fn gradient_one_by_one<T: Scalar, N: Layer<T>, X: Sample<T, N::Input>, Y, L: Loss<T, N::Output, Y>>(
    net: &N,
    gradient: &mut N,
    room: &mut [T],
    noise: Noise,
    xs: &[X],
    targets: &[Y],
    loss: &L,
) -> T {
    let (y, rest) = room.split_at_mut(<N::Output as Shape>::LEN);
    let (dy, rest) = rest.split_at_mut(<N::Output as Shape>::LEN);
    let (cache, scratch) = rest.split_at_mut(N::CACHE);
    let (y, dy) = (N::Output::view_mut(y), N::Output::view_mut(dy));
    let divisor = loss.reduction().divisor(loss::weight(loss, targets.iter()));
    let scale = T::from_f64(1.0 / divisor);
    let level = level();
    T::zero(gradient.as_mut_slice());
    let mut sum = 0.0;
    for (sample, (x, target)) in xs.iter().zip(targets).enumerate() {
        let mut scalars = bytemuck::Zeroable::zeroed();
        let x = X::Value::view::<N::Input>(x.values(), &mut scalars);
        let value = dispatch!(T: level, simd => {
            // As long as the type says, for a compiler that does not see from where they come.
            let (Some(cache), Some(scratch)) = (cache.get_mut(..N::CACHE), scratch.get_mut(..N::SCRATCH)) else {
                return T::ZERO;
            };
            net.forward_train(simd, noise.at(sample), x, y, cache, scratch);
            let value = loss.sample(simd, y, target, dy);
            for slope in N::Output::flat_mut(dy) {
                *slope *= scale;
            }
            net.backward(simd, Record { x, y: &*y, cache: &*cache }, dy, None, gradient, scratch);
            value
        });
        sum += value.to_f64();
    }
    T::from_f64(sum / divisor)
}

/// What the places that no optimizer may change hold after the step: frozen parameters what they held, statistics what the samples make of
/// them. Their gradient is zero meanwhile.
struct Aside<'a, T>(&'a [T]);

impl<'a, T: Scalar> Aside<'a, T> {
    fn take<N: Layer<T>>(net: &N, gradient: &mut N, room: &'a mut [T]) -> Self {
        let (mut values, mut changes, mut rest) = (net.as_slice(), gradient.as_mut_slice(), &mut *room);
        each::<T, N>(|count, frozen| {
            let (values, changes) =
                (values.split_off(..count).unwrap_or_default(), changes.split_off_mut(..count).unwrap_or_default());
            let Some(frozen) = frozen else { return };
            for (aside, (value, change)) in
                rest.split_off_mut(..count).unwrap_or_default().iter_mut().zip(values.iter().zip(changes))
            {
                *aside = if frozen { *value } else { *value + *change };
                *change = T::ZERO;
            }
        });
        Self(room)
    }

    fn put_back<N: Layer<T>>(self, net: &mut N) {
        let (mut values, mut rest) = (net.as_mut_slice(), self.0);
        each::<T, N>(|count, frozen| {
            let values = values.split_off_mut(..count).unwrap_or_default();
            if frozen.is_some() {
                for (value, aside) in values.iter_mut().zip(rest.split_off(..count).unwrap_or_default()) {
                    *value = *aside;
                }
            }
        });
    }
}

/// Calls `visit` for every tensor, with its length and, if no optimizer may change it, whether it is frozen.
fn each<T: Scalar, N: Layer<T>>(mut visit: impl FnMut(usize, Option<bool>)) {
    if const { N::STATISTICS == 0 && N::PARTS.are_free() } {
        return;
    }
    N::tensors(&Path::ROOT, &mut |tensor| {
        let frozen = tensor.name.is_frozen();
        visit(tensor.len(), (frozen || tensor.role == Role::Statistic).then_some(frozen));
    });
}
