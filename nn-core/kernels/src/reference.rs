//! The plain twins of the kernels: one loop per sum of the formula, in double precision, one sample at a time.

/// `y = w x + b`; `w` has a column for each input, `b` may be empty.
pub(crate) fn dense(w: &[f64], b: &[f64], x: &[f64], outputs: usize) -> Vec<f64> {
    (0..outputs)
        .map(|o| b.get(o).unwrap_or(&0.0) + x.iter().enumerate().map(|(i, x)| w[i * outputs + o] * x).sum::<f64>())
        .collect()
}

/// `dx = wᵀ dy`
pub(crate) fn dense_dx(w: &[f64], dy: &[f64], inputs: usize) -> Vec<f64> {
    let outputs = dy.len();
    (0..inputs).map(|i| dy.iter().enumerate().map(|(o, dy)| w[i * outputs + o] * dy).sum()).collect()
}

/// `dw = dy xᵀ`
pub(crate) fn dense_dw(x: &[f64], dy: &[f64]) -> Vec<f64> {
    x.iter().flat_map(|x| dy.iter().map(move |dy| x * dy)).collect()
}

/// `y = exp(x) / Σ exp(x)`, or its logarithm.
pub(crate) fn softmax(log: bool, x: &[f64]) -> Vec<f64> {
    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = x.iter().map(|x| (x - max).exp()).sum();
    x.iter().map(|x| if log { x - max - sum.ln() } else { (x - max).exp() / sum }).collect()
}

/// The derivative of [`softmax`].
pub(crate) fn softmax_backward(log: bool, y: &[f64], dy: &[f64]) -> Vec<f64> {
    let sum: f64 = y.iter().zip(dy).map(|(y, dy)| if log { *dy } else { y * dy }).sum();
    y.iter().zip(dy).map(|(y, dy)| if log { dy - y.exp() * sum } else { y * (dy - sum) }).collect()
}

/// `y = w (x - m) / sqrt(v + eps) + b` over the values of one sample, with `m = 0` if not `centered`; and `dx`.
pub(crate) fn layer_norm(
    centered: bool,
    eps: f64,
    w: &[f64],
    b: &[f64],
    x: &[f64],
    dy: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    let count = x.len() as f64;
    let mean = if centered { x.iter().sum::<f64>() / count } else { 0.0 };
    let variance = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
    let normal: Vec<f64> = x.iter().map(|x| (x - mean) / (variance + eps).sqrt()).collect();
    let pulled: Vec<f64> = dy.iter().zip(w).map(|(dy, w)| dy * w).collect();
    let level = if centered { pulled.iter().sum::<f64>() / count } else { 0.0 };
    let along = pulled.iter().zip(&normal).map(|(p, n)| p * n).sum::<f64>() / count;
    let y = normal.iter().zip(w).enumerate().map(|(i, (n, w))| n * w + b.get(i).unwrap_or(&0.0)).collect();
    let dx = pulled.iter().zip(&normal).map(|(p, n)| (p - level - n * along) / (variance + eps).sqrt()).collect();
    (y, dx)
}

use std::vec::Vec;
