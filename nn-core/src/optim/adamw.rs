//! Adam with decoupled weight decay.

use super::adam::{self, Moments};
use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::scalar::Scalar;
use crate::settings::check_not_negative;

/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), with PyTorch's formula and defaults.
///
/// As [`Adam`](super::Adam), but every parameter is first multiplied by `1 - learning_rate weight_decay`, and its gradient is left
/// alone. The weight decay is 0.01 unless set; it applies to all parameters, biases too,
/// unless [`exclude_from_decay`](Self::exclude_from_decay) says otherwise.
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{AdamW, Optimizer};
///
/// // Without a gradient a parameter only shrinks.
/// let (mut parameters, mut memory) = ([2.0_f64], [0.0; 2]);
/// AdamW::new(0.5).weight_decay(0.5).step(Level::baseline(), &mut parameters, &[0.0], &mut memory, 1);
/// assert_eq!(parameters, [1.5]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AdamW {
    learning_rate: f64,
    moments: Moments,
    amsgrad: bool,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    AdamW {
        learning_rate: f64,
        moments: Moments,
        amsgrad: bool,
        decay: Decay,
    }
    Optimizer::check
}

impl AdamW {
    /// `AdamW` with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, moments: Moments::DEFAULT, amsgrad: false, decay: Decay::decoupled(0.01) }
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
        self.decay.decoupled = weight_decay;
        self
    }

    /// Whether to divide by the largest average square so far (Reddi, Kale and Kumar, 2018), which takes a third run of memory.
    #[must_use]
    pub const fn amsgrad(mut self, amsgrad: bool) -> Self {
        self.amsgrad = amsgrad;
        self
    }

    decay_settings! { all }
}

impl Optimizer for AdamW {
    fn runs(&self) -> usize {
        adam::runs(self.amsgrad)
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        self.moments.check()?;
        self.decay.check("weight_decay")
    }

    fn learning_rate(&self) -> f64 {
        self.learning_rate
    }

    fn set_learning_rate(&mut self, rate: f64) {
        self.learning_rate = rate;
    }

    #[cfg_attr(not(feature = "std"), inline(always))]
    fn take<T: Scalar>(&self, step: Step<'_, T>) {
        self.moments.take(self.learning_rate, &self.decay, self.amsgrad, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_exclusion, check_laws, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&AdamW::new(0.1), [0.516_707_360_067_972_4, -1.499_986_536_693_315_4, 0.168_415_458_960_197_6]);
        five_steps(
            &AdamW::new(0.1).betas(0.9, 0.5).amsgrad(true),
            [0.520_605_728_030_578_6, -1.521_172_506_538_428_7, 0.178_463_120_470_193_55],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&AdamW::new(0.1));
        check_laws(&AdamW::new(0.1).amsgrad(true).l1(0.01));
    }

    #[test]
    fn roles_are_excluded() {
        let (plain, decays) = (AdamW::new(0.1).weight_decay(0.0), AdamW::new(0.1).weight_decay(0.3).l1(0.2));
        check_exclusion(&plain, &decays, |roles| decays.exclude_from_decay(roles));
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |adam: AdamW| adam.check().unwrap_err().setting;
        assert_eq!(AdamW::new(1e-3).check(), Ok(()));
        assert_eq!(refused(AdamW::new(f64::NAN)), "learning_rate");
        assert_eq!(refused(AdamW::new(0.1).eps(-1.0).betas(0.9, 0.9)), "eps");
        assert_eq!(refused(AdamW::new(0.1).weight_decay(f64::INFINITY)), "weight_decay");
        assert_eq!(refused(AdamW::new(0.1).l1(f64::NAN)), "l1");
    }
}
