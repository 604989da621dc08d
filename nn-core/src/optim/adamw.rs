//! Adam with decoupled weight decay.

use fearless_simd::Level;

use super::adam::{self, Moments, factors};
use super::setting::check_not_negative;
use super::{Optimizer, SettingError};
use crate::scalar::Scalar;

/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with PyTorch's formula and defaults.
///
/// As [`Adam`](super::Adam), but every parameter is first multiplied by `1 - learning_rate weight_decay`, and its gradient is left
/// alone. The weight decay is 0.01 unless set; it applies to all parameters, biases too.
///
/// # Examples
///
/// ```
/// use nn_core::Level;
/// use nn_core::optim::{AdamW, Optimizer};
///
/// // Without a gradient a parameter only shrinks.
/// let (mut parameters, mut memory) = ([2.0_f64], [0.0; 2]);
/// AdamW::new(0.5).weight_decay(0.5).step(Level::baseline(), &mut parameters, &[0.0], &mut memory, 1);
/// assert_eq!(parameters, [1.5]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdamW {
    learning_rate: f64,
    moments: Moments,
    weight_decay: f64,
}

impl AdamW {
    /// `AdamW` with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, moments: Moments::DEFAULT, weight_decay: 0.01 }
    }

    /// The parts of the running averages of the gradient and of its square that the next step keeps, 0 to below 1.
    #[must_use]
    pub const fn betas(mut self, beta1: f64, beta2: f64) -> Self {
        self.moments.beta1 = beta1;
        self.moments.beta2 = beta2;
        self
    }

    /// What keeps the quotient finite where gradients vanish.
    #[must_use]
    pub const fn eps(mut self, eps: f64) -> Self {
        self.moments.eps = eps;
        self
    }

    /// The part of each parameter, times the learning rate, that every step takes off.
    #[must_use]
    pub const fn weight_decay(mut self, weight_decay: f64) -> Self {
        self.weight_decay = weight_decay;
        self
    }
}

impl Optimizer for AdamW {
    fn runs(&self) -> usize {
        2
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        self.moments.check()?;
        check_not_negative("weight_decay", self.weight_decay)
    }

    fn learning_rate(&self) -> f64 {
        self.learning_rate
    }

    fn set_learning_rate(&mut self, rate: f64) {
        self.learning_rate = rate;
    }

    fn step_on<T: Scalar>(
        &self,
        threads: usize,
        level: Level,
        parameters: &mut [T],
        gradient: &[T],
        memory: &mut [T],
        step: u64,
    ) {
        let keep = 1.0 - self.learning_rate * self.weight_decay;
        let factors = factors(&self.moments, self.learning_rate, 0.0, keep, step);
        adam::step(threads, level, &factors, parameters, gradient, memory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_levels, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&AdamW::new(0.1), [0.516_707_360_067_972_4, -1.499_986_536_693_315_4, 0.168_415_458_960_197_6]);
    }

    #[test]
    fn every_level_gives_the_same_bits() {
        check_levels(&AdamW::new(0.1));
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |adam: AdamW| adam.check().unwrap_err().setting;
        assert_eq!(AdamW::new(1e-3).check(), Ok(()));
        assert_eq!(refused(AdamW::new(f64::NAN)), "learning_rate");
        assert_eq!(refused(AdamW::new(0.1).eps(-1.0).betas(0.9, 0.9)), "eps");
        assert_eq!(refused(AdamW::new(0.1).weight_decay(f64::INFINITY)), "weight_decay");
    }
}
