//! `RMSprop`.

use super::decay::{Decay, decay_settings};
use super::{Optimizer, SettingError, Step};
use crate::kernels::step::{self as kernels, AnyRule, RuleKind, kinds};
use crate::scalar::Scalar;
use crate::settings::{check_fraction, check_not_negative, check_positive};

/// `RMSprop` (Tieleman and Hinton, 2012), with PyTorch's formula and defaults.
///
/// With gradient `g`, parameter `p`, and running averages `v` of the gradient's square and `m` of the gradient, which start at zero:
///
/// ```text
/// g = g + weight_decay p
/// v = alpha v + (1 - alpha) g²
/// m = alpha m + (1 - alpha) g
/// d = g / (sqrt(v) + eps)             plain
/// d = g / (sqrt(v - m²) + eps)        centered (Graves, 2013)
/// p = p - learning_rate d             plain
/// b = momentum b + d
/// p = p - learning_rate b             with momentum
/// ```
///
/// `v - m²` counts as zero where rounding takes it below; PyTorch has NaN there. Nothing is remembered that is not asked for.
///
/// The defaults are `alpha(0.99)` and `eps(1e-8)`, no momentum, not centered, no weight decay; 0.01 is PyTorch's learning rate.
/// (Keras has 0.001 with 0.9 and 1e-7, and its `eps` stands under the root.)
///
/// # Examples
///
/// ```
/// use static_nn::Level;
/// use static_nn::optim::{Optimizer, RmsProp};
///
/// // The first step goes by the learning rate over sqrt(1 - alpha), whatever the size of the gradient.
/// let (mut parameters, mut memory) = ([1.0_f64, 1.0], [0.0; 2]);
/// RmsProp::new(0.01).step(Level::baseline(), &mut parameters, &[100.0, -0.5], &mut memory, 1);
/// assert!((parameters[0] - 0.9).abs() < 1e-6 && (parameters[1] - 1.1).abs() < 1e-6);
/// ```
#[doc(alias = "RMSprop")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RmsProp {
    learning_rate: f64,
    alpha: f64,
    eps: f64,
    momentum: f64,
    centered: bool,
    decay: Decay,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    RmsProp {
        learning_rate: f64,
        alpha: f64,
        eps: f64,
        momentum: f64,
        centered: bool,
        decay: Decay,
    }
    Optimizer::check
}

impl RmsProp {
    /// `RmsProp` with this learning rate and the default settings.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, alpha: 0.99, eps: 1e-8, momentum: 0.0, centered: false, decay: Decay::NONE }
    }

    /// The part of the running averages that the next step keeps, 0 to below 1.
    #[must_use]
    pub const fn alpha(mut self, alpha: f64) -> Self {
        self.alpha = alpha;
        self
    }

    /// What keeps the quotient finite where gradients vanish.
    #[must_use]
    pub const fn eps(mut self, eps: f64) -> Self {
        self.eps = eps;
        self
    }

    /// The part of the velocity that the next step keeps, 0 to below 1; 0 unless set.
    #[must_use]
    pub const fn momentum(mut self, momentum: f64) -> Self {
        self.momentum = momentum;
        self
    }

    /// Whether to divide by the gradient's deviation from its average.
    #[must_use]
    pub const fn centered(mut self, centered: bool) -> Self {
        self.centered = centered;
        self
    }

    decay_settings! { gradient }
}

impl Optimizer for RmsProp {
    fn runs(&self) -> usize {
        1 + usize::from(self.centered) + usize::from(self.momentum != 0.0)
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        check_fraction("alpha", self.alpha)?;
        check_positive("eps", self.eps)?;
        check_fraction("momentum", self.momentum)?;
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
        let factors = self.decay.factors(|decay| {
            let rule = kernels::RmsProp {
                decay: T::from_f64(decay.l2),
                keep: T::from_f64(decay.keep(self.learning_rate)),
                average: [T::from_f64(self.alpha), T::from_f64(1.0 - self.alpha)],
                rate: T::from_f64(self.learning_rate),
                eps: T::from_f64(self.eps),
                momentum: T::from_f64(self.momentum),
                centered: self.centered,
            };
            match self.runs() {
                1 => AnyRule::RmsProp(rule),
                2 => AnyRule::RmsPropOfTwo(rule),
                _ => AnyRule::RmsPropOfThree(rule),
            }
        });
        step.by::<{ kinds(&[RuleKind::RmsProp, RuleKind::RmsPropOfTwo, RuleKind::RmsPropOfThree]) }>(
            self.runs(),
            &factors,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_exclusion, check_laws, five_steps};
    use fearless_simd::Level;

    /// Plain, centered, with momentum, and both.
    const VARIANTS: [RmsProp; 4] = [
        RmsProp::new(0.1),
        RmsProp::new(0.1).centered(true),
        RmsProp::new(0.1).momentum(0.9),
        RmsProp::new(0.1).centered(true).momentum(0.9),
    ];

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(
            &RmsProp::new(0.1),
            [-0.119_422_281_100_736_83, -0.191_013_360_611_660_97, -0.191_556_022_083_060_66],
        );
        five_steps(
            &RmsProp::new(0.1).centered(true).alpha(0.9),
            [0.161_480_268_379_386_6, -0.948_766_834_779_123_2, 0.026_712_537_535_531_905],
        );
        five_steps(
            &RmsProp::new(0.1).momentum(0.9).eps(1e-3),
            [0.015_300_785_192_595_734, 1.714_576_357_639_544, 0.090_467_820_241_387_12],
        );
        five_steps(
            &RmsProp::new(0.1).centered(true).momentum(0.5).weight_decay(0.1),
            [0.086_105_858_358_800_62, 0.245_271_998_819_280_4, 0.027_352_300_970_972_44],
        );
    }

    #[test]
    fn the_laws_hold() {
        for (variant, runs) in VARIANTS.into_iter().zip([1, 2, 2, 3]) {
            assert_eq!(variant.runs(), runs);
            check_laws(&variant.weight_decay(0.01));
            check_laws(&variant.l1(0.01).decoupled_weight_decay(0.1));
            check_dead(&variant);
        }
    }

    #[test]
    fn roles_are_excluded() {
        let decays = |rms_prop: RmsProp| rms_prop.weight_decay(0.1).l1(0.2).decoupled_weight_decay(0.3);
        for plain in VARIANTS {
            check_exclusion(&plain, &decays(plain), |roles| decays(plain).exclude_from_decay(roles));
        }
    }

    /// Nothing but rounding is left of the variance then, on either side of zero.
    #[test]
    fn a_gradient_that_stays_the_same_gives_no_nan() {
        let (mut parameters, mut memory) = ([0.0_f32; 16], [0.0; 32]);
        let gradient: [f32; 16] = core::array::from_fn(|i| 0.1 + i as f32 / 7.0);
        for step in 1..5000 {
            RmsProp::new(1e-3).centered(true).step(Level::baseline(), &mut parameters, &gradient, &mut memory, step);
            assert!(parameters.iter().all(|p| p.is_finite()), "step {step}: {parameters:?}");
        }
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |rms_prop: RmsProp| rms_prop.check().unwrap_err().setting;
        assert_eq!(RmsProp::new(0.1).momentum(0.9).centered(true).check(), Ok(()));
        assert_eq!(refused(RmsProp::new(f64::NAN)), "learning_rate");
        assert_eq!(refused(RmsProp::new(0.1).alpha(1.0)), "alpha");
        assert_eq!(refused(RmsProp::new(0.1).eps(0.0)), "eps");
        assert_eq!(refused(RmsProp::new(0.1).momentum(-0.5)), "momentum");
        assert_eq!(refused(RmsProp::new(0.1).weight_decay(-1.0)), "weight_decay");
        assert_eq!(refused(RmsProp::new(0.1).l1(-1.0)), "l1");
        assert_eq!(refused(RmsProp::new(0.1).decoupled_weight_decay(-1.0)), "decoupled_weight_decay");
    }
}
