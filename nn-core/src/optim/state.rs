//! What an optimizer remembers between steps.

use super::{Optimizer, Roles, SettingError, Step};
use crate::parameters::Parameters;
use crate::scalar::Scalar;

/// A step that cannot be taken. Nothing has been computed or written.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// A setting of the optimizer is out of its range.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The state was made for another optimizer or network.
    #[error(
        "the optimizer keeps {needed} numbers for this network, but its state holds {found}: make it with `State::new::<Net>(&optimizer)`"
    )]
    Memory {
        /// How many numbers the optimizer keeps.
        needed: usize,
        /// How many the state holds.
        found: usize,
    },
}

/// An optimizer's memory for one network, and how many steps it has taken.
///
/// `M` is what holds the numbers: a box from `State::new`, or an array or slice of the caller's.
///
/// # Examples
///
/// ```
/// use static_nn::optim::{Adam, Optimizer, State};
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
    /// The state of `optimizer` before its first step on a network of type `Net`, on the heap.
    #[must_use]
    pub fn new<
        Net: Parameters<T>, // to be named: `State::new::<Net>(&optimizer)`
    >(
        optimizer: &impl Optimizer,
    ) -> Self {
        Self::over(bytemuck::zeroed_slice_box(optimizer.runs() * Net::PARAMETERS))
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

    /// Lets `optimizer` change `parameters` by one step against `gradient`.
    ///
    /// # Errors
    ///
    /// [`StepError`] if a setting is out of its range, or if the state was made for another optimizer or network.
    pub fn step<T: Scalar, P: Parameters<T>>(
        &mut self,
        optimizer: &impl Optimizer,
        gradient: &P,
        parameters: &mut P,
    ) -> Result<(), StepError>
    where
        M: AsMut<[T]>,
    {
        self.check::<T, P>(optimizer)?;
        self.take(1, optimizer, gradient, parameters);
        Ok(())
    }

    /// Checks that `optimizer` can take a step on a network of type `P` with what it remembers here.
    pub(crate) fn check<T: Scalar, P: Parameters<T>>(&mut self, optimizer: &impl Optimizer) -> Result<(), StepError>
    where
        M: AsMut<[T]>,
    {
        optimizer.check()?;
        let (needed, found) = (optimizer.runs() * P::PARAMETERS, self.memory.as_mut().len());
        if found == needed { Ok(()) } else { Err(StepError::Memory { needed, found }) }
    }

    /// [`step`](Self::step) after its [`check`](Self::check), shared by `threads` threads.
    #[cfg_attr(not(feature = "std"), inline(always))]
    pub(crate) fn take<T: Scalar, P: Parameters<T>>(
        &mut self,
        threads: usize,
        optimizer: &impl Optimizer,
        gradient: &P,
        parameters: &mut P,
    ) where
        M: AsMut<[T]>,
    {
        self.steps += 1;
        optimizer.take(Step {
            parameters: parameters.as_mut_slice(),
            gradient: gradient.as_slice(),
            memory: self.memory.as_mut(),
            roles: Roles::of::<T, P>(),
            number: self.steps,
            level: crate::kernels::level(),
            threads,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::Three;
    use crate::optim::{Adam, Sgd};
    use std::boxed::Box;
    use std::string::ToString;

    #[test]
    fn steps_are_counted_and_memory_must_fit() {
        let (mut parameters, gradient) = (Three([1.0_f64; 3]), Three([1.0; 3]));
        let mut state = State::<Box<[f64]>>::new::<Three>(&Sgd::new(0.5));
        state.step(&Sgd::new(0.5), &gradient, &mut parameters).unwrap();
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
        let error = state.step(&Adam::new(0.5), &gradient, &mut parameters).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the optimizer keeps 6 numbers for this network, but its state holds 0: make it with `State::new::<Net>(&optimizer)`"
        );
        let error = state.step(&Sgd::new(-0.5), &gradient, &mut parameters).unwrap_err();
        assert!(matches!(error, StepError::Setting(SettingError { setting: "learning_rate", .. })));
        assert_eq!((parameters, state.steps()), (Three([0.5; 3]), 1));
    }

    #[test]
    fn a_resumed_state_goes_on_as_if_nothing_had_happened() {
        fn two_steps(parameters: &mut Three, state: &mut State<[f64; 6]>) {
            for _ in 0..2 {
                let gradient = *parameters;
                state.step(&Adam::new(0.1), &gradient, parameters).unwrap();
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
