//! Networks over sequences. What a stream remembers comes in behind the frames, and goes out behind the answers.

use super::{Chain, number, numbers, windows};
use crate::net::Layer;
use crate::sequences::{CausalNet, Cell, Norm, RecurrentNet, TransformerBlock, TransformerNet};

/// A recurrent layer and a dense layer.
pub fn recurrent(net: &RecurrentNet) -> Vec<u8> {
    let RecurrentNet { cell, units, of_input, of_units, out, at_once, .. } = net;
    let (dims, gates) = ([1, 1, *units], cell.gates() * units);
    // PyTorch has i f g o, and r z n.
    let (operator, order, names): (&str, &[usize], &[&str]) = match cell {
        Cell::Lstm => ("LSTM", &[0, 3, 1, 2], &["h", "c"]),
        Cell::Gru => ("GRU", &[1, 0, 2], &["h"]),
    };
    let by_gate = |values: &[f32]| {
        let rows = values.len() / cell.gates();
        order.iter().flat_map(|gate| &values[gate * rows..][..rows]).copied().collect::<Vec<f32>>()
    };
    let mut chain = Chain::new(&[*at_once, 1, 1]);
    for name in names {
        chain.input(name, &dims);
    }
    let w = chain.constant(&[1, gates, 1], &by_gate(&of_input.by_outputs()));
    let r = chain.constant(&[1, gates, *units], &by_gate(&of_units.by_outputs()));
    let b = chain.constant(&[1, 2 * gates], &[by_gate(&of_input.bias), by_gate(&of_units.bias)].concat());
    let states: Vec<(String, [usize; 3])> = names.iter().map(|name| (format!("{name}_out"), dims)).collect();
    let inputs = [&["x", &w, &r, &b, ""][..], names].concat();
    let outputs: Vec<&str> = ["all"].into_iter().chain(states.iter().map(|(name, _)| name.as_str())).collect();
    let mut settings = vec![number("hidden_size", *units)];
    if *cell == Cell::Gru {
        settings.push(number("linear_before_reset", 1));
    }
    chain.node(operator, &inputs, &outputs, &settings);
    chain.last = "all".into();
    // Steps, directions, samples, units.
    chain.then("Flatten", &[], &[number("axis", 3)]).dense(out).finish_stream(&[*at_once, 1], &states)
}

/// Causal convolutions with tanh, and a dense layer.
pub fn causal(net: &CausalNet) -> Vec<u8> {
    let (mut chain, mut states) = (Chain::new(&[1, 1, 1]), Vec::new());
    for (i, convolution) in net.convolutions.iter().enumerate() {
        let (window, past) = (&convolution.window, convolution.past());
        let (before, after) = (format!("past{i}"), format!("past{i}_out"));
        chain.input(&before, &past);
        let last = std::mem::take(&mut chain.last);
        chain.last = chain.call("Concat", &[&before, &last], &[number("axis", 2)]);
        let [from, to, axis] = [1, past[2] + 1, 2].map(|value| chain.list(&[value]));
        let seen = chain.last.clone();
        chain.node("Slice", &[&seen, &from, &to, &axis], &[&after], &[]);
        let constants: [(&[usize], &[f32]); 2] =
            [(&convolution.dims, &window.by_outputs()), (&[window.outputs], &window.bias)];
        let settings = windows(&convolution.dims[2..], 1, convolution.dilation);
        chain = chain.then("Conv", &constants, &settings).then("Tanh", &[], &[]);
        states.push((after, past));
    }
    chain.then("Flatten", &[], &[]).dense(&net.out).finish_stream(&[1, 1], &states)
}

/// The blocks of a transformer, on one sample.
pub fn transformer(net: &TransformerNet) -> Vec<u8> {
    let chain = Chain::new(&net.dims);
    net.blocks.iter().fold(chain, |chain, block| chain.block(block, net)).finish(&net.dims)
}

impl Chain {
    fn block(mut self, block: &TransformerBlock, net: &TransformerNet) -> Self {
        let before = self.last.clone();
        self = self.norm(&block.before_attention).attention(&block.attention_in, net).dense(&block.attention_out);
        self = self.plus(&before);
        let before = self.last.clone();
        self.norm(&block.before_dense).dense(&block.up).then("Gelu", &[], &[]).dense(&block.down).plus(&before)
    }

    fn plus(mut self, before: &str) -> Self {
        let last = std::mem::take(&mut self.last);
        self.last = self.call("Add", &[before, &last], &[]);
        self
    }

    fn norm(self, norm: &Norm) -> Self {
        let dims: &[usize] = &[norm.weight.len()];
        self.then("LayerNormalization", &[(dims, &norm.weight), (dims, &norm.bias)], &[number("axis", 1)])
    }

    /// What the heads take of the values, beside each other.
    fn attention(mut self, layer: &Layer, net: &TransformerNet) -> Self {
        let [steps, features] = net.dims;
        self = self.dense(layer);
        let (last, sizes) = (std::mem::take(&mut self.last), self.list(&[features; 3]));
        let parts = [(); 3].map(|()| self.name());
        let outputs = parts.each_ref().map(String::as_str);
        self.node("Split", &[&last, &sizes], &outputs, &[number("axis", 1)]);
        let (by_head, flat) = (self.list(&[steps, net.heads, features / net.heads]), self.list(&[steps, features]));
        let mut turned = |part: &str, order: &[usize]| {
            let part = self.call("Reshape", &[part, &by_head], &[]);
            self.call("Transpose", &[&part], &[numbers("perm", order)])
        };
        let (q, k, v) = (turned(&parts[0], &[1, 0, 2]), turned(&parts[1], &[1, 2, 0]), turned(&parts[2], &[1, 0, 2]));
        let scale = self.constant(&[], &[((features / net.heads) as f32).sqrt().recip()]);
        let q = self.call("Mul", &[&q, &scale], &[]);
        let scores = self.call("MatMul", &[&q, &k], &[]);
        let shares = self.call("Softmax", &[&scores], &[number("axis", 2)]);
        let taken = self.call("MatMul", &[&shares, &v], &[]);
        let taken = self.call("Transpose", &[&taken], &[numbers("perm", &[1, 0, 2])]);
        self.last = self.call("Reshape", &[&taken, &flat], &[]);
        self
    }
}
