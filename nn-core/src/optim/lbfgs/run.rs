//! One minimization: steps, and when they end.

use alloc::boxed::Box;

use super::history::History;
use super::search::{Point, SLOTS, Search};
use super::{Lbfgs, LbfgsError, Report, Stop};
use crate::kernels::level;
use crate::scalar::Scalar;

/// A minimization, with all memory that it takes.
pub(super) struct Run<'a, T, F> {
    settings: &'a Lbfgs,
    /// Where it stands, or is trying.
    x: &'a mut [T],
    f: F,
    /// Where the line begins.
    begin: Box<[T]>,
    direction: Box<[T]>,
    /// The gradients of the points of a search.
    gradients: [Box<[T]>; SLOTS],
    history: History<T>,
}

impl<'a, T: Scalar, F: FnMut(&[T], &mut [T]) -> Result<f64, LbfgsError>> Run<'a, T, F> {
    pub(super) fn new(settings: &'a Lbfgs, x: &'a mut [T], f: F) -> Self {
        let len = x.len();
        let zeros = || bytemuck::zeroed_slice_box(len);
        Self {
            settings,
            x,
            f,
            begin: zeros(),
            direction: zeros(),
            gradients: core::array::from_fn(|_| zeros()),
            history: History::new(settings.history_size, len),
        }
    }

    pub(super) fn minimize(mut self) -> Result<Report, LbfgsError> {
        let Lbfgs { max_iter, tolerance_grad, tolerance_change, .. } = *self.settings;
        let max_eval = self.settings.evaluations();
        let loss = (self.f)(self.x, &mut self.gradients[0])?;
        let mut here = Point { t: 0.0, loss, slope: 0.0, slot: 0 };
        self.check(&here)?;
        let (mut iterations, mut evaluations) = (0, 1);
        let stop = loop {
            if largest(&self.gradients[here.slot]) <= tolerance_grad {
                break Stop::Gradient;
            }
            if iterations == max_iter {
                break Stop::Iterations;
            }
            if iterations > 0 && evaluations >= max_eval {
                break Stop::Evaluations;
            }
            let gradient = &self.gradients[here.slot];
            self.history.direction(gradient, &mut self.direction);
            let start = Point { t: 0.0, slope: T::dot(level(), gradient, &self.direction), ..here };
            if start.slope > -tolerance_change {
                break Stop::Change;
            }
            // Of the first direction, the gradient, only this is known: that a step should not be large.
            let first = if iterations == 0 { (1.0 / sum(gradient)).min(1.0) } else { 1.0 };
            let width = largest(&self.direction);
            let (tries, narrowest) = (max_eval.saturating_sub(evaluations), tolerance_change / width);
            self.begin.copy_from_slice(self.x);
            let (end, tried) = Search { start, first, tries, narrowest }.run(|t, slot| self.evaluate(t, slot))?;
            self.go_to(end.t);
            iterations += 1;
            evaluations += tried;
            let [before, after] = [&self.gradients[start.slot], &self.gradients[end.slot]];
            self.history.push(end.t, &self.direction, end.slope - start.slope, before, after);
            let unchanged = end.t * width <= tolerance_change || (end.loss - here.loss).abs() < tolerance_change;
            here = end;
            if end.t == 0.0 && evaluations >= max_eval {
                break Stop::Evaluations;
            }
            if unchanged && largest(&self.gradients[here.slot]) > tolerance_grad {
                break Stop::Change;
            }
        };
        let gradient = largest(&self.gradients[here.slot]);
        Ok(Report { loss: here.loss, gradient, iterations, evaluations, stop })
    }

    /// Checks that there is something to start from.
    fn check(&self, start: &Point) -> Result<(), LbfgsError> {
        if !start.loss.is_finite() {
            return Err(LbfgsError::NotFinite { what: "the loss", value: start.loss });
        }
        match self.gradients[start.slot].iter().find(|value| !value.is_finite()) {
            Some(value) => Err(LbfgsError::NotFinite { what: "the gradient", value: value.to_f64() }),
            None => Ok(()),
        }
    }

    /// Goes to the point at `t` on the line.
    fn go_to(&mut self, t: f64) {
        self.x.copy_from_slice(&self.begin);
        T::add_multiple(level(), self.x, T::from_f64(t), &self.direction);
    }

    /// Loss and slope there; the gradient goes into `slot`.
    fn evaluate(&mut self, t: f64, slot: usize) -> Result<Point, LbfgsError> {
        self.go_to(t);
        let loss = (self.f)(self.x, &mut self.gradients[slot])?;
        let slope = T::dot(level(), &self.gradients[slot], &self.direction);
        let is_finite = loss.is_finite() && slope.is_finite();
        Ok(Point { t, loss: if is_finite { loss } else { f64::INFINITY }, slope, slot })
    }
}

/// The largest of the absolute values.
fn largest<T: Scalar>(values: &[T]) -> f64 {
    values.iter().fold(0.0, |largest, value| value.to_f64().abs().max(largest))
}

/// The sum of the absolute values.
fn sum<T: Scalar>(values: &[T]) -> f64 {
    values.iter().map(|value| value.to_f64().abs()).sum()
}
