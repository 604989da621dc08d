//! candle.

use std::hint::black_box;

use benches::Contender;
use candle_core::{Device, Result, Tensor, Var};
use candle_nn::{AdamW, Linear, Module, Optimizer, ParamsAdamW, loss, ops};

use crate::net::{Activation, Forward, Net, Step};

struct Network {
    layers: Vec<Linear>,
    variables: Vec<Var>,
    activation: Activation,
    softmax: bool,
    x: Tensor,
}

impl Network {
    fn new(net: &Net, train: bool) -> Result<Self> {
        let cpu = &Device::Cpu;
        let (mut layers, mut variables) = (Vec::new(), Vec::new());
        for layer in &net.layers {
            let w = Tensor::from_vec(layer.by_outputs(), (layer.outputs, layer.inputs), cpu)?;
            let b = Tensor::from_vec(layer.bias.clone(), layer.outputs, cpu)?;
            if train {
                let (w, b) = (Var::from_tensor(&w)?, Var::from_tensor(&b)?);
                layers.push(Linear::new(w.as_tensor().clone(), Some(b.as_tensor().clone())));
                variables.extend([w, b]);
            } else {
                layers.push(Linear::new(w, Some(b)));
            }
        }
        let x = Tensor::from_vec(net.xs.clone(), (net.samples, net.sizes[0]), cpu)?;
        Ok(Self { layers, variables, activation: net.activation, softmax: net.softmax, x })
    }

    fn forward(&self) -> Result<Tensor> {
        let mut x = black_box(&self.x).clone();
        for (i, layer) in self.layers.iter().enumerate() {
            x = layer.forward(&x)?;
            if i + 1 < self.layers.len() {
                x = if self.activation == Activation::Relu { x.relu()? } else { x.tanh()? };
            }
        }
        if self.softmax { ops::softmax_last_dim(&x) } else { Ok(x) }
    }
}

pub fn forward(net: &Net) -> Forward {
    let network = Network::new(net, false).expect("a network");
    let answers = network.forward().and_then(|y| y.flatten_all()?.to_vec1()).expect("answers");
    Forward { answers, contender: Contender::new("candle", move || network.forward().expect("answers")) }
}

pub fn train_step(net: &Net, rate: f64) -> Step {
    let network = Network::new(net, true).expect("a network");
    // Without weight decay AdamW is Adam.
    let settings = ParamsAdamW { lr: rate, weight_decay: 0.0, ..ParamsAdamW::default() };
    let mut adam = AdamW::new(network.variables.clone(), settings).expect("an optimizer");
    let classes: Vec<u32> = net.classes.iter().map(|&class| class.into()).collect();
    let classes = Tensor::from_vec(classes, net.samples, &Device::Cpu).expect("classes");
    let mut step = move || {
        let loss = loss::cross_entropy(&network.forward()?, black_box(&classes))?;
        adam.backward_step(&loss)?;
        loss.to_scalar::<f32>()
    };
    Box::new(move || step().expect("a step"))
}
