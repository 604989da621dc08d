//! Adam.

use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{self as kernels, AmsGrad, AnyRule, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::{check_fraction, check_not_negative, check_positive};

/// Adam (Kingma and Ba, 2015), with PyTorch's formula and defaults.
///
/// With gradient `g`, parameter `p`, and running averages `m` of the gradient and `v` of its square, which start at zero, step
/// `t` is
///
/// ```text
/// g = g + weight_decay p
/// m = beta1 m + (1 - beta1) g
/// v = beta2 v + (1 - beta2) g^2
/// p = p - learning_rate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + eps)
/// ```
///
/// With [`amsgrad`](Self::amsgrad) the largest `v` so far stands in the place of `v`.
///
/// The defaults are `betas(0.9, 0.999)`, `eps(1e-8)` and no weight decay; 1e-3 is the usual learning rate. (burn's `eps` is
/// 1e-5, that of Keras 1e-7.)
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Adam, Optimizer};
///
/// // The first step goes by the learning rate, whatever the size of the gradient.
/// let (mut parameters, mut memory) = ([1.0_f64, 1.0], [0.0; 4]);
/// Adam::new(0.25).step(Level::baseline(), &mut parameters, &[100.0, -0.5], &mut memory, 1);
/// assert!((parameters[0] - 0.75).abs() < 1e-6 && (parameters[1] - 1.25).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Adam {
    learning_rate: f64,
    moments: Moments,
    amsgrad: bool,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Adam {
        learning_rate: f64,
        moments: Moments,
        amsgrad: bool,
        decay: Decay,
    }
    Optimizer::check
}

/// The settings of the running averages, which [`AdamW`](super::AdamW) and [`Nadam`](super::Nadam) share.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub(super) struct Moments {
    pub(super) beta1: f64,
    pub(super) beta2: f64,
    pub(super) eps: f64,
}

impl Moments {
    pub(super) const DEFAULT: Self = Self { beta1: 0.9, beta2: 0.999, eps: 1e-8 };

    pub(super) fn check(&self) -> Result<(), SettingError> {
        check_fraction("beta1", self.beta1)?;
        check_fraction("beta2", self.beta2)?;
        check_positive("eps", self.eps)
    }
}

impl Adam {
    /// Adam with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, moments: Moments::DEFAULT, amsgrad: false, decay: Decay::NONE }
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

    /// Whether to divide by the largest average square so far (Reddi, Kale and Kumar, 2018), which takes a third run of memory.
    #[doc(alias = "AMSGrad")]
    #[must_use]
    pub const fn amsgrad(mut self, amsgrad: bool) -> Self {
        self.amsgrad = amsgrad;
        self
    }

    decay_settings! { gradient }
}

impl Moments {
    /// One step's factors, rounded once. What is subtracted is the rate over the bias of the average gradient.
    pub(super) fn rule<T: Scalar>(&self, rate: f64, decay: &Decay, step: u64) -> kernels::Adam<T> {
        let average = |beta: f64| [T::from_f64(beta), T::from_f64(1.0 - beta)];
        kernels::Adam {
            decay: T::from_f64(decay.l2),
            keep: T::from_f64(decay.keep(rate)),
            mean: average(self.beta1),
            square: average(self.beta2),
            rate: T::from_f64(rate / bias(self.beta1, step)),
            root: T::from_f64(1.0 / libm::sqrt(bias(self.beta2, step))),
            eps: T::from_f64(self.eps),
        }
    }

    /// The step of both variants, with the weight decay of either kind.
    #[cfg_attr(not(feature = "std"), inline(always))]
    pub(super) fn take<T: Scalar>(&self, rate: f64, decay: &Decay, amsgrad: bool, step: Step<'_, T>) {
        let factors = decay.factors(|decay| {
            let rule = self.rule(rate, decay, step.number);
            if amsgrad { AnyRule::AmsGrad(AmsGrad(rule)) } else { AnyRule::Adam(rule) }
        });
        step.by::<{ kinds(&[RuleKind::Adam, RuleKind::AmsGrad]) }>(runs(amsgrad), &factors);
    }
}

/// How many numbers are remembered for each parameter.
pub(super) const fn runs(amsgrad: bool) -> usize {
    if amsgrad { 3 } else { 2 }
}

/// What an average that began with zero is of the true one after some steps.
fn bias(beta: f64, steps: u64) -> f64 {
    1.0 - power(beta, steps)
}

/// `base` to a whole power, by repeated squaring. It multiplies by one where others would branch: no processor foresees the bits of the
/// number of a step.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut power = 1.0;
    while exponent > 0 {
        power *= [1.0, base][usize::from(exponent % 2 == 1)];
        base *= base;
        exponent /= 2;
    }
    power
}

impl Optimizer for Adam {
    fn runs(&self) -> usize {
        runs(self.amsgrad)
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        self.moments.check()?;
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
        self.moments.take(self.learning_rate, &self.decay, self.amsgrad, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_exclusion, check_laws, five_steps};
    use fearless_simd::Level;

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Adam::new(0.1), [0.520_574_787_672_889_2, -1.508_903_891_365_42, 0.169_927_468_270_810_8]);
        five_steps(
            &Adam::new(0.1).betas(0.8, 0.95).eps(1e-3).weight_decay(0.1),
            [0.522_030_622_679_955_9, -1.507_927_376_541_592_8, 0.159_294_763_983_744_15],
        );
        five_steps(
            &Adam::new(0.1).betas(0.9, 0.5).amsgrad(true),
            [0.524_468_317_017_942_8, -1.530_197_359_712_759_4, 0.180_057_933_275_369_73],
        );
        five_steps(
            &Adam::new(0.1).weight_decay(0.1).l1(0.05).decoupled_weight_decay(0.2),
            [0.440_839_616_714_614_1, -1.334_842_335_584_731_4, 0.097_954_429_876_190_93],
        );
    }

    #[test]
    fn the_laws_hold() {
        check_laws(&Adam::new(0.1).weight_decay(0.01));
        check_laws(&Adam::new(0.1).betas(0.9, 0.5).amsgrad(true));
        check_laws(&Adam::new(0.1).l1(0.01).decoupled_weight_decay(0.1));
        check_dead(&Adam::new(1e-3));
    }

    #[test]
    fn roles_are_excluded() {
        let decays = |adam: Adam| adam.weight_decay(0.1).l1(0.2).decoupled_weight_decay(0.3);
        for plain in [Adam::new(0.1), Adam::new(0.1).amsgrad(true)] {
            check_exclusion(&plain, &decays(plain), |roles| decays(plain).exclude_from_decay(roles));
        }
    }

    #[test]
    fn a_parameter_without_a_gradient_stays() {
        let (mut parameters, mut memory) = ([3.0_f32], [0.0; 2]);
        for step in 1..4 {
            Adam::new(0.1).step(Level::baseline(), &mut parameters, &[0.0], &mut memory, step);
        }
        assert!((parameters[0] - 3.0).abs() < f32::EPSILON);
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |adam: Adam| adam.check().unwrap_err().setting;
        assert_eq!(Adam::new(1e-3).check(), Ok(()));
        assert_eq!(refused(Adam::new(f64::INFINITY)), "learning_rate");
        assert_eq!(refused(Adam::new(0.1).betas(1.0, 0.9)), "beta1");
        assert_eq!(refused(Adam::new(0.1).betas(0.9, -0.1)), "beta2");
        assert_eq!(refused(Adam::new(0.1).eps(0.0)), "eps");
        assert_eq!(refused(Adam::new(0.1).weight_decay(-1.0)), "weight_decay");
        assert_eq!(refused(Adam::new(0.1).l1(f64::NAN)), "l1");
        assert_eq!(refused(Adam::new(0.1).decoupled_weight_decay(-1.0)), "decoupled_weight_decay");
    }
}
