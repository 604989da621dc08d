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

/// What a convolution gives, and the derivatives.
pub(crate) struct Conv {
    pub(crate) y: Vec<f64>,
    pub(crate) dx: Vec<f64>,
    pub(crate) dw: Vec<f64>,
    pub(crate) db: Vec<f64>,
}

/// `y[o, p] = Σ w[o, c, k] x[c, p * stride + k * dilation - padding] + b[o]`; `w` has a column for each value of a window.
pub(crate) fn conv(conv: &Convolution, w: &[f64], b: &[f64], x: &[f64], dy: &[f64]) -> Conv {
    let ([channels, rows, columns], [outputs, high, wide]) = (conv.input, conv.output);
    let [inputs, of_group] = [channels / conv.groups, outputs / conv.groups];
    let mut all =
        Conv { y: vec![0.0; dy.len()], dx: vec![0.0; x.len()], dw: vec![0.0; w.len()], db: vec![0.0; outputs] };
    for (i, dy) in dy.iter().enumerate() {
        let (output, row, column) = (i / (high * wide), i / wide % high, i % wide);
        all.y[i] = *b.get(output).unwrap_or(&0.0);
        all.db[output] += dy;
        for tap in 0..conv.patch() {
            let [c, kernel_row, kernel_column] =
                [tap / (conv.kernel[0] * conv.kernel[1]), tap / conv.kernel[1] % conv.kernel[0], tap % conv.kernel[1]];
            let channel = output / of_group * inputs + c;
            let from_row = (row * conv.stride[0] + kernel_row * conv.dilation[0]).checked_sub(conv.padding[0]);
            let from_column = (column * conv.stride[1] + kernel_column * conv.dilation[1]).checked_sub(conv.padding[1]);
            let (Some(from_row), Some(from_column)) = (from_row, from_column) else { continue };
            if from_row >= rows || from_column >= columns {
                continue;
            }
            let (at, weight) = ((channel * rows + from_row) * columns + from_column, tap * outputs + output);
            all.y[i] += w[weight] * x[at];
            all.dx[at] += w[weight] * dy;
            all.dw[weight] += dy * x[at];
        }
    }
    all
}

use std::vec;
use std::vec::Vec;

use crate::conv::Convolution;
