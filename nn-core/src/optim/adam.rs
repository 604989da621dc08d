//! Adam.

use fearless_simd::Level;

use super::divide::divide;
use super::setting::{check_fraction, check_not_negative, check_positive};
use super::{Optimizer, SettingError};
use crate::kernels::step as kernels;
use crate::scalar::Scalar;

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
/// The defaults are `betas(0.9, 0.999)`, `eps(1e-8)` and no weight decay; 1e-3 is the usual learning rate. (burn's `eps` is
/// 1e-5, that of Keras 1e-7.)
///
/// # Examples
///
/// ```
/// use nn_core::Level;
/// use nn_core::optim::{Adam, Optimizer};
///
/// // The first step goes by the learning rate, whatever the size of the gradient.
/// let (mut parameters, mut memory) = ([1.0_f64, 1.0], [0.0; 4]);
/// Adam::new(0.25).step(Level::baseline(), &mut parameters, &[100.0, -0.5], &mut memory, 1);
/// assert!((parameters[0] - 0.75).abs() < 1e-6 && (parameters[1] - 1.25).abs() < 1e-6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adam {
    learning_rate: f64,
    moments: Moments,
    weight_decay: f64,
}

/// The settings of the running averages, which [`AdamW`](super::AdamW) shares.
#[derive(Clone, Copy, Debug, PartialEq)]
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
        Self { learning_rate, moments: Moments::DEFAULT, weight_decay: 0.0 }
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

    /// The part of each parameter that is added to its gradient; 0 unless set. [`AdamW`](super::AdamW) shrinks the parameters
    /// instead.
    #[must_use]
    pub const fn weight_decay(mut self, weight_decay: f64) -> Self {
        self.weight_decay = weight_decay;
        self
    }
}

/// One step's factors, rounded once.
pub(super) fn factors<T: Scalar>(moments: &Moments, rate: f64, decay: f64, keep: f64, step: u64) -> kernels::Adam<T> {
    let bias = |beta: f64| 1.0 - power(beta, step);
    let average = |beta: f64| [T::from_f64(beta), T::from_f64(1.0 - beta)];
    kernels::Adam {
        decay: T::from_f64(decay),
        keep: T::from_f64(keep),
        mean: average(moments.beta1),
        square: average(moments.beta2),
        rate: T::from_f64(rate / bias(moments.beta1)),
        root: T::from_f64(1.0 / libm::sqrt(bias(moments.beta2))),
        eps: T::from_f64(moments.eps),
    }
}

/// `base` to a whole power, by repeated squaring.
fn power(mut base: f64, mut exponent: u64) -> f64 {
    let mut power = 1.0;
    while exponent > 0 {
        if exponent % 2 == 1 {
            power *= base;
        }
        base *= base;
        exponent /= 2;
    }
    power
}

/// The step of both variants; slices as [`Optimizer::step`] has them.
pub(super) fn step<T: Scalar>(
    threads: usize,
    level: Level,
    by: &kernels::Adam<T>,
    parameters: &mut [T],
    gradient: &[T],
    memory: &mut [T],
) {
    let count = parameters.len().min(gradient.len()).min(memory.len() / 2);
    let (m, v) = memory.split_at_mut(memory.len() / 2);
    let memory = [&mut m[..count], &mut v[..count]];
    divide(threads, &mut parameters[..count], &gradient[..count], memory, &|p, g, [m, v]| {
        T::adam(level, by, p, g, m, v);
    });
}

impl Optimizer for Adam {
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
        let factors = factors(&self.moments, self.learning_rate, self.weight_decay, 1.0, step);
        self::step(threads, level, &factors, parameters, gradient, memory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_levels, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Adam::new(0.1), [0.520_574_787_672_889_2, -1.508_903_891_365_42, 0.169_927_468_270_810_8]);
        five_steps(
            &Adam::new(0.1).betas(0.8, 0.95).eps(1e-3).weight_decay(0.1),
            [0.522_030_622_679_955_9, -1.507_927_376_541_592_8, 0.159_294_763_983_744_15],
        );
    }

    #[test]
    fn every_level_gives_the_same_bits() {
        check_levels(&Adam::new(0.1).weight_decay(0.01));
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
    fn a_dead_unit_is_forgotten() {
        check_dead(&Adam::new(1e-3));
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
    }
}
