//! ndarray by hand, with its matrixmultiply.

use std::hint::black_box;

use benches::Contender;
use benches::baselines::loops;
use ndarray::linalg::{general_mat_mul, general_mat_vec_mul};
use ndarray::{Array1, Array2, Axis, Zip};

use crate::net::{Activation, Forward, Net, Step};

/// A dense layer for a batch, in arrays that are made once.
struct Dense {
    /// By inputs.
    w: Array2<f32>,
    b: Array1<f32>,
    y: Array2<f32>,
    dw: Array2<f32>,
    db: Array1<f32>,
    dy: Array2<f32>,
    /// Adam's averages of `dw`, `db` and their squares.
    averages: [Vec<f32>; 4],
}

struct Network {
    layers: Vec<Dense>,
    x: Array2<f32>,
}

impl Network {
    fn new(net: &Net) -> Self {
        let layers = net.layers.iter().map(|layer| Dense {
            w: Array2::from_shape_vec((layer.inputs, layer.outputs), layer.weight.clone()).expect("a matrix"),
            b: Array1::from(layer.bias.clone()),
            y: Array2::zeros((net.samples, layer.outputs)),
            dw: Array2::zeros((layer.inputs, layer.outputs)),
            db: Array1::zeros(layer.outputs),
            dy: Array2::zeros((net.samples, layer.outputs)),
            averages: [layer.weight.len(), layer.weight.len(), layer.outputs, layer.outputs].map(|n| vec![0.0; n]),
        });
        Self {
            layers: layers.collect(),
            x: Array2::from_shape_vec((net.samples, net.sizes[0]), net.xs.clone()).expect("a matrix"),
        }
    }

    fn forward(&mut self, f: impl Fn(f32) -> f32) -> &Array2<f32> {
        let mut x = black_box(&self.x);
        let last = self.layers.len() - 1;
        for (i, layer) in self.layers.iter_mut().enumerate() {
            layer.y.assign(&layer.b);
            general_mat_mul(1.0, x, &layer.w, 1.0, &mut layer.y);
            if i < last {
                layer.y.mapv_inplace(&f);
            }
            x = &layer.y;
        }
        x
    }

    fn train_step(&mut self, classes: &[u8], rate: f32, step: i32) -> f32 {
        self.forward(|x| x.max(0.0));
        let (mut loss, count) = (0.0, classes.len() as f32);
        let last = self.layers.len() - 1;
        let Dense { y, dy, .. } = &mut self.layers[last];
        for ((y, mut dy), &class) in y.rows().into_iter().zip(dy.rows_mut()).zip(classes) {
            let largest = y.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
            dy.zip_mut_with(&y, |dy, y| *dy = (y - largest).exp());
            let (class, sum) = (usize::from(class), dy.sum());
            loss += sum.ln() - (y[class] - largest);
            dy /= sum * count;
            dy[class] -= 1.0 / count;
        }
        for i in (0..=last).rev() {
            let (before, layer) = self.layers.split_at_mut(i);
            let layer = &mut layer[0];
            let x = before.last().map_or(&self.x, |before| &before.y);
            general_mat_mul(1.0, &x.t(), &layer.dy, 0.0, &mut layer.dw);
            layer.db.assign(&layer.dy.sum_axis(Axis(0)));
            if let Some(before) = before.last_mut() {
                general_mat_mul(1.0, &layer.dy, &layer.w.t(), 0.0, &mut before.dy);
                Zip::from(&mut before.dy).and(&before.y).for_each(|dy, &y| {
                    if y <= 0.0 {
                        *dy = 0.0;
                    }
                });
            }
        }
        for Dense { w, b, dw, db, averages: [m_w, v_w, m_b, v_b], .. } in &mut self.layers {
            let (dw, db) = (dw.as_slice().expect("in order"), db.as_slice().expect("in order"));
            loops::adam(w.as_slice_mut().expect("in order"), dw, m_w, v_w, rate, step);
            loops::adam(b.as_slice_mut().expect("in order"), db, m_b, v_b, rate, step);
        }
        loss / count
    }
}

/// One sample: products of a matrix and a vector.
struct Sample {
    layers: Vec<(Array2<f32>, Array1<f32>)>,
    x: Array1<f32>,
    softmax: bool,
}

impl Sample {
    fn forward(&self, f: impl Fn(f32) -> f32) -> Array1<f32> {
        let mut x = black_box(&self.x).clone();
        for (i, (w, b)) in self.layers.iter().enumerate() {
            let mut y = b.clone();
            general_mat_vec_mul(1.0, w, &x, 1.0, &mut y);
            if i + 1 < self.layers.len() {
                y.mapv_inplace(&f);
            }
            x = y;
        }
        if self.softmax {
            let largest = x.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
            x.mapv_inplace(|x| (x - largest).exp());
            x /= x.sum();
        }
        x
    }
}

pub fn forward(net: &Net) -> Forward {
    let f = if net.activation == Activation::Relu { |x: f32| x.max(0.0) } else { f32::tanh };
    if net.samples > 1 {
        let mut network = Network::new(net);
        let answers = network.forward(f).iter().copied().collect();
        let contender = Contender::new("ndarray", move || {
            black_box(network.forward(|x| x.max(0.0)));
        });
        return Forward { answers, contender };
    }
    let layers = net.layers.iter().map(|layer| {
        let w = Array2::from_shape_vec((layer.outputs, layer.inputs), layer.by_outputs()).expect("a matrix");
        (w, Array1::from(layer.bias.clone()))
    });
    let sample = Sample { layers: layers.collect(), x: Array1::from(net.xs.clone()), softmax: net.softmax };
    let answers = sample.forward(f).to_vec();
    let contender = if net.activation == Activation::Relu {
        Contender::new("ndarray", move || sample.forward(|x| x.max(0.0)))
    } else {
        Contender::new("ndarray", move || sample.forward(f32::tanh))
    };
    Forward { answers, contender }
}

pub fn train_step(net: &Net, rate: f64) -> Step {
    let (mut network, classes, mut step) = (Network::new(net), net.classes.clone(), 0);
    Box::new(move || {
        step += 1;
        network.train_step(black_box(&classes), rate as f32, step)
    })
}
