//! Stochastic gradient descent.

use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{AnyRule, Descent, Momentum, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::{check_fraction, check_not_negative};

/// Stochastic gradient descent, with momentum if wanted: PyTorch's `SGD`.
///
/// With gradient `g`, parameter `p` and velocity `v`, which starts at zero:
///
/// ```text
/// g = g + weight_decay p
/// v = momentum v + g
/// p = p - learning_rate v                   plain
/// p = p - learning_rate (g + momentum v)    Nesterov
/// ```
///
/// Without momentum nothing is remembered between steps. A momentum of 0.9 is usual.
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Optimizer, Sgd};
///
/// let mut parameters = [1.0_f32, -2.0];
/// Sgd::new(0.5).step(Level::baseline(), &mut parameters, &[1.0, 4.0], &mut [], 1);
/// assert_eq!(parameters, [0.5, -4.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sgd {
    learning_rate: f64,
    momentum: f64,
    nesterov: bool,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Sgd {
        learning_rate: f64,
        momentum: f64,
        nesterov: bool,
        decay: Decay,
    }
    Optimizer::check
}

impl Sgd {
    /// Plain descent with this learning rate.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, momentum: 0.0, nesterov: false, decay: Decay::NONE }
    }

    /// The part of the velocity that the next step keeps, 0 to below 1; 0 unless set (Polyak, 1964).
    #[doc(alias = "Momentum")]
    #[must_use]
    pub const fn momentum(mut self, momentum: f64) -> Self {
        self.momentum = momentum;
        self
    }

    /// Whether to look ahead by one step of the velocity (Nesterov, 1983), which needs a momentum.
    #[doc(alias = "Nesterov")]
    #[must_use]
    pub const fn nesterov(mut self, nesterov: bool) -> Self {
        self.nesterov = nesterov;
        self
    }

    decay_settings! { gradient }
}

impl Optimizer for Sgd {
    fn runs(&self) -> usize {
        usize::from(self.momentum != 0.0)
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        check_fraction("momentum", self.momentum)?;
        self.decay.check("decoupled_weight_decay")?;
        if self.nesterov && self.momentum == 0.0 {
            let permitted = "more than 0 and less than 1 with `nesterov`";
            return Err(SettingError { setting: "momentum", value: self.momentum, permitted });
        }
        Ok(())
    }

    fn learning_rate(&self) -> f64 {
        self.learning_rate
    }

    fn set_learning_rate(&mut self, rate: f64) {
        self.learning_rate = rate;
    }

    #[cfg_attr(not(feature = "std"), inline(always))]
    fn take<T: Scalar>(&self, step: Step<'_, T>) {
        let rate = T::from_f64(self.learning_rate);
        let factors = self.decay.factors(|decay| {
            if self.momentum == 0.0 {
                // Without a velocity both kinds are the same: a multiple of the parameter goes into the difference.
                return AnyRule::Descent(Descent { rate, decay: T::from_f64(decay.l2 + decay.decoupled) });
            }
            AnyRule::Momentum(Momentum {
                rate,
                decay: T::from_f64(decay.l2),
                keep: T::from_f64(decay.keep(self.learning_rate)),
                momentum: T::from_f64(self.momentum),
                nesterov: self.nesterov,
            })
        });
        step.by::<{ kinds(&[RuleKind::Descent, RuleKind::Momentum]) }>(self.runs(), &factors);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_exclusion, check_laws, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Sgd::new(0.1), [0.764_684_625, -1.565_754_5, 0.359_601_531_25]);
        five_steps(&Sgd::new(0.1).momentum(0.9), [0.397_619_625, -0.873_384_5, 0.149_969_031_25]);
        five_steps(
            &Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(0.01),
            [0.282_050_381_948_927_45, -0.656_679_992_890_888_6, 0.083_163_172_853_817_4],
        );
        five_steps(
            &Sgd::new(0.1).weight_decay(0.03).l1(0.05).decoupled_weight_decay(0.2),
            [0.654_191_108_094_791_8, -1.364_956_176_645_428_8, 0.294_437_687_083_268_4],
        );
        five_steps(
            &Sgd::new(0.1).momentum(0.9).l1(0.05).decoupled_weight_decay(0.2),
            [0.279_181_857_149_999_9, -0.689_745_330_749_999_9, 0.064_558_126_299_999_98],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&Sgd::new(0.1).weight_decay(0.01));
        check_laws(&Sgd::new(0.1).momentum(0.9).nesterov(true));
        check_laws(&Sgd::new(0.1).momentum(0.9).l1(0.01).decoupled_weight_decay(0.1));
        check_dead(&Sgd::new(0.1).momentum(0.99));
    }

    #[test]
    fn roles_are_excluded() {
        let decays = |sgd: Sgd| sgd.weight_decay(0.1).l1(0.2).decoupled_weight_decay(0.3);
        for plain in [Sgd::new(0.1), Sgd::new(0.1).momentum(0.9)] {
            check_exclusion(&plain, &decays(plain), |roles| decays(plain).exclude_from_decay(roles));
        }
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |sgd: Sgd| sgd.check().unwrap_err().setting;
        assert_eq!(Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(1e-4).check(), Ok(()));
        assert_eq!(refused(Sgd::new(-0.1)), "learning_rate");
        assert_eq!(refused(Sgd::new(0.1).momentum(1.0)), "momentum");
        assert_eq!(refused(Sgd::new(0.1).nesterov(true)), "momentum");
        assert_eq!(refused(Sgd::new(0.1).weight_decay(f64::NAN)), "weight_decay");
        assert_eq!(refused(Sgd::new(0.1).l1(-0.1)), "l1");
        assert_eq!(refused(Sgd::new(0.1).decoupled_weight_decay(f64::INFINITY)), "decoupled_weight_decay");
    }
}
