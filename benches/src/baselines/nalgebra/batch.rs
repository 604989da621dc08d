//! A batch, a sample a column, in matrices that are made once.

use nalgebra::{DMatrix, DVector};

use crate::baselines::loops;

/// Dense layers with `max(x, 0)` between them.
pub struct Batch {
    layers: Vec<Dense>,
    x: DMatrix<f32>,
    step: i32,
}

struct Dense {
    w: DMatrix<f32>,
    b: DVector<f32>,
    y: DMatrix<f32>,
    dw: DMatrix<f32>,
    db: DVector<f32>,
    dy: DMatrix<f32>,
    /// The weights and the input with rows and columns exchanged: products of transposed matrices are slow.
    w_transposed: DMatrix<f32>,
    x_transposed: DMatrix<f32>,
    /// Adam's averages of `dw`, `db` and their squares.
    averages: [Vec<f32>; 4],
}

impl Dense {
    fn new(inputs: usize, outputs: usize, samples: usize, parameters: &[f32]) -> Self {
        let (w, b) = parameters.split_at(inputs * outputs);
        Self {
            w: DMatrix::from_column_slice(outputs, inputs, w),
            b: DVector::from_column_slice(b),
            y: DMatrix::zeros(outputs, samples),
            dw: DMatrix::zeros(outputs, inputs),
            db: DVector::zeros(outputs),
            dy: DMatrix::zeros(outputs, samples),
            w_transposed: DMatrix::zeros(inputs, outputs),
            x_transposed: DMatrix::zeros(samples, inputs),
            averages: [inputs * outputs, inputs * outputs, outputs, outputs].map(|count| vec![0.0; count]),
        }
    }

    /// `y = W x + b`
    fn forward(&mut self, x: &DMatrix<f32>) {
        for mut y in self.y.column_iter_mut() {
            y.copy_from(&self.b);
        }
        self.y.gemm(1.0, &self.w, x, 1.0);
    }

    /// `dW = dy xᵀ`, `db = dy` summed over the samples
    fn weight_gradient(&mut self, x: &DMatrix<f32>) {
        x.transpose_to(&mut self.x_transposed);
        self.dw.gemm(1.0, &self.dy, &self.x_transposed, 0.0);
        self.db.fill(0.0);
        for dy in self.dy.column_iter() {
            self.db += dy;
        }
    }

    /// `dx = Wᵀ dy`
    fn input_gradient(&mut self, dx: &mut DMatrix<f32>) {
        self.w.transpose_to(&mut self.w_transposed);
        dx.gemm(1.0, &self.w_transposed, &self.dy, 0.0);
    }

    fn update(&mut self, rate: f32, step: i32) {
        let [m_w, v_w, m_b, v_b] = &mut self.averages;
        loops::adam(self.w.as_mut_slice(), self.dw.as_slice(), m_w, v_w, rate, step);
        loops::adam(self.b.as_mut_slice(), self.db.as_slice(), m_b, v_b, rate, step);
    }
}

impl Batch {
    /// Layers of these sizes for batches of `samples`.
    #[must_use]
    pub fn new(sizes: &[usize], samples: usize, parameters: &[f32]) -> Self {
        let mut rest = parameters;
        let layers = sizes.windows(2).map(|pair| {
            let (layer, behind) = rest.split_at((pair[0] + 1) * pair[1]);
            rest = behind;
            Dense::new(pair[0], pair[1], samples, layer)
        });
        Self { layers: layers.collect(), x: DMatrix::zeros(sizes[0], samples), step: 0 }
    }

    /// The answers to a batch, one a column.
    pub fn forward<const N: usize>(&mut self, samples: &[[f32; N]]) -> &DMatrix<f32> {
        self.x.as_mut_slice().copy_from_slice(samples.as_flattened());
        let last = self.layers.len() - 1;
        let mut x = &self.x;
        for (layer, dense) in self.layers.iter_mut().enumerate() {
            dense.forward(x);
            if layer < last {
                dense.y.apply(|y| *y = y.max(0.0));
            }
            x = &dense.y;
        }
        x
    }

    /// The mean cross entropy of a batch; its gradient stays in the layers.
    pub fn gradient<const N: usize>(&mut self, samples: &[[f32; N]], classes: &[u8]) -> f32 {
        self.forward(samples);
        let last = self.layers.len() - 1;
        let Dense { y, dy, .. } = &mut self.layers[last];
        let (mut loss, count) = (0.0, classes.len() as f32);
        for ((mut dy, y), &class) in dy.column_iter_mut().zip(y.column_iter()).zip(classes) {
            let largest = y.max();
            dy.zip_apply(&y, |dy, y| *dy = (y - largest).exp());
            let class = usize::from(class);
            let sum = dy.sum();
            loss += sum.ln() - (y[class] - largest);
            dy /= sum * count;
            dy[class] -= 1.0 / count;
        }
        for layer in (0..=last).rev() {
            let (before, dense) = self.layers.split_at_mut(layer);
            let Some(before) = before.last_mut() else {
                dense[0].weight_gradient(&self.x);
                break;
            };
            dense[0].weight_gradient(&before.y);
            dense[0].input_gradient(&mut before.dy);
            before.dy.zip_apply(&before.y, |dy, y| {
                if y <= 0.0 {
                    *dy = 0.0;
                }
            });
        }
        loss / count
    }

    /// One step of Adam on the mean cross entropy of a batch, which is returned.
    pub fn train_step<const N: usize>(&mut self, samples: &[[f32; N]], classes: &[u8], rate: f32) -> f32 {
        let loss = self.gradient(samples, classes);
        self.step += 1;
        for dense in &mut self.layers {
            dense.update(rate, self.step);
        }
        loss
    }

    /// All parameters with their last gradients, in the library's order.
    #[must_use]
    pub fn parameters(&self) -> Vec<(f32, f32)> {
        let mut list = Vec::new();
        for dense in &self.layers {
            list.extend(dense.w.iter().copied().zip(dense.dw.iter().copied()));
            list.extend(dense.b.iter().copied().zip(dense.db.iter().copied()));
        }
        list
    }
}
