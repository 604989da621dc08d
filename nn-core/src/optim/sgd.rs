//! Stochastic gradient descent.

use fearless_simd::Level;

use super::divide::divide;
use super::setting::{check_fraction, check_not_negative};
use super::{Optimizer, SettingError};
use crate::kernels::step::{Descent, Momentum};
use crate::scalar::Scalar;

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
/// Without momentum nothing is remembered between steps.
///
/// # Examples
///
/// ```
/// use nn_core::Level;
/// use nn_core::optim::{Optimizer, Sgd};
///
/// let mut parameters = [1.0_f32, -2.0];
/// Sgd::new(0.5).step(Level::baseline(), &mut parameters, &[1.0, 4.0], &mut [], 1);
/// assert_eq!(parameters, [0.5, -4.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sgd {
    learning_rate: f64,
    momentum: f64,
    nesterov: bool,
    weight_decay: f64,
}

impl Sgd {
    /// Plain descent with this learning rate.
    #[must_use]
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate, momentum: 0.0, nesterov: false, weight_decay: 0.0 }
    }

    /// The part of the velocity that the next step keeps, 0 to below 1; 0 unless set.
    #[must_use]
    pub const fn momentum(mut self, momentum: f64) -> Self {
        self.momentum = momentum;
        self
    }

    /// Whether to look ahead by one step of the velocity (Nesterov, 1983), which needs a momentum.
    #[must_use]
    pub const fn nesterov(mut self, nesterov: bool) -> Self {
        self.nesterov = nesterov;
        self
    }

    /// The part of each parameter that is added to its gradient; 0 unless set.
    #[must_use]
    pub const fn weight_decay(mut self, weight_decay: f64) -> Self {
        self.weight_decay = weight_decay;
        self
    }
}

impl Optimizer for Sgd {
    fn runs(&self) -> usize {
        usize::from(self.momentum != 0.0)
    }

    fn check(&self) -> Result<(), SettingError> {
        check_not_negative("learning_rate", self.learning_rate)?;
        check_fraction("momentum", self.momentum)?;
        check_not_negative("weight_decay", self.weight_decay)?;
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

    fn step_on<T: Scalar>(
        &self,
        threads: usize,
        level: Level,
        parameters: &mut [T],
        gradient: &[T],
        memory: &mut [T],
        _: u64,
    ) {
        let (rate, decay) = (T::from_f64(self.learning_rate), T::from_f64(self.weight_decay));
        let count = parameters.len().min(gradient.len());
        if self.runs() == 0 {
            let by = Descent { rate, decay };
            divide(threads, &mut parameters[..count], &gradient[..count], [], &|p, g, []| T::descend(level, &by, p, g));
        } else {
            let count = count.min(memory.len());
            let by = Momentum { rate, decay, momentum: T::from_f64(self.momentum), nesterov: self.nesterov };
            let memory = [&mut memory[..count]];
            divide(threads, &mut parameters[..count], &gradient[..count], memory, &|p, g, [v]| {
                T::descend_with_momentum(level, &by, p, g, v);
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optim::testing::{check_dead, check_levels, five_steps};

    #[test]
    fn five_steps_are_those_of_pytorch() {
        five_steps(&Sgd::new(0.1), [0.764_684_625, -1.565_754_5, 0.359_601_531_25]);
        five_steps(&Sgd::new(0.1).momentum(0.9), [0.397_619_625, -0.873_384_5, 0.149_969_031_25]);
        five_steps(
            &Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(0.01),
            [0.282_050_381_948_927_45, -0.656_679_992_890_888_6, 0.083_163_172_853_817_4],
        );
    }

    #[test]
    fn every_level_gives_the_same_bits() {
        check_levels(&Sgd::new(0.1).weight_decay(0.01));
        check_levels(&Sgd::new(0.1).momentum(0.9).nesterov(true));
    }

    #[test]
    fn a_dead_unit_is_forgotten() {
        check_dead(&Sgd::new(0.1).momentum(0.99));
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        let refused = |sgd: Sgd| sgd.check().unwrap_err().setting;
        assert_eq!(Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(1e-4).check(), Ok(()));
        assert_eq!(refused(Sgd::new(-0.1)), "learning_rate");
        assert_eq!(refused(Sgd::new(0.1).momentum(1.0)), "momentum");
        assert_eq!(refused(Sgd::new(0.1).nesterov(true)), "momentum");
        assert_eq!(refused(Sgd::new(0.1).weight_decay(f64::NAN)), "weight_decay");
    }
}
