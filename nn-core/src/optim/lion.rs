//! Lion.

use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{self as kernels, AnyRule, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::{check_fraction, check_not_negative};

/// Lion, the evolved sign momentum (Chen et al., 2023): every parameter moves by the same amount.
///
/// With gradient `g`, parameter `p`, and a running average `m` of the gradient, which starts at zero:
///
/// ```text
/// p = p - learning_rate (sign(beta1 m + (1 - beta1) g) + weight_decay p)
/// m = beta2 m + (1 - beta2) g
/// ```
///
/// The defaults are `betas(0.9, 0.99)` and no weight decay, which is decoupled. The paper advises a learning rate of a third to a tenth
/// of that of [`AdamW`](super::AdamW), and a weight decay larger by as much: 1e-4 is usual. PyTorch has no Lion.
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Lion, Optimizer};
///
/// let (mut parameters, mut memory) = ([1.0_f64, 1.0, 1.0], [0.0; 3]);
/// Lion::new(0.25).step(Level::baseline(), &mut parameters, &[100.0, -0.5, 0.0], &mut memory, 1);
/// assert_eq!(parameters, [0.75, 1.25, 1.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Lion {
    learning_rate: f64,
    beta1: f64,
    beta2: f64,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Lion {
        learning_rate: f64,
        beta1: f64,
        beta2: f64,
        decay: Decay,
    }
    Optimizer::check
}

impl Lion {
    /// Lion with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, beta1: 0.9, beta2: 0.99, decay: Decay::NONE }
    }

    /// The part of the running average in the direction, and the part of it that the next step keeps, 0 to below 1.
    #[must_use]
    pub const fn betas(mut self, beta1: f64, beta2: f64) -> Self {
        self.beta1 = beta1;
        self.beta2 = beta2;
        self
    }

    /// The part of each parameter, times the learning rate, that every step takes off.
    #[must_use]
    pub const fn weight_decay(mut self, weight_decay: f64) -> Self {
        self.decay.decoupled = weight_decay;
        self
    }

    decay_settings! { all }
}

impl Optimizer for Lion {
    fn runs(&self) -> usize {
        1
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        check_fraction("beta1", self.beta1)?;
        check_fraction("beta2", self.beta2)?;
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
        let parts = |beta: f64| [T::from_f64(beta), T::from_f64(1.0 - beta)];
        let factors = self.decay.factors(|decay| {
            AnyRule::Lion(kernels::Lion {
                keep: T::from_f64(decay.keep(self.learning_rate)),
                direction: parts(self.beta1),
                average: parts(self.beta2),
                rate: T::from_f64(self.learning_rate),
            })
        });
        step.by::<{ kinds(&[RuleKind::Lion]) }>(self.runs(), &factors);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_exclusion, check_laws, five_steps};
    use fearless_simd::Level;

    #[test]
    fn five_steps_are_those_of_the_paper() {
        five_steps(&Lion::new(0.1), [0.5, -1.5, 0.4]);
        five_steps(
            &Lion::new(0.1).betas(0.8, 0.5).weight_decay(0.1),
            [0.460_890_548_9, -1.411_880_598_8, -0.014_604_476_05],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&Lion::new(0.1).weight_decay(0.1));
        check_laws(&Lion::new(0.1).l1(0.1));
        check_dead(&Lion::new(1e-4));
    }

    #[test]
    fn roles_are_excluded() {
        let (plain, decays) = (Lion::new(0.1), Lion::new(0.1).weight_decay(0.3).l1(0.2));
        check_exclusion(&plain, &decays, |roles| decays.exclude_from_decay(roles));
    }

    #[test]
    fn a_gradient_that_is_nan_is_not_lost() {
        let (mut parameters, mut memory) = ([1.0_f32; 3], [0.0; 3]);
        Lion::new(0.1).step(Level::baseline(), &mut parameters, &[f32::NAN, f32::INFINITY, -0.0], &mut memory, 1);
        assert!(parameters[0].is_nan());
        assert_eq!(parameters[1..], [0.9, 1.0]);
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |lion: Lion| lion.check().unwrap_err().setting;
        assert_eq!(Lion::new(1e-4).weight_decay(0.1).check(), Ok(()));
        assert_eq!(refused(Lion::new(-0.1)), "learning_rate");
        assert_eq!(refused(Lion::new(0.1).betas(1.0, 0.9)), "beta1");
        assert_eq!(refused(Lion::new(0.1).betas(0.9, f64::NAN)), "beta2");
        assert_eq!(refused(Lion::new(0.1).weight_decay(-1.0)), "weight_decay");
        assert_eq!(refused(Lion::new(0.1).l1(-1.0)), "l1");
    }
}
