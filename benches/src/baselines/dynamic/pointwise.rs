//! Layers without parameters.

use super::{Layer, Matrix};

/// `y = max(x, 0)`
#[derive(Default)]
pub(super) struct Relu {
    x: Option<Matrix>,
}

impl Layer for Relu {
    fn forward(&self, x: &Matrix) -> Matrix {
        x.map(|x| x.max(0.0))
    }

    fn forward_train(&mut self, x: &Matrix) -> Matrix {
        self.x = Some(x.clone());
        self.forward(x)
    }

    fn backward(&mut self, dy: &Matrix) -> Matrix {
        let x = self.x.as_ref().expect("a forward pass before");
        x.zip(dy, |x, dy| if x > 0.0 { dy } else { 0.0 })
    }
}

/// `y = tanh(x)`
#[derive(Default)]
pub(super) struct Tanh {
    y: Option<Matrix>,
}

impl Layer for Tanh {
    fn forward(&self, x: &Matrix) -> Matrix {
        x.map(f32::tanh)
    }

    fn forward_train(&mut self, x: &Matrix) -> Matrix {
        let y = self.forward(x);
        self.y = Some(y.clone());
        y
    }

    fn backward(&mut self, dy: &Matrix) -> Matrix {
        let y = self.y.as_ref().expect("a forward pass before");
        y.zip(dy, |y, dy| (1.0 - y * y) * dy)
    }
}

/// Softmax of every sample.
#[derive(Default)]
pub(super) struct Softmax {
    y: Option<Matrix>,
}

impl Layer for Softmax {
    fn forward(&self, x: &Matrix) -> Matrix {
        x.softmax()
    }

    fn forward_train(&mut self, x: &Matrix) -> Matrix {
        let y = self.forward(x);
        self.y = Some(y.clone());
        y
    }

    fn backward(&mut self, dy: &Matrix) -> Matrix {
        let y = self.y.as_ref().expect("a forward pass before");
        let mut dx = y.zip(dy, |y, dy| y * dy);
        for row in 0..dx.rows() {
            let sum: f32 = dx.row(row).iter().sum();
            for (dx, y) in dx.row_mut(row).iter_mut().zip(y.row(row)) {
                *dx -= y * sum;
            }
        }
        dx
    }
}
