//! Adam with Nesterov's momentum.

use super::adam::Moments;
use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{self as kernels, AnyRule, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::check_not_negative;

/// Adam that looks ahead as Nesterov's momentum does (Dozat, 2016), with PyTorch's formula and defaults.
///
/// With gradient `g`, parameter `p`, and the running averages `m` and `v` of [`Adam`](super::Adam), step `t` is
///
/// ```text
/// g = g + weight_decay p
/// m = beta1 m + (1 - beta1) g
/// v = beta2 v + (1 - beta2) g²
/// u(t) = beta1 (1 - 0.96^(t momentum_decay) / 2)
/// d = (1 - u(t)) / (1 - u(1) .. u(t)) g + u(t + 1) / (1 - u(1) .. u(t + 1)) m
/// p = p - learning_rate d / (sqrt(v) / sqrt(1 - beta2^t) + eps)
/// ```
///
/// The defaults are `betas(0.9, 0.999)`, `eps(1e-8)`, `momentum_decay(4e-3)` and no weight decay; 2e-3 is PyTorch's learning rate.
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Nadam, Optimizer};
///
/// // With no average to speak of, only the gradient's own part is left: a step by the learning rate.
/// let (mut parameters, mut memory) = ([1.0_f64, 1.0], [0.0; 4]);
/// Nadam::new(0.25).betas(0.0, 0.999).step(Level::baseline(), &mut parameters, &[100.0, -0.5], &mut memory, 1);
/// assert!((parameters[0] - 0.75).abs() < 1e-6 && (parameters[1] - 1.25).abs() < 1e-6);
/// ```
#[doc(alias = "NAdam")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Nadam {
    learning_rate: f64,
    moments: Moments,
    momentum_decay: f64,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Nadam {
        learning_rate: f64,
        moments: Moments,
        momentum_decay: f64,
        decay: Decay,
    }
    Optimizer::check
}

impl Nadam {
    /// Nadam with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, moments: Moments::DEFAULT, momentum_decay: 4e-3, decay: Decay::NONE }
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

    /// How fast the momentum grows from half of `beta1` to all of it.
    #[must_use]
    pub const fn momentum_decay(mut self, momentum_decay: f64) -> Self {
        self.momentum_decay = momentum_decay;
        self
    }

    decay_settings! { gradient }

    /// The momentum of a step, where `power` is 0.96 to `momentum_decay` times the number of the step.
    fn momentum(&self, power: f64) -> f64 {
        self.moments.beta1 * (1.0 - 0.5 * power)
    }

    /// The momenta that step number `step` needs.
    fn momenta(&self, step: u64) -> Momenta {
        let factor = libm::pow(0.96, self.momentum_decay);
        let (mut product, mut power) = (1.0, 1.0);
        for _ in 0..step {
            power *= factor;
            product *= self.momentum(power);
            if product < NEGLIGIBLE {
                break;
            }
        }
        let at = |step: f64| self.momentum(libm::pow(0.96, step * self.momentum_decay));
        Momenta { now: at(step as f64), next: at(step as f64 + 1.0), product }
    }
}

/// A product of momenta that is smaller than this changes nothing when it is taken off one. So all that a step needs follows from its
/// number, by some fifty multiplications with the default settings.
const NEGLIGIBLE: f64 = f64::EPSILON / 4.0;

/// What one step needs to know of the momenta.
struct Momenta {
    /// That of this step.
    now: f64,
    /// That of the next one.
    next: f64,
    /// The product of all up to this step.
    product: f64,
}

impl Optimizer for Nadam {
    fn runs(&self) -> usize {
        2
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        self.moments.check()?;
        check_not_negative("momentum_decay", self.momentum_decay)?;
        self.decay.check("decoupled_weight_decay")
    }

    fn learning_rate(&self) -> f64 {
        self.learning_rate
    }

    fn set_learning_rate(&mut self, rate: f64) {
        self.learning_rate = rate;
    }

    #[cfg_attr(not(feature = "std"), inline(always))]
    fn take<T: Scalar>(&self, step: Step<'_, T>) {
        let Momenta { now, next, product } = self.momenta(step.number);
        let factors = self.decay.factors(|decay| {
            let adam = kernels::Adam {
                rate: T::from_f64(self.learning_rate * next / (1.0 - product * next)),
                ..self.moments.rule(self.learning_rate, decay, step.number)
            };
            let rate = T::from_f64(self.learning_rate * (1.0 - now) / (1.0 - product));
            AnyRule::Nadam(kernels::Nadam { adam, rate })
        });
        step.by::<{ kinds(&[RuleKind::Nadam]) }>(self.runs(), &factors);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_exclusion, check_laws, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Nadam::new(0.1), [0.637_464_151_667_891_9, -1.607_698_293_785_649_7, 0.263_396_389_370_330_6]);
        five_steps(
            &Nadam::new(0.1).betas(0.8, 0.95).eps(1e-3).momentum_decay(0.5).weight_decay(0.1),
            [0.592_351_688_548_156_9, -1.562_208_240_029_963, 0.223_197_878_059_873_96],
        );
        five_steps(
            &Nadam::new(0.1).decoupled_weight_decay(0.1),
            [0.599_863_023_626_431_3, -1.521_827_098_058_163_2, 0.246_781_949_907_144_65],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&Nadam::new(0.1).weight_decay(0.01));
        check_laws(&Nadam::new(0.1).l1(0.01).decoupled_weight_decay(0.1));
        check_dead(&Nadam::new(1e-3));
    }

    #[test]
    fn roles_are_excluded() {
        let plain = Nadam::new(0.1);
        let decays = plain.weight_decay(0.1).l1(0.2).decoupled_weight_decay(0.3);
        check_exclusion(&plain, &decays, |roles| decays.exclude_from_decay(roles));
    }

    /// However many factors are left out, one minus the product is the same.
    #[test]
    fn the_product_is_that_of_all_momenta() {
        /// Rounding of some hundred multiplications.
        const ROUNDING: f64 = 1e-14;
        for nadam in
            [Nadam::new(0.1), Nadam::new(0.1).betas(0.99, 0.9).momentum_decay(1.0), Nadam::new(0.1).momentum_decay(0.0)]
        {
            let mut product = 1.0;
            for step in 1..2000_u16 {
                let power = libm::pow(0.96, f64::from(step) * nadam.momentum_decay);
                product *= nadam.moments.beta1 * (1.0 - 0.5 * power);
                let found = nadam.momenta(step.into()).product;
                assert!((found - product).abs() < ROUNDING, "{nadam:?}, step {step}: {found} is not {product}");
            }
        }
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |nadam: Nadam| nadam.check().unwrap_err().setting;
        assert_eq!(Nadam::new(0.1).check(), Ok(()));
        assert_eq!(refused(Nadam::new(f64::NAN)), "learning_rate");
        assert_eq!(refused(Nadam::new(0.1).betas(0.9, 1.0)), "beta2");
        assert_eq!(refused(Nadam::new(0.1).eps(0.0)), "eps");
        assert_eq!(refused(Nadam::new(0.1).momentum_decay(-1.0)), "momentum_decay");
        assert_eq!(refused(Nadam::new(0.1).weight_decay(-1.0)), "weight_decay");
    }
}
