//! L-BFGS: quasi-Newton steps over a whole data set.

mod history;
mod run;
mod search;
#[cfg(test)]
mod tests;

use alloc::boxed::Box;

use super::SettingError;
use crate::layer::Layer;
use crate::loss::Loss;
use crate::network::{BatchError, Workspace, gradient_outcome};
use crate::sample::Sample;
use crate::scalar::Scalar;
use crate::settings::check_not_negative;
use crate::threads;
use run::Run;

/// L-BFGS with a line search (Liu and Nocedal, 1989; Nocedal and Wright, 2006, algorithms 7.5, 3.5 and 3.6): PyTorch's `LBFGS` with
/// `line_search_fn="strong_wolfe"`.
///
/// It approximates the curvature by the last few steps and the changes of the gradient that they brought, and looks along the resulting
/// direction for a point that satisfies the strong Wolfe conditions (`c1` = 1e-4, `c2` = 0.9). So it wants the loss and its gradient
/// several times for a step, always over the same samples: it is a method for small networks and all of the data at once, where it often
/// gets within tens of steps as far as gradient descent in thousands.
///
/// The defaults are `max_iter(100)`, `max_eval` a quarter more than that, `tolerance_grad(1e-7)`, `tolerance_change(1e-9)` and
/// `history_size(10)`. (PyTorch's `max_iter` is 20 and its history 100; it is called again and again, where one call of
/// [`minimize`](Self::minimize) goes on to the end.)
///
/// All memory is made before the first evaluation: `2 history_size + 7` numbers for each parameter.
///
/// # Examples
///
/// A line through four points:
///
/// ```
/// use static_nn::optim::{Lbfgs, Stop};
/// use static_nn::{Dense, MeanSquaredError, Parameters, Workspace};
///
/// let (xs, ys) = ([[0.0_f64], [1.0], [2.0], [3.0]], [[1.0], [3.0], [5.0], [7.0]]);
/// let (mut line, mut workspace) = (Dense::<f64, 1, 1>::zeroed_boxed(), Workspace::new());
/// let report = Lbfgs::new().minimize(&mut *line, &mut workspace, &xs, &ys, MeanSquaredError)?;
/// assert!(report.converged() && report.iterations < 10 && report.loss < 1e-12);
/// assert!((line.weight[0] - 2.0).abs() < 1e-6 && (line.bias[0] - 1.0).abs() < 1e-6);
/// # Ok::<(), static_nn::optim::LbfgsError>(())
/// ```
#[doc(alias = "LBFGS")]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Lbfgs {
    max_iter: usize,
    max_eval: Option<usize>,
    tolerance_grad: f64,
    tolerance_change: f64,
    history_size: usize,
}

#[cfg(feature = "serde")]
crate::serialize::checked! {
    Lbfgs {
        max_iter: usize,
        max_eval: Option<usize>,
        tolerance_grad: f64,
        tolerance_change: f64,
        history_size: usize,
    }
    Lbfgs::check
}

impl Default for Lbfgs {
    fn default() -> Self {
        Self::new()
    }
}

impl Lbfgs {
    /// The default settings.
    #[must_use]
    pub const fn new() -> Self {
        Self { max_iter: 100, max_eval: None, tolerance_grad: 1e-7, tolerance_change: 1e-9, history_size: 10 }
    }

    /// The largest number of steps.
    #[must_use]
    pub const fn max_iter(mut self, iterations: usize) -> Self {
        self.max_iter = iterations;
        self
    }

    /// The number of evaluations after which no further step begins, and no line search goes on; `5 max_iter / 4` unless set.
    #[must_use]
    pub const fn max_eval(mut self, evaluations: usize) -> Self {
        self.max_eval = Some(evaluations);
        self
    }

    /// The end is reached where no component of the gradient is larger than this.
    #[must_use]
    pub const fn tolerance_grad(mut self, tolerance: f64) -> Self {
        self.tolerance_grad = tolerance;
        self
    }

    /// The end is reached where a step changes neither the loss nor any parameter by more than this, or promises no more.
    #[must_use]
    pub const fn tolerance_change(mut self, tolerance: f64) -> Self {
        self.tolerance_change = tolerance;
        self
    }

    /// How many steps are remembered.
    #[must_use]
    pub const fn history_size(mut self, steps: usize) -> Self {
        self.history_size = steps;
        self
    }

    /// Whether all settings are in their range.
    ///
    /// # Errors
    ///
    /// The first setting that is not.
    pub fn check(&self) -> Result<(), SettingError> {
        let counts =
            [("max_iter", self.max_iter), ("max_eval", self.evaluations()), ("history_size", self.history_size)];
        for (setting, value) in counts {
            if value == 0 {
                return Err(SettingError { setting, value: 0.0, permitted: "at least 1" });
            }
        }
        check_not_negative("tolerance_grad", self.tolerance_grad)?;
        check_not_negative("tolerance_change", self.tolerance_change)
    }

    fn evaluations(&self) -> usize {
        self.max_eval.unwrap_or(self.max_iter.saturating_add(self.max_iter / 4))
    }

    /// Takes the parameters of `net` to a minimum of the mean loss over all of `xs`.
    ///
    /// The number of threads changes no bit of the result.
    ///
    /// # Errors
    ///
    /// [`LbfgsError`]: a setting out of its range, a batch that cannot be used, or a loss or gradient that is infinite or NaN from the
    /// start. The network has not been changed then. A loss that is not finite further on only shortens the step.
    pub fn minimize<T, N, X, Y, L>(
        &self,
        net: &mut N,
        workspace: &mut Workspace<T, N>,
        xs: &[X],
        targets: &[Y],
        loss: L,
    ) -> Result<Report, LbfgsError>
    where
        T: Scalar,
        N: Layer<T>,
        X: Sample<T, N::Input>,
        Y: Sync,
        L: Loss<T, N::Output, Y>,
    {
        self.check()?;
        threads::enter(workspace.threads_for(xs.len()), || {
            let mut parameters: Box<[T]> = net.as_slice().into();
            let drawn = workspace.drawn();
            let report = Run::new(self, &mut parameters, |parameters: &[T], gradient: &mut [T]| {
                net.as_mut_slice().copy_from_slice(parameters);
                // One function from beginning to end, also where layers draw random numbers.
                workspace.draw_after(drawn);
                let outcome = gradient_outcome(net, workspace, xs, targets, &loss)?;
                gradient.copy_from_slice(workspace.gradient().as_slice());
                Ok(outcome.loss.to_f64())
            })
            .minimize()?;
            net.as_mut_slice().copy_from_slice(&parameters);
            workspace.update_statistics(net);
            Ok(report)
        })
    }

    /// Takes `x` to a minimum of any function: `f` writes its gradient and returns its value.
    ///
    /// # Errors
    ///
    /// As [`minimize`](Self::minimize).
    ///
    /// # Examples
    ///
    /// The valley of Rosenbrock (1960):
    ///
    /// ```
    /// use static_nn::optim::Lbfgs;
    ///
    /// let mut x = [-1.2_f64, 1.0];
    /// let report = Lbfgs::new().minimize_function(&mut x, |x, gradient| {
    ///     let (slope, valley) = (1.0 - x[0], x[1] - x[0] * x[0]);
    ///     gradient[0] = -400.0 * x[0] * valley - 2.0 * slope;
    ///     gradient[1] = 200.0 * valley;
    ///     100.0 * valley * valley + slope * slope
    /// })?;
    /// assert!(report.converged() && report.iterations < 50);
    /// assert!((x[0] - 1.0).abs() < 1e-5 && (x[1] - 1.0).abs() < 1e-5);
    /// # Ok::<(), static_nn::optim::LbfgsError>(())
    /// ```
    pub fn minimize_function<T: Scalar>(
        &self,
        x: &mut [T],
        mut f: impl FnMut(&[T], &mut [T]) -> f64,
    ) -> Result<Report, LbfgsError> {
        self.check()?;
        Run::new(self, x, |x: &[T], gradient: &mut [T]| Ok(f(x, gradient))).minimize()
    }
}

/// Why L-BFGS came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Stop {
    /// No component of the gradient is larger than `tolerance_grad`.
    Gradient,
    /// The last step changed the loss or every parameter by no more than `tolerance_change`, or the next one promised no more.
    Change,
    /// `max_iter` steps have been taken.
    Iterations,
    /// The function has been evaluated `max_eval` times.
    Evaluations,
}

/// What came of a minimization.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Report {
    /// The loss at the end.
    pub loss: f64,
    /// The largest component of its gradient, without sign.
    pub gradient: f64,
    /// How many steps were taken.
    pub iterations: usize,
    /// How often loss and gradient were computed.
    pub evaluations: usize,
    /// Why it ended.
    pub stop: Stop,
}

impl Report {
    /// Whether a tolerance was met, not a limit reached.
    #[must_use]
    pub fn converged(&self) -> bool {
        matches!(self.stop, Stop::Gradient | Stop::Change)
    }
}

/// Why a minimization could not start. Nothing has been changed.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LbfgsError {
    /// A setting is out of its range.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The batch cannot be used.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// A number is infinite or NaN.
    #[error("{what} is {value} at the start: a sample or a parameter is not finite, or too large")]
    NotFinite {
        /// What it is: the loss or the gradient.
        what: &'static str,
        /// The number.
        value: f64,
    },
}
