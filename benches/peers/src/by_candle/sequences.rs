//! Networks over sequences.

use std::collections::HashMap;
use std::hint::black_box;

use benches::Contender;
use candle_core::{DType, Device, Result, Tensor};
use candle_nn::rnn::{GRUConfig, LSTMConfig, RNN, gru, lstm};
use candle_nn::{Conv1d, Conv1dConfig, LayerNorm, Linear, Module, VarBuilder, ops};

use crate::net::{Forward, Layer};
use crate::sequences::{CausalNet, Cell, Norm, RecurrentNet, TransformerBlock, TransformerNet, stream};

fn tensor(dims: &[usize], values: &[f32]) -> Result<Tensor> {
    Tensor::from_slice(values, dims, &Device::Cpu)
}

fn linear(layer: &Layer) -> Result<Linear> {
    let w = tensor(&[layer.outputs, layer.inputs], &layer.by_outputs())?;
    Ok(Linear::new(w, Some(tensor(&[layer.outputs], &layer.bias)?)))
}

/// Somebody who answers some frames at a time.
fn contender(frames: &[f32], at_once: usize, mut step: impl FnMut(&[f32]) -> Result<Tensor> + 'static) -> Forward {
    let (answers, go_on) = stream(frames, at_once, move |x, y| {
        let answers = step(x).and_then(|answers| answers.flatten_all()?.to_vec1()).expect("answers");
        y.copy_from_slice(&answers);
    });
    Forward { answers, contender: Contender::new("candle", go_on) }
}

pub fn recurrent(net: &RecurrentNet) -> Forward {
    recurrent_by(net).expect("a network")
}

fn recurrent_by(net: &RecurrentNet) -> Result<Forward> {
    let (of_input, of_units) = (linear(&net.of_input)?, linear(&net.of_units)?);
    let tensors = HashMap::from([
        ("weight_ih_l0".into(), of_input.weight().clone()),
        ("weight_hh_l0".into(), of_units.weight().clone()),
        ("bias_ih_l0".into(), of_input.bias().expect("biases").clone()),
        ("bias_hh_l0".into(), of_units.bias().expect("biases").clone()),
    ]);
    let parameters = VarBuilder::from_tensors(tensors, DType::F32, &Device::Cpu);
    match net.cell {
        Cell::Lstm => steps(net, lstm(1, net.units, LSTMConfig::default(), parameters)?, |state| &state.h),
        Cell::Gru => steps(net, gru(1, net.units, GRUConfig::default(), parameters)?, |state| &state.h),
    }
}

/// Step by step; the dense layer takes all of them together.
fn steps<R>(net: &RecurrentNet, layer: R, units: fn(&R::State) -> &Tensor) -> Result<Forward>
where
    R: RNN<State: 'static> + 'static,
{
    let (out, mut state) = (linear(&net.out)?, layer.zero_state(1)?);
    Ok(contender(&net.frames, net.at_once, move |xs| {
        let mut all = Vec::with_capacity(xs.len());
        for x in xs {
            state = layer.step(&tensor(&[1, 1], &[*x])?, &state)?;
            all.push(units(&state).clone());
        }
        out.forward(&Tensor::cat(&all, 0)?)
    }))
}

pub fn causal(net: &CausalNet) -> Forward {
    causal_by(net).expect("a network")
}

fn causal_by(net: &CausalNet) -> Result<Forward> {
    let (mut layers, mut pasts) = (Vec::new(), Vec::new());
    for convolution in &net.convolutions {
        let w = tensor(&convolution.dims, &convolution.window.by_outputs())?;
        let b = tensor(&[convolution.window.outputs], &convolution.window.bias)?;
        let settings = Conv1dConfig { dilation: convolution.dilation, ..Conv1dConfig::default() };
        layers.push(Conv1d::new(w, Some(b), settings));
        pasts.push(Tensor::zeros(&convolution.past(), DType::F32, &Device::Cpu)?);
    }
    let out = linear(&net.out)?;
    Ok(contender(&net.frames, 1, move |x| {
        let mut x = tensor(&[1, 1, 1], x)?;
        for (layer, past) in layers.iter().zip(&mut pasts) {
            let seen = Tensor::cat(&[&*past, &x], 2)?;
            *past = seen.narrow(2, 1, past.dim(2)?)?;
            x = layer.forward(&seen)?.tanh()?;
        }
        out.forward(&x.flatten_from(1)?)
    }))
}

/// A block of a transformer.
struct Block {
    heads: usize,
    before_attention: LayerNorm,
    attention_in: Linear,
    attention_out: Linear,
    before_dense: LayerNorm,
    up: Linear,
    down: Linear,
}

fn norm(norm: &Norm) -> Result<LayerNorm> {
    let [weight, bias] = [&norm.weight, &norm.bias].map(|values| tensor(&[values.len()], values));
    Ok(LayerNorm::new(weight?, bias?, 1e-5))
}

impl Block {
    fn new(block: &TransformerBlock, heads: usize) -> Result<Self> {
        Ok(Self {
            heads,
            before_attention: norm(&block.before_attention)?,
            attention_in: linear(&block.attention_in)?,
            attention_out: linear(&block.attention_out)?,
            before_dense: norm(&block.before_dense)?,
            up: linear(&block.up)?,
            down: linear(&block.down)?,
        })
    }

    /// What the heads take of the values, beside each other.
    fn attention(&self, x: &Tensor) -> Result<Tensor> {
        let (steps, features) = x.dims2()?;
        let part = features / self.heads;
        let all = self.attention_in.forward(x)?;
        let by_head = |at: usize| {
            let part = all.narrow(1, at * features, features)?.reshape((steps, self.heads, part))?;
            part.transpose(0, 1)?.contiguous()
        };
        let (q, k, v) = (by_head(0)?, by_head(1)?, by_head(2)?);
        let scores = (q * (part as f64).sqrt().recip())?.matmul(&k.t()?)?;
        let taken = ops::softmax_last_dim(&scores)?.matmul(&v)?;
        self.attention_out.forward(&taken.transpose(0, 1)?.reshape((steps, features))?)
    }
}

impl Module for Block {
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        let x = (x + self.attention(&self.before_attention.forward(x)?)?)?;
        let up = self.up.forward(&self.before_dense.forward(&x)?)?;
        &x + self.down.forward(&up.gelu_erf()?)?
    }
}

pub fn transformer(net: &TransformerNet) -> Forward {
    let blocks = net.blocks.iter().map(|block| Block::new(block, net.heads)).collect::<Result<Vec<_>>>();
    let (blocks, x) = (blocks.expect("a network"), tensor(&net.dims, &net.x).expect("a matrix"));
    let run = move || {
        let x = black_box(&x).clone();
        blocks.iter().try_fold(x, |x, block| block.forward(&x)).expect("answers")
    };
    let answers = run().flatten_all().and_then(|y| y.to_vec1()).expect("answers");
    Forward { answers, contender: Contender::new("candle", run) }
}
