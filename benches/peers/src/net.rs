//! A network as everybody gets it.

use benches::Contender;

/// The function between dense layers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Activation {
    Relu,
    Tanh,
}

/// Three dense layers with a function between them, and a batch.
pub struct Net {
    pub sizes: [usize; 4],
    pub activation: Activation,
    pub softmax: bool,
    /// The parameters of each layer.
    pub layers: [Layer; 3],
    /// Samples, one after the other.
    pub xs: Vec<f32>,
    /// How many there are.
    pub samples: usize,
    /// Their classes.
    pub classes: Vec<u8>,
}

/// The parameters of one layer.
pub struct Layer {
    pub inputs: usize,
    pub outputs: usize,
    /// `inputs` rows of `outputs` weights.
    pub weight: Vec<f32>,
    pub bias: Vec<f32>,
}

impl Layer {
    /// `outputs` rows of `inputs` weights, as PyTorch has them.
    pub fn by_outputs(&self) -> Vec<f32> {
        let Self { inputs, outputs, weight, .. } = self;
        (0..inputs * outputs).map(|i| weight[i % inputs * outputs + i / inputs]).collect()
    }
}

/// Parameters in the library's order, of which layer after layer is taken.
pub struct Parameters<'a>(pub &'a [f32]);

impl Parameters<'_> {
    /// So many of the next.
    pub fn take(&mut self, count: usize) -> Vec<f32> {
        let (front, rest) = self.0.split_at(count);
        self.0 = rest;
        front.to_vec()
    }

    /// The next layer.
    pub fn layer(&mut self, inputs: usize, outputs: usize) -> Layer {
        Layer { inputs, outputs, weight: self.take(inputs * outputs), bias: self.take(outputs) }
    }
}

impl Net {
    /// A network with the library's parameters, in its order, and `samples` samples of `xs`.
    pub fn new(sizes: [usize; 4], activation: Activation, parameters: &[f32], xs: &[f32]) -> Self {
        let mut rest = Parameters(parameters);
        let layers = [0, 1, 2].map(|layer| rest.layer(sizes[layer], sizes[layer + 1]));
        let samples = xs.len() / sizes[0];
        let classes = benches::data::classes(samples, sizes[3] as u8);
        Self { sizes, activation, softmax: false, layers, xs: xs.to_vec(), samples, classes }
    }

    /// The same with softmax behind it.
    pub fn softmax(self) -> Self {
        Self { softmax: true, ..self }
    }

    /// The classes as rows of zeros and a one.
    pub fn one_hot(&self) -> Vec<f32> {
        let mut rows = vec![0.0; self.samples * self.sizes[3]];
        for (row, &class) in rows.chunks_exact_mut(self.sizes[3]).zip(&self.classes) {
            row[usize::from(class)] = 1.0;
        }
        rows
    }
}

/// Somebody who computes the answers to the batch.
pub struct Forward {
    /// What they are.
    pub answers: Vec<f32>,
    pub contender: Contender<'static>,
}

/// Somebody who takes a training step with a learning rate, and tells the loss before it.
pub type Step = Box<dyn FnMut() -> f32>;

/// Somebody who trains from a network's parameters, by name.
pub type Trainer<N> = (&'static str, fn(&N, f64) -> Step);
