//! What an optimizer remembers between steps.

use super::Optimizer;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use fearless_simd::Level;

/// A state that was made for another optimizer or network. Nothing has been computed or written.
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

    /// Lets `optimizer` change `parameters` by one step against `gradient`. Its settings are taken as they are.
    ///
    /// # Errors
    ///
    /// [`StateError`] if the state was made for another optimizer or network; nothing is changed then.
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
    use crate::kernels::level;
    use crate::optim::testing::Three;
    use crate::optim::{Adam, Sgd};
    use std::boxed::Box;
    use std::string::ToString;

    #[test]
    fn steps_are_counted_and_memory_must_fit() {
        let (mut parameters, gradient) = (Three([1.0_f64; 3]), Three([1.0; 3]));
        let mut state = State::<Box<[f64]>>::new::<Three>(&Sgd::new(0.5));
        state.step(level(), &Sgd::new(0.5), &mut parameters, &gradient).unwrap();
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
        let error = state.step(level(), &Adam::new(0.5), &mut parameters, &gradient).unwrap_err();
        assert_eq!(error.to_string(), "the optimizer keeps 6 numbers for this network, but its state holds 0");
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
    }

    #[test]
    fn a_resumed_state_goes_on_as_if_nothing_had_happened() {
        fn two_steps(parameters: &mut Three, state: &mut State<[f64; 6]>) {
            for _ in 0..2 {
                let gradient = *parameters;
                state.step(level(), &Adam::new(0.1), parameters, &gradient).unwrap();
            }
        }
        let (mut parameters, mut state) = (Three([1.0, -2.0, 0.5]), State::over([0.0; 6]));
        two_steps(&mut parameters, &mut state);
        let (mut again, mut resumed) = (parameters, State::resumed(*state.memory(), state.steps()));
        two_steps(&mut parameters, &mut state);
        two_steps(&mut again, &mut resumed);
        assert_eq!((parameters, state), (again, resumed));
    }
}
