//! The plain dynamic implementation: boxed layers in a list over matrices on the heap, written as people write it.

mod dense;
mod matrix;
mod pointwise;

use dense::Dense;
pub use matrix::Matrix;
use pointwise::{Relu, Softmax, Tanh};

/// What a list of layers is made of.
pub trait Layer {
    /// The answers to a batch, a sample a row.
    fn forward(&self, x: &Matrix) -> Matrix;
    /// The same, remembering what `backward` wants.
    fn forward_train(&mut self, x: &Matrix) -> Matrix;
    /// The gradient with respect to the last input; keeps the gradient of the parameters.
    fn backward(&mut self, dy: &Matrix) -> Matrix;
    /// One step of Adam against the last gradient.
    fn update(&mut self, rate: f32, step: i32) {
        let _ = (rate, step);
    }
    /// The parameters and their last gradient.
    fn parameters(&self) -> Vec<(f32, f32)> {
        Vec::new()
    }
}

/// The function between dense layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `max(x, 0)`
    Relu,
    /// `tanh(x)`
    Tanh,
}

/// Layers one after the other.
pub struct Network {
    layers: Vec<Box<dyn Layer>>,
    step: i32,
}

impl Network {
    /// Dense layers of these sizes with `activation` between them.
    #[must_use]
    pub fn new(sizes: &[usize], activation: Activation, parameters: &[f32]) -> Self {
        let (mut layers, mut rest) = (Vec::<Box<dyn Layer>>::new(), parameters);
        for pair in sizes.windows(2) {
            if !layers.is_empty() {
                layers.push(match activation {
                    Activation::Relu => Box::new(Relu::default()),
                    Activation::Tanh => Box::new(Tanh::default()),
                });
            }
            let (layer, behind) = rest.split_at((pair[0] + 1) * pair[1]);
            layers.push(Box::new(Dense::new(pair[0], pair[1], layer)));
            rest = behind;
        }
        Self { layers, step: 0 }
    }

    /// The same with softmax behind it.
    #[must_use]
    pub fn softmax(mut self) -> Self {
        self.layers.push(Box::new(Softmax::default()));
        self
    }

    /// The answers to a batch, a sample a row.
    #[must_use]
    pub fn forward(&self, x: &Matrix) -> Matrix {
        let mut y = x.clone();
        for layer in &self.layers {
            y = layer.forward(&y);
        }
        y
    }

    /// The mean cross entropy of a batch; its gradient stays in the layers.
    pub fn gradient(&mut self, x: &Matrix, classes: &[u8]) -> f32 {
        let mut y = x.clone();
        for layer in &mut self.layers {
            y = layer.forward_train(&y);
        }
        let mut loss = 0.0;
        let mut dy = y.softmax();
        for (row, &class) in classes.iter().enumerate() {
            let p = &mut dy.row_mut(row)[usize::from(class)];
            loss -= p.ln();
            *p -= 1.0;
        }
        let count = classes.len() as f32;
        let mut dy = dy.map(|dy| dy / count);
        for layer in self.layers.iter_mut().rev() {
            dy = layer.backward(&dy);
        }
        loss / count
    }

    /// One step of Adam on the mean cross entropy of a batch, which is returned.
    pub fn train_step(&mut self, x: &Matrix, classes: &[u8], rate: f32) -> f32 {
        let loss = self.gradient(x, classes);
        self.step += 1;
        for layer in &mut self.layers {
            layer.update(rate, self.step);
        }
        loss
    }

    /// All parameters with their last gradients, in the library's order.
    #[must_use]
    pub fn parameters(&self) -> Vec<(f32, f32)> {
        self.layers.iter().flat_map(|layer| layer.parameters()).collect()
    }
}
