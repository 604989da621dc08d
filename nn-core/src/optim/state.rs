//! What an optimizer remembers between steps.

use super::Optimizer;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use fearless_simd::Level;

/// Memory that does not fit an optimizer and a network. Nothing has been computed or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the optimizer keeps {needed} numbers for this network, but its state holds {found}")]
pub struct StateError {
    /// How many numbers the optimizer keeps.
    pub needed: usize,
    /// How many the state holds.
    pub found: usize,
}

/// An optimizer's memory for one network, and how many steps it has taken.
///
/// `M` is what holds the numbers: a box from `State::new`, or an array or slice of the caller's.
///
/// # Examples
///
/// ```
/// use nn_core::optim::{Adam, Optimizer, State};
///
/// // Room for a network of ten parameters, without an allocator.
/// let adam = Adam::new(1e-3);
/// let state = State::over([0.0_f32; 2 * 10]);
/// assert_eq!(state.steps(), 0);
/// assert_eq!(state.memory().len(), adam.runs() * 10);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct State<M> {
    memory: M,
    steps: u64,
}

#[cfg(feature = "alloc")]
impl<T: Scalar> State<alloc::boxed::Box<[T]>> {
    /// The state of `optimizer` before its first step on a network of type `P`, on the heap.
    #[must_use]
    pub fn new<P: Parameters<T>>(optimizer: &impl Optimizer) -> Self {
        Self::over(bytemuck::zeroed_slice_box(optimizer.runs() * P::PARAMETERS))
    }
}

impl<M> State<M> {
    /// A state before its first step in a buffer of zeros: [`runs`](Optimizer::runs) times as many as the network has
    /// parameters.
    #[must_use]
    pub const fn over(memory: M) -> Self {
        Self { memory, steps: 0 }
    }

    /// A state that goes on after `steps` steps with what they left in `memory`.
    #[must_use]
    pub const fn resumed(memory: M, steps: u64) -> Self {
        Self { memory, steps }
    }

    /// How many steps have been taken.
    #[must_use]
    pub const fn steps(&self) -> u64 {
        self.steps
    }

    /// What is remembered, run after run.
    #[must_use]
    pub const fn memory(&self) -> &M {
        &self.memory
    }

    /// Lets `optimizer` take one step against `gradient`.
    ///
    /// # Errors
    ///
    /// [`StateError`] if the buffer is not as long as this optimizer and network need; nothing is changed then.
    pub fn step<T: Scalar, P: Parameters<T>>(
        &mut self,
        level: Level,
        optimizer: &impl Optimizer,
        parameters: &mut P,
        gradient: &P,
    ) -> Result<(), StateError>
    where
        M: AsMut<[T]>,
    {
        let memory = self.memory.as_mut();
        let needed = optimizer.runs() * P::PARAMETERS;
        if memory.len() != needed {
            return Err(StateError { needed, found: memory.len() });
        }
        self.steps += 1;
        optimizer.step(level, parameters.as_mut_slice(), gradient.as_slice(), memory, self.steps);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::Three;
    use crate::optim::{Adam, Sgd};
    use std::string::ToString;

    #[test]
    fn steps_are_counted_and_memory_must_fit() {
        let (mut parameters, gradient) = (Three([1.0_f64; 3]), Three([1.0; 3]));
        let mut state = State::<std::boxed::Box<[f64]>>::new::<Three>(&Sgd::new(0.5));
        state.step(Level::baseline(), &Sgd::new(0.5), &mut parameters, &gradient).unwrap();
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
        let error = state.step(Level::baseline(), &Adam::new(0.5), &mut parameters, &gradient).unwrap_err();
        assert_eq!(error.to_string(), "the optimizer keeps 6 numbers for this network, but its state holds 0");
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
    }

    #[test]
    fn a_resumed_state_goes_on_as_if_nothing_had_happened() {
        let adam = Adam::new(0.1);
        let mut straight = (Three([1.0, -2.0, 0.5]), State::over([0.0; 6]));
        for step in 0..4 {
            let gradient = straight.0;
            straight.1.step(Level::baseline(), &adam, &mut straight.0, &gradient).unwrap();
            if step == 1 {
                let mut resumed = (straight.0, State::resumed(*straight.1.memory(), straight.1.steps()));
                for _ in 0..2 {
                    let gradient = resumed.0;
                    resumed.1.step(Level::baseline(), &adam, &mut resumed.0, &gradient).unwrap();
                }
                let mut rest = straight.clone();
                for _ in 0..2 {
                    let gradient = rest.0;
                    rest.1.step(Level::baseline(), &adam, &mut rest.0, &gradient).unwrap();
                }
                assert_eq!(resumed, rest);
            }
        }
    }
}
