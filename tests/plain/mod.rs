//! Networks as people write them by hand: boxed layers in a list, vectors and matrices on the heap, sizes known when the
//! program runs, double precision. What the library computes is compared with this.
#![allow(dead_code, reason = "each of the tests that share this uses a part of it")]

use std::collections::VecDeque;

use nalgebra::{DMatrix, DVector};
use static_nn::{Parameters, Path, Scalar};

pub(crate) mod activation;

pub(crate) use activation::Activation;

/// A tensor of a network, its values row by row.
#[derive(Clone, Debug)]
pub(crate) struct Tensor {
    pub(crate) name: String,
    pub(crate) dims: Vec<usize>,
    pub(crate) values: Vec<f64>,
}

/// All tensors of a network of the library, in the order of memory.
pub(crate) fn tensors<T: Scalar, N: Parameters<T>>(net: &N) -> VecDeque<Tensor> {
    let (mut list, mut rest) = (VecDeque::new(), net.as_slice());
    N::tensors(&Path::ROOT, &mut |tensor| {
        let (values, behind) = rest.split_at(tensor.len());
        rest = behind;
        list.push_back(Tensor {
            name: tensor.name.to_string(),
            dims: tensor.dims.to_vec(),
            values: (0..values.len()).map(|i| values[tensor.place(i)].to_f64()).collect(),
        });
    });
    assert!(rest.is_empty(), "the tensors are all parameters");
    list
}

/// A layer of a plain network.
pub(crate) trait Layer {
    /// The answer to `x`, of which it remembers what `backward` wants.
    fn forward(&mut self, x: &DVector<f64>) -> DVector<f64>;
    /// The gradient with respect to `x`; adds to the gradients of its tensors.
    fn backward(&mut self, dy: &DVector<f64>) -> DVector<f64>;
    /// Appends the gradients of its tensors, row by row, and clears them.
    fn take_gradients(&mut self, list: &mut Vec<Vec<f64>>);
    /// How near the last input came to a point at which the function has no derivative.
    fn distance_to_kink(&self) -> f64 {
        f64::INFINITY
    }
    /// How much of its terms the last sums left, on the way there and back: see [`left`].
    fn left(&self) -> f64 {
        1.0
    }
}

/// `y = W x + b`
struct Dense {
    weight: DMatrix<f64>,
    bias: Option<DVector<f64>>,
    x: DVector<f64>,
    weight_gradient: DMatrix<f64>,
    bias_gradient: DVector<f64>,
    left: [f64; 2],
}

/// How much of its terms a vector of sums leaves: its norm as a part of the norm of all terms, given as the sums of their squares.
/// It is about 1 for terms of random signs, however many; what cancels takes the digits of single precision with it.
pub(crate) fn left(sums: &DVector<f64>, squares: &DVector<f64>) -> f64 {
    if sums.norm() == 0.0 { 1.0 } else { sums.norm() / squares.sum().sqrt() }
}

/// Every value squared.
pub(crate) fn squared(values: &DVector<f64>) -> DVector<f64> {
    values.component_mul(values)
}

impl Dense {
    fn new(inputs: usize, outputs: usize, bias: bool, from: &mut VecDeque<Tensor>) -> Self {
        let weight = from.pop_front().expect("a tensor for each weight");
        assert!(weight.name.ends_with(".weight"), "{}", weight.name);
        assert_eq!(weight.dims, [outputs, inputs], "{}", weight.name);
        let bias = bias.then(|| {
            let bias = from.pop_front().expect("a tensor for each bias");
            assert_eq!(bias.name, weight.name.replace(".weight", ".bias"));
            assert_eq!(bias.dims, [outputs], "{}", bias.name);
            DVector::from_vec(bias.values)
        });
        Self {
            weight: DMatrix::from_row_slice(outputs, inputs, &weight.values),
            bias,
            x: DVector::zeros(inputs),
            weight_gradient: DMatrix::zeros(outputs, inputs),
            bias_gradient: DVector::zeros(outputs),
            left: [1.0; 2],
        }
    }
}

impl Layer for Dense {
    fn forward(&mut self, x: &DVector<f64>) -> DVector<f64> {
        self.x = x.clone();
        let (mut y, mut squares) = (&self.weight * x, self.weight.component_mul(&self.weight) * squared(x));
        if let Some(bias) = &self.bias {
            y += bias;
            squares += squared(bias);
        }
        self.left[0] = left(&y, &squares);
        y
    }

    fn backward(&mut self, dy: &DVector<f64>) -> DVector<f64> {
        self.weight_gradient += dy * self.x.transpose();
        self.bias_gradient += dy;
        let dx = self.weight.tr_mul(dy);
        self.left[1] = left(&dx, &self.weight.component_mul(&self.weight).tr_mul(&squared(dy)));
        dx
    }

    fn take_gradients(&mut self, list: &mut Vec<Vec<f64>>) {
        // Read column by column, the transposed matrix is the matrix row by row.
        list.push(self.weight_gradient.transpose().as_slice().to_vec());
        if self.bias.is_some() {
            list.push(self.bias_gradient.as_slice().to_vec());
        }
        self.weight_gradient.fill(0.0);
        self.bias_gradient.fill(0.0);
    }

    fn left(&self) -> f64 {
        self.left[0].min(self.left[1])
    }
}

/// `y = x + f(x)`
struct Residual(Network);

impl Layer for Residual {
    fn forward(&mut self, x: &DVector<f64>) -> DVector<f64> {
        x + self.0.forward(x)
    }

    fn backward(&mut self, dy: &DVector<f64>) -> DVector<f64> {
        dy + self.0.backward(dy)
    }

    fn take_gradients(&mut self, list: &mut Vec<Vec<f64>>) {
        self.0.take_gradients(list);
    }

    fn distance_to_kink(&self) -> f64 {
        self.0.distance_to_kink()
    }

    fn left(&self) -> f64 {
        self.0.left()
    }
}

/// Layers one after the other.
#[derive(Default)]
pub(crate) struct Network {
    layers: Vec<Box<dyn Layer>>,
}

impl Network {
    /// Appends a dense layer whose parameters are the next of `from`.
    pub(crate) fn dense(&mut self, inputs: usize, outputs: usize, bias: bool, from: &mut VecDeque<Tensor>) {
        self.layers.push(Box::new(Dense::new(inputs, outputs, bias, from)));
    }

    /// Appends an activation.
    pub(crate) fn activation(&mut self, activation: Activation) {
        self.layers.push(Box::new(activation::Layer::new(activation)));
    }

    /// Appends a block with a connection around it.
    pub(crate) fn residual(&mut self, block: Network) {
        self.layers.push(Box::new(Residual(block)));
    }

    pub(crate) fn forward(&mut self, x: &DVector<f64>) -> DVector<f64> {
        self.layers.iter_mut().fold(x.clone(), |x, layer| layer.forward(&x))
    }

    pub(crate) fn backward(&mut self, dy: &DVector<f64>) -> DVector<f64> {
        self.layers.iter_mut().rev().fold(dy.clone(), |dy, layer| layer.backward(&dy))
    }

    /// The gradients of all tensors in the order in which they were read, row by row; they begin again at zero.
    pub(crate) fn take_gradients(&mut self, list: &mut Vec<Vec<f64>>) {
        for layer in &mut self.layers {
            layer.take_gradients(list);
        }
    }

    /// How near any value of the last sample came to a point at which its activation has no derivative.
    pub(crate) fn distance_to_kink(&self) -> f64 {
        self.layers.iter().map(|layer| layer.distance_to_kink()).fold(f64::INFINITY, f64::min)
    }

    /// The least that any sum left of its terms when the last sample went there and back.
    pub(crate) fn left(&self) -> f64 {
        self.layers.iter().map(|layer| layer.left()).fold(1.0, f64::min)
    }
}

/// The Euclidean norm.
pub(crate) fn norm(values: &[f64]) -> f64 {
    values.iter().map(|v| v * v).sum::<f64>().sqrt()
}

/// `|a - b| / |b|` in the Euclidean norm; 0 if both are zero.
pub(crate) fn relative_error(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    let difference = norm(&a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<_>>());
    if difference == 0.0 { 0.0 } else { difference / norm(b) }
}
