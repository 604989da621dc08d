//! Networks over sequences as everybody gets them.

use std::hint::black_box;

use crate::net::{Layer, Parameters};

/// Steps of a stream whose answers are compared: more than any network here looks back.
pub const STEPS: usize = 640;

/// What a recurrent layer is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Lstm,
    Gru,
}

impl Cell {
    /// The gates of a unit.
    pub const fn gates(self) -> usize {
        match self {
            Self::Lstm => 4,
            Self::Gru => 3,
        }
    }
}

/// A recurrent layer on one feature, and a dense layer with one output.
pub struct RecurrentNet {
    pub cell: Cell,
    pub units: usize,
    /// From the feature to the gates, which are in PyTorch's order.
    pub of_input: Layer,
    /// From the units of the step before.
    pub of_units: Layer,
    pub out: Layer,
    /// The frames of a stream; behind the last one comes the first again.
    pub frames: Vec<f32>,
    /// Frames at a time.
    pub at_once: usize,
}

impl RecurrentNet {
    /// A network with the library's parameters, in its order.
    pub fn new(cell: Cell, units: usize, parameters: &[f32], frames: &[f32], at_once: usize) -> Self {
        let mut rest = Parameters(parameters);
        let gates = cell.gates() * units;
        Self {
            cell,
            units,
            of_input: rest.layer(1, gates),
            of_units: rest.layer(units, gates),
            out: rest.layer(units, 1),
            frames: frames.to_vec(),
            at_once,
        }
    }

    /// What is remembered of each unit: what came out, and the memory of a cell that has one.
    pub const fn states(&self) -> usize {
        match self.cell {
            Cell::Lstm => 2,
            Cell::Gru => 1,
        }
    }
}

/// Causal convolutions on one feature with tanh behind each, and a dense layer with one output.
pub struct CausalNet {
    pub convolutions: Vec<CausalConvolution>,
    pub out: Layer,
    /// The frames of a stream; behind the last one comes the first again.
    pub frames: Vec<f32>,
}

/// A convolution that sees the newest step and some of the past.
pub struct CausalConvolution {
    /// A window is the input of a dense layer.
    pub window: Layer,
    /// The shape of [`Layer::by_outputs`]: features that leave, features that enter, steps of a window.
    pub dims: [usize; 3],
    pub dilation: usize,
}

impl CausalConvolution {
    /// The shape of the past that a window sees: samples, features, steps.
    pub const fn past(&self) -> [usize; 3] {
        let [_, inputs, kernel] = self.dims;
        [1, inputs, (kernel - 1) * self.dilation]
    }
}

impl CausalNet {
    /// Layers of so many channels with the library's parameters, in its order.
    pub fn new(channels: usize, kernel: usize, dilations: &[usize], parameters: &[f32], frames: &[f32]) -> Self {
        let mut rest = Parameters(parameters);
        let mut inputs = 1;
        let convolutions = dilations.iter().map(|&dilation| {
            let dims = [channels, inputs, kernel];
            let window = rest.layer(inputs * kernel, channels);
            inputs = channels;
            CausalConvolution { window, dims, dilation }
        });
        let convolutions = convolutions.collect();
        Self { convolutions, out: rest.layer(channels, 1), frames: frames.to_vec() }
    }
}

/// Blocks of a transformer, with a normalisation before attention and before the dense layers of each step.
pub struct TransformerNet {
    pub blocks: Vec<TransformerBlock>,
    pub heads: usize,
    /// The shape of a sample: steps, features.
    pub dims: [usize; 2],
    /// A sample, step by step.
    pub x: Vec<f32>,
}

pub struct TransformerBlock {
    pub before_attention: Norm,
    /// To queries, keys and values.
    pub attention_in: Layer,
    pub attention_out: Layer,
    pub before_dense: Norm,
    /// There is a Gelu behind it.
    pub up: Layer,
    pub down: Layer,
}

/// A normalisation of a step's features.
pub struct Norm {
    pub weight: Vec<f32>,
    pub bias: Vec<f32>,
}

impl TransformerNet {
    /// So many blocks with the library's parameters, in its order.
    pub fn new(blocks: usize, heads: usize, inner: usize, parameters: &[f32], x: &[[f32; 64]]) -> Self {
        let mut rest = Parameters(parameters);
        let dims @ [_, features] = [x.len(), 64];
        let norm = |rest: &mut Parameters| Norm { weight: rest.take(features), bias: rest.take(features) };
        let blocks = (0..blocks).map(|_| TransformerBlock {
            before_attention: norm(&mut rest),
            attention_in: rest.layer(features, 3 * features),
            attention_out: rest.layer(features, features),
            before_dense: norm(&mut rest),
            up: rest.layer(features, inner),
            down: rest.layer(inner, features),
        });
        Self { blocks: blocks.collect(), heads, dims, x: x.as_flattened().to_vec() }
    }
}

/// The answers to the first steps of a stream, and a function that goes on from there. `step` gets some frames, `at_once` of them, and
/// has a place for the answer to each.
pub fn stream<F>(frames: &[f32], at_once: usize, mut step: F) -> (Vec<f32>, impl FnMut() + use<F>)
where
    F: FnMut(&[f32], &mut [f32]),
{
    let (frames, mut next) = (frames.to_vec(), 0);
    let mut step = move |y: &mut [f32]| {
        step(black_box(&frames[next..][..at_once]), y);
        next = (next + at_once) % frames.len();
    };
    let mut answers = vec![0.0; STEPS];
    answers.chunks_exact_mut(at_once).for_each(&mut step);
    let mut y = vec![0.0; at_once];
    let go_on = move || {
        step(&mut y);
        black_box(&y);
    };
    (answers, go_on)
}
