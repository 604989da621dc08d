//! How gradients change parameters.
//!
//! An optimizer is a handful of settings. What it remembers between steps, such as running averages of the gradient, lives in a
//! [`State`] that is made once for a network, on the heap or over a caller's buffer, and can be read for saving. Parameters,
//! gradient and memory are flat slices, and a step is one pass over them.
//!
//! | optimizer | what it does | remembers for each parameter | usual learning rate |
//! |---|---|---|---|
//! | [`Sgd`] | plain descent | nothing | 0.01 to 0.1 |
//! | `Sgd::new(rate).momentum(0.9)` | the same with momentum | 1 number | 0.01 to 0.1 |
//! | `Sgd::new(rate).momentum(0.9).nesterov(true)` | Nesterov's momentum | 1 | 0.01 to 0.1 |
//! | [`Adagrad`] | rates that shrink by the sum of squares | 1 | 0.01 |
//! | [`RmsProp`] | rates by the average square; centered or with momentum if wanted | 1 to 3 | 0.01 |
//! | [`Adam`] | averages of the gradient and of its square | 2, or 3 with `amsgrad` | 0.001 |
//! | [`AdamW`] | Adam with decoupled weight decay | 2, or 3 with `amsgrad` | 0.001 |
//! | [`Nadam`] | Adam with Nesterov's momentum | 2 | 0.002 |
//! | [`Lion`] | the sign of an average | 1 | 0.0001 |
//!
//! `Lbfgs` is none of these: it wants the loss of all samples several times for a step, and has a call of its own.
//! [`clip_norm`] and [`clip_value`] limit a gradient before a step, [`MaxNorm`] the weights after it.
//!
//! # Weight decay
//!
//! There are three kinds, of which every optimizer has those that make sense, and any of them together:
//!
//! ```text
//! g = g + weight_decay p + l1 sign(p)                         before all else
//! p = p - learning_rate decoupled_weight_decay p - ..         beside the step
//! ```
//!
//! In [`AdamW`] and [`Lion`] `weight_decay` is the decoupled kind, as in PyTorch; in all others it is the first, the gradient of
//! `weight_decay p² / 2` (L2). `l1` is the gradient of `l1 |p|`, zero at zero. All parameters decay, unless
//! `exclude_from_decay` names the [roles](Roles) of some:
//!
//! ```
//! use static_nn::{AdamW, Role};
//!
//! let optimizer = AdamW::new(1e-3).weight_decay(0.05).exclude_from_decay(&[Role::Bias, Role::Scale]);
//! # let _ = optimizer;
//! ```
//!
//! # Laws
//!
//! - Settings are taken as given and checked by [`Optimizer::check`], which runs before training starts.
//! - A step allocates nothing, and computes each parameter by itself with no fused operations: its result is the same on every
//!   target and at every level of vector instructions, bit by bit.
//! - What is remembered of a gradient that has become zero becomes zero, and so does a parameter that decays: before either is subnormal.

mod adagrad;
mod adam;
mod adamw;
mod clip;
mod decay;
#[cfg(feature = "alloc")]
mod lbfgs;
mod lion;
mod max_norm;
mod nadam;
mod rms_prop;
mod roles;
mod sgd;
mod state;
mod step;
#[cfg(test)]
pub(crate) mod testing;

pub use crate::settings::SettingError;
pub use adagrad::Adagrad;
pub use adam::Adam;
pub use adamw::AdamW;
pub use clip::{clip_norm, clip_value};
#[cfg(feature = "alloc")]
pub(crate) use clip::{limit_norm, limit_values};
#[cfg(feature = "alloc")]
pub use lbfgs::{Lbfgs, LbfgsError, Report, Stop};
pub use lion::Lion;
pub use max_norm::MaxNorm;
pub use nadam::Nadam;
pub use rms_prop::RmsProp;
pub use roles::Roles;
pub use sgd::Sgd;
pub use state::{State, StepError};
pub use step::Step;

use core::fmt::Debug;

use crate::scalar::Scalar;
use fearless_simd::Level;

/// A rule that changes parameters against their gradient: see the [module](self) for its laws.
///
/// The trainer takes a copy, whose learning rate a schedule may change; what `Debug` writes of the settings tells a checkpoint whether
/// it belongs to the run.
///
/// # Examples
///
/// Descent by the sign of the gradient alone:
///
/// ```
/// use static_nn::optim::{Optimizer, SettingError, Step};
/// use static_nn::{Level, Scalar};
///
/// #[derive(Clone, Debug)]
/// struct Signs {
///     learning_rate: f64,
/// }
///
/// impl Optimizer for Signs {
///     fn runs(&self) -> usize {
///         0
///     }
///     fn check(&self) -> Result<(), SettingError> {
///         Ok(())
///     }
///     fn learning_rate(&self) -> f64 {
///         self.learning_rate
///     }
///     fn set_learning_rate(&mut self, rate: f64) {
///         self.learning_rate = rate;
///     }
///     fn take<T: Scalar>(&self, step: Step<'_, T>) {
///         for (p, g) in step.parameters.iter_mut().zip(step.gradient) {
///             *p -= T::from_f64(self.learning_rate * g.to_f64().signum());
///         }
///     }
/// }
///
/// let mut parameters = [1.0, 2.0];
/// Signs { learning_rate: 0.25 }.step(Level::baseline(), &mut parameters, &[7.0, -7.0], &mut [], 1);
/// assert_eq!(parameters, [0.75, 2.25]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an optimizer",
    label = "this type does not implement `Optimizer`",
    note = "the loss comes first, and then the optimizer with its learning rate: `Trainer::new(CrossEntropy, Adam::new(1e-3))`"
)]
pub trait Optimizer: Clone + Debug + Send + Sync {
    /// How many runs of memory it keeps, each as long as the parameters.
    fn runs(&self) -> usize;

    /// Whether all settings are in their range.
    ///
    /// # Errors
    ///
    /// The first setting that is not.
    fn check(&self) -> Result<(), SettingError>;

    /// The factor by which a step is scaled.
    fn learning_rate(&self) -> f64;

    /// Changes that factor for the steps to come.
    fn set_learning_rate(&mut self, rate: f64);

    /// Takes one step.
    fn take<T: Scalar>(&self, step: Step<'_, T>);

    /// Takes one step on parameters of which nothing is known: all are taken for weights. `gradient` is as long as `parameters`, and
    /// `memory`, all zero before the first step, is [`runs`](Self::runs) times as long; of longer slices only the front is used.
    /// `number` counts from 1.
    fn step<T: Scalar>(&self, level: Level, parameters: &mut [T], gradient: &[T], memory: &mut [T], number: u64) {
        self.take(Step { parameters, gradient, memory, roles: Roles::WEIGHTS, number, level, threads: 1 });
    }
}
