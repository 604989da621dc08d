//! `y = x W + b`

use super::{Layer, Matrix};
use crate::baselines::loops;

pub(super) struct Dense {
    weight: Tensor,
    bias: Tensor,
    x: Matrix,
}

/// Parameters with their gradient and what Adam remembers.
struct Tensor {
    values: Matrix,
    gradient: Matrix,
    m: Vec<f32>,
    v: Vec<f32>,
}

impl Tensor {
    fn new(rows: usize, columns: usize, values: &[f32]) -> Self {
        Self {
            values: Matrix::new(rows, columns, values.to_vec()),
            gradient: Matrix::zeros(rows, columns),
            m: vec![0.0; values.len()],
            v: vec![0.0; values.len()],
        }
    }

    fn update(&mut self, rate: f32, step: i32) {
        let gradient = self.gradient.values();
        loops::adam(self.values.values_mut(), gradient, &mut self.m, &mut self.v, rate, step);
    }

    fn parameters(&self) -> impl Iterator<Item = (f32, f32)> {
        self.values.values().iter().copied().zip(self.gradient.values().iter().copied())
    }
}

impl Dense {
    pub(super) fn new(inputs: usize, outputs: usize, parameters: &[f32]) -> Self {
        let (weight, bias) = parameters.split_at(inputs * outputs);
        Self {
            weight: Tensor::new(inputs, outputs, weight),
            bias: Tensor::new(1, outputs, bias),
            x: Matrix::zeros(0, inputs),
        }
    }
}

impl Layer for Dense {
    fn forward(&self, x: &Matrix) -> Matrix {
        let mut y = x.multiply(&self.weight.values);
        for row in 0..y.rows() {
            for (y, b) in y.row_mut(row).iter_mut().zip(self.bias.values.values()) {
                *y += b;
            }
        }
        y
    }

    fn forward_train(&mut self, x: &Matrix) -> Matrix {
        self.x = x.clone();
        self.forward(x)
    }

    fn backward(&mut self, dy: &Matrix) -> Matrix {
        self.weight.gradient = self.x.transposed().multiply(dy);
        self.bias.gradient.values_mut().fill(0.0);
        for row in 0..dy.rows() {
            for (db, dy) in self.bias.gradient.values_mut().iter_mut().zip(dy.row(row)) {
                *db += dy;
            }
        }
        dy.multiply(&self.weight.values.transposed())
    }

    fn update(&mut self, rate: f32, step: i32) {
        self.weight.update(rate, step);
        self.bias.update(rate, step);
    }

    fn parameters(&self) -> Vec<(f32, f32)> {
        self.weight.parameters().chain(self.bias.parameters()).collect()
    }
}
