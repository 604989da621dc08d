//! Networks drawn at random, once for all: what they consist of, and the checked-in file in which they are declared.
#![allow(dead_code, reason = "each of the tests that share this uses a part of it")]

pub(crate) mod generator;
pub(crate) mod paths;
pub(crate) mod source;

use std::collections::VecDeque;

use crate::plain::{Activation, Network, Tensor};

/// A network that a file declares.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    /// The name of the struct.
    pub(crate) name: String,
    /// The extents of the input, and how they are written.
    pub(crate) input: Vec<Size>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) output: Size,
}

/// A size, and how it is written: `6` or `2 * WIDTH`.
#[derive(Clone, Debug)]
pub(crate) struct Size {
    pub(crate) value: usize,
    pub(crate) text: String,
}

/// An entry of a layer list.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Dense { inputs: Size, outputs: Size, bias: bool, name: Option<&'static str>, maps: bool },
    Activation(Activation),
    Flatten,
    Residual(Vec<Piece>),
    Repeat(usize, Vec<Piece>),
    Network(Spec),
}

impl Spec {
    /// The number of input values.
    pub(crate) fn inputs(&self) -> usize {
        self.input.iter().map(|size| size.value).product()
    }

    /// The plain network with these tensors.
    pub(crate) fn plain(&self, mut tensors: VecDeque<Tensor>) -> Network {
        let mut network = Network::default();
        append(&mut network, &self.pieces, &mut tensors);
        assert!(tensors.is_empty(), "{}: no layer for {tensors:?}", self.name);
        network
    }
}

fn append(network: &mut Network, pieces: &[Piece], tensors: &mut VecDeque<Tensor>) {
    for piece in pieces {
        match piece {
            Piece::Dense { inputs, outputs, bias, .. } => network.dense(inputs.value, outputs.value, *bias, tensors),
            Piece::Activation(activation) => network.activation(*activation),
            Piece::Flatten => {}
            Piece::Residual(pieces) => {
                let mut block = Network::default();
                append(&mut block, pieces, tensors);
                network.residual(block);
            }
            Piece::Repeat(rounds, pieces) => (0..*rounds).for_each(|_| append(network, pieces, tensors)),
            Piece::Network(spec) => append(network, &spec.pieces, tensors),
        }
    }
}

impl From<usize> for Size {
    fn from(value: usize) -> Self {
        Self { value, text: value.to_string() }
    }
}
