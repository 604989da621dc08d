//! The computation that a plan describes.
#![expect(clippy::cast_possible_truncation, reason = "each layer's answer is rounded to `f32`")]

use super::{Part, Plan, widest};
use crate::kernels::layer_norm::Norm;
use crate::kernels::math::constant::{exp, ln, sqrt};

/// `y` from `x`, as the plan says. `scratch` has at least [`Plan::scratch`] numbers.
pub(super) const fn run(plan: &Plan, parameters: &[f32], x: &[f32], y: &mut [f32], scratch: &mut [f32]) {
    match plan {
        Plan::Unknown => unreachable!(),
        Plan::Same => y.copy_from_slice(x),
        Plan::Product => dense(parameters, x, y),
        Plan::EachValue(function) => {
            let mut i = 0;
            while i < x.len() {
                y[i] = function.at(x[i] as f64) as f32;
                i += 1;
            }
        }
        Plan::Shares { log } => softmax(*log, x, y),
        Plan::Normal(kind) => norm(kind, parameters, x, y),
        Plan::Measured { eps, places } => batch_norm(*eps, *places, parameters, x, y),
        Plan::Shifted => {
            let (mean, scale) = parameters.split_at(x.len());
            let mut i = 0;
            while i < x.len() {
                // A feature that never changes has the scale zero.
                let scale = if scale[i] == 0.0 { 1.0 } else { scale[i] };
                y[i] = (x[i] - mean[i]) / scale;
                i += 1;
            }
        }
        Plan::Around(plan) => {
            run(plan, parameters, x, y, scratch);
            let mut i = 0;
            while i < x.len() {
                y[i] += x[i];
                i += 1;
            }
        }
        Plan::StepByStep(plan, steps) => {
            let [inputs, outputs] = [x.len() / *steps, y.len() / *steps];
            let mut i = 0;
            while i < *steps {
                let x = x.split_at(i * inputs).1.split_at(inputs).0;
                let y = y.split_at_mut(i * outputs).1.split_at_mut(outputs).0;
                run(plan, parameters, x, y, scratch);
                i += 1;
            }
        }
        Plan::InOrder(parts) => list(parts, parameters, x, y, scratch),
    }
}

/// One layer after the other; what lies between two of them alternates between two places.
const fn list(parts: &[Part], parameters: &[f32], x: &[f32], y: &mut [f32], scratch: &mut [f32]) {
    if parts.is_empty() {
        y.copy_from_slice(x);
        return;
    }
    let widest = widest(parts);
    let (even, scratch) = scratch.split_at_mut(widest);
    let (odd, scratch) = scratch.split_at_mut(widest);
    let (mut rest, mut inputs, mut i) = (parameters, x.len(), 0);
    while i < parts.len() {
        let Part { plan, outputs, .. } = parts[i];
        let (own, others) = rest.split_at(parts[i].parameters);
        let (from, to) = if i % 2 == 0 { (&mut *odd, &mut *even) } else { (&mut *even, &mut *odd) };
        let x = if i == 0 { x } else { from.split_at(inputs).0 };
        if i + 1 == parts.len() {
            run(&plan, own, x, y, scratch);
        } else {
            run(&plan, own, x, to.split_at_mut(outputs).0, scratch);
        }
        (rest, inputs) = (others, outputs);
        i += 1;
    }
}

/// `y = w x + b`; `w` lies column by column, and behind it the bias, if there is one.
const fn dense(parameters: &[f32], x: &[f32], y: &mut [f32]) {
    let outputs = y.len();
    let (weight, bias) = parameters.split_at(x.len() * outputs);
    let mut o = 0;
    while o < outputs {
        let mut sum = if bias.is_empty() { 0.0 } else { bias[o] as f64 };
        let (mut i, mut at) = (0, o);
        while i < x.len() {
            sum += weight[at] as f64 * x[i] as f64;
            (i, at) = (i + 1, at + outputs);
        }
        y[o] = sum as f32;
        o += 1;
    }
}

/// `y_i = exp(x_i - m) / Σ exp(x_j - m)`, or its logarithm.
const fn softmax(log: bool, x: &[f32], y: &mut [f32]) {
    let (mut most, mut sum, mut i) = (f64::NEG_INFINITY, 0.0, 0);
    while i < x.len() {
        // NaN stays.
        most = if (x[i] as f64) <= most { most } else { x[i] as f64 };
        i += 1;
    }
    i = 0;
    while i < x.len() {
        sum += exp(x[i] as f64 - most);
        i += 1;
    }
    i = 0;
    while i < x.len() {
        let power = x[i] as f64 - most;
        y[i] = (if log { power - ln(sum) } else { exp(power) / sum }) as f32;
        i += 1;
    }
}

/// `y_i = w_i (x_i - m) / sqrt(v + eps) + b_i`
const fn norm(kind: &Norm, parameters: &[f32], x: &[f32], y: &mut [f32]) {
    let (weight, bias) = parameters.split_at(x.len());
    let (mut mean, mut squares, mut i) = (0.0, 0.0, 0);
    while kind.centered && i < x.len() {
        mean += x[i] as f64 / x.len() as f64;
        i += 1;
    }
    i = 0;
    while i < x.len() {
        let off = x[i] as f64 - mean;
        squares += off * off;
        i += 1;
    }
    let root = sqrt(squares / x.len() as f64 + kind.eps);
    i = 0;
    while i < x.len() {
        let shift = if bias.is_empty() { 0.0 } else { bias[i] as f64 };
        y[i] = (weight[i] as f64 * (x[i] as f64 - mean) / root + shift) as f32;
        i += 1;
    }
}

/// `y_i = w_c (x_i - m_c) / sqrt(v_c + eps) + b_c`, with as many neighbours of one channel `c` as there are `places`.
const fn batch_norm(eps: f64, places: usize, parameters: &[f32], x: &[f32], y: &mut [f32]) {
    let channels = parameters.len() / 4;
    let mut i = 0;
    while i < x.len() {
        let c = i / places % channels;
        let [weight, bias, mean, variance] = [
            parameters[c] as f64,
            parameters[channels + c] as f64,
            parameters[2 * channels + c] as f64,
            parameters[3 * channels + c] as f64,
        ];
        y[i] = (weight * (x[i] as f64 - mean) / sqrt(variance + eps) + bias) as f32;
        i += 1;
    }
}
