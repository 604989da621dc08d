//! Adagrad.

use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{self as kernels, AnyRule, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::{check_not_negative, check_positive};

/// Adagrad (Duchi, Hazan and Singer, 2011), with PyTorch's formula and defaults.
///
/// With gradient `g`, parameter `p`, and the sum `s` of the gradient's squares, step `t` is
///
/// ```text
/// g = g + weight_decay p
/// s = s + g²                          from initial_accumulator_value on
/// p = p - learning_rate / (1 + (t - 1) lr_decay) * g / (sqrt(s) + eps)
/// ```
///
/// The defaults are `lr_decay(0.0)`, `initial_accumulator_value(0.0)`, `eps(1e-10)` and no weight decay; 0.01 is PyTorch's learning
/// rate. (Keras begins with 0.1, and its `eps` is 1e-7.)
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Adagrad, Optimizer};
///
/// // Of one gradient again and again, step t goes by the learning rate over sqrt(t).
/// let (mut parameters, mut memory) = ([1.0_f64], [0.0]);
/// for t in 1..=4 {
///     Adagrad::new(0.5).step(Level::baseline(), &mut parameters, &[3.0], &mut memory, t);
/// }
/// let steps = 1.0 + 1.0 / 2.0_f64.sqrt() + 1.0 / 3.0_f64.sqrt() + 0.5;
/// assert!((parameters[0] - (1.0 - 0.5 * steps)).abs() < 1e-9);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Adagrad {
    learning_rate: f64,
    lr_decay: f64,
    initial_accumulator_value: f64,
    eps: f64,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Adagrad {
        learning_rate: f64,
        lr_decay: f64,
        initial_accumulator_value: f64,
        eps: f64,
        decay: Decay,
    }
    Optimizer::check
}

impl Adagrad {
    /// Adagrad with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, lr_decay: 0.0, initial_accumulator_value: 0.0, eps: 1e-10, decay: Decay::NONE }
    }

    /// How fast the learning rate falls: after `1 / lr_decay` steps it is half of what it was.
    #[must_use]
    pub const fn lr_decay(mut self, lr_decay: f64) -> Self {
        self.lr_decay = lr_decay;
        self
    }

    /// What the sum of squares begins with.
    #[must_use]
    pub const fn initial_accumulator_value(mut self, value: f64) -> Self {
        self.initial_accumulator_value = value;
        self
    }

    /// What keeps the quotient finite where gradients vanish.
    #[must_use]
    pub const fn eps(mut self, eps: f64) -> Self {
        self.eps = eps;
        self
    }

    decay_settings! { gradient }
}

impl Optimizer for Adagrad {
    fn runs(&self) -> usize {
        1
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        check_not_negative("lr_decay", self.lr_decay)?;
        check_not_negative("initial_accumulator_value", self.initial_accumulator_value)?;
        check_positive("eps", self.eps)?;
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
        let before = step.number.saturating_sub(1);
        let begin = if before == 0 { self.initial_accumulator_value } else { 0.0 };
        let rate = self.learning_rate / (1.0 + before as f64 * self.lr_decay);
        let factors = self.decay.factors(|decay| {
            AnyRule::Adagrad(kernels::Adagrad {
                decay: T::from_f64(decay.l2),
                keep: T::from_f64(decay.keep(self.learning_rate)),
                begin: T::from_f64(begin),
                rate: T::from_f64(rate),
                eps: T::from_f64(self.eps),
            })
        });
        step.by::<{ kinds(&[RuleKind::Adagrad]) }>(self.runs(), &factors);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_exclusion, check_laws, five_steps};
    use fearless_simd::Level;

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Adagrad::new(0.1), [0.711_082_265_727_945_1, -1.683_275_675_596_361, 0.313_484_406_752_843_9]);
        five_steps(
            &Adagrad::new(0.1).lr_decay(0.1).initial_accumulator_value(0.3).eps(1e-3).weight_decay(0.1),
            [0.780_548_550_149_638_5, -1.738_860_369_009_923, 0.355_573_918_231_943_34],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&Adagrad::new(0.1).weight_decay(0.01));
        check_laws(
            &Adagrad::new(0.1).initial_accumulator_value(0.1).lr_decay(0.01).l1(0.01).decoupled_weight_decay(0.1),
        );
    }

    #[test]
    fn roles_are_excluded() {
        let plain = Adagrad::new(0.1);
        let decays = plain.weight_decay(0.1).l1(0.2).decoupled_weight_decay(0.3);
        check_exclusion(&plain, &decays, |roles| decays.exclude_from_decay(roles));
    }

    #[test]
    fn the_sum_begins_once() {
        let (mut parameters, mut memory) = ([0.0_f64], [0.0]);
        for (step, sum) in (1..).zip([1.5, 2.5, 3.5]) {
            let adagrad = Adagrad::new(0.1).initial_accumulator_value(0.5);
            adagrad.step(Level::baseline(), &mut parameters, &[1.0], &mut memory, step);
            assert!((memory[0] - sum).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |adagrad: Adagrad| adagrad.check().unwrap_err().setting;
        assert_eq!(Adagrad::new(0.1).lr_decay(0.1).initial_accumulator_value(0.1).check(), Ok(()));
        assert_eq!(refused(Adagrad::new(-0.1)), "learning_rate");
        assert_eq!(refused(Adagrad::new(0.1).lr_decay(-1.0)), "lr_decay");
        assert_eq!(refused(Adagrad::new(0.1).initial_accumulator_value(f64::NAN)), "initial_accumulator_value");
        assert_eq!(refused(Adagrad::new(0.1).eps(1e-40)), "eps");
        assert_eq!(refused(Adagrad::new(0.1).weight_decay(-1.0)), "weight_decay");
    }
}
