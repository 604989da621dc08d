//! candle.

mod sequences;

pub use sequences::{causal, recurrent, transformer};

use std::hint::black_box;

use benches::Contender;
use candle_core::{Device, Result, Shape, Tensor, Var};
use candle_nn::{AdamW, Conv2d, Conv2dConfig, Linear, Module, Optimizer, ParamsAdamW, Sequential, loss, ops, seq};

use crate::images::ImageNet;
use crate::net::{Activation, Forward, Layer, Net, Step};

struct Network {
    layers: Sequential,
    variables: Vec<Var>,
    x: Tensor,
    classes: Tensor,
    train: bool,
}

impl Network {
    /// No layers yet.
    fn new(dims: impl Into<Shape>, xs: &[f32], classes: &[u8], train: bool) -> Result<Self> {
        let x = Tensor::from_slice(xs, dims, &Device::Cpu)?;
        let classes: Vec<u32> = classes.iter().map(|&class| class.into()).collect();
        let classes = Tensor::new(classes, &Device::Cpu)?;
        Ok(Self { layers: seq(), variables: Vec::new(), x, classes, train })
    }

    /// The weights, of this shape, and the biases of a layer.
    fn parameters(&mut self, layer: &Layer, dims: impl Into<Shape>) -> Result<(Tensor, Option<Tensor>)> {
        let w = Tensor::from_vec(layer.by_outputs(), dims, &Device::Cpu)?;
        let b = Tensor::from_slice(&layer.bias, layer.outputs, &Device::Cpu)?;
        if !self.train {
            return Ok((w, Some(b)));
        }
        let (w, b) = (Var::from_tensor(&w)?, Var::from_tensor(&b)?);
        let tensors = (w.as_tensor().clone(), Some(b.as_tensor().clone()));
        self.variables.extend([w, b]);
        Ok(tensors)
    }

    fn then(&mut self, layer: impl Module + Send + Sync + 'static) {
        self.layers = std::mem::replace(&mut self.layers, seq()).add(layer);
    }

    fn linear(&mut self, layer: &Layer) -> Result<()> {
        let (w, b) = self.parameters(layer, (layer.outputs, layer.inputs))?;
        self.then(Linear::new(w, b));
        Ok(())
    }

    fn dense(net: &Net, train: bool) -> Result<Self> {
        let mut network = Self::new((net.samples, net.sizes[0]), &net.xs, &net.classes, train)?;
        for (i, layer) in net.layers.iter().enumerate() {
            if i > 0 {
                network.then(if net.activation == Activation::Relu { Tensor::relu } else { Tensor::tanh });
            }
            network.linear(layer)?;
        }
        if net.softmax {
            network.then(ops::softmax_last_dim);
        }
        Ok(network)
    }

    fn images(net: &ImageNet, train: bool) -> Result<Self> {
        let mut network = Self::new(&net.dims, &net.xs, &net.classes, train)?;
        for convolution in &net.convolutions {
            let (w, b) = network.parameters(&convolution.window, &convolution.dims)?;
            network.then(Conv2d::new(w, b, Conv2dConfig::default()));
            network.then(Tensor::relu);
            if convolution.pooled {
                network.then(|x: &Tensor| x.max_pool2d(2));
            }
        }
        network.then(|x: &Tensor| x.flatten_from(1));
        for (i, layer) in net.dense.iter().enumerate() {
            if i > 0 {
                network.then(Tensor::relu);
            }
            network.linear(layer)?;
        }
        Ok(network)
    }

    fn run(&self) -> Result<Tensor> {
        self.layers.forward(black_box(&self.x))
    }

    fn contender(self) -> Forward {
        let answers = self.run().and_then(|y| y.flatten_all()?.to_vec1()).expect("answers");
        Forward { answers, contender: Contender::new("candle", move || self.run().expect("answers")) }
    }

    fn step(self, rate: f64) -> Step {
        // Without weight decay AdamW is Adam.
        let settings = ParamsAdamW { lr: rate, weight_decay: 0.0, ..ParamsAdamW::default() };
        let mut adam = AdamW::new(self.variables.clone(), settings).expect("an optimizer");
        let mut step = move || {
            let loss = loss::cross_entropy(&self.run()?, black_box(&self.classes))?;
            adam.backward_step(&loss)?;
            loss.to_scalar::<f32>()
        };
        Box::new(move || step().expect("a step"))
    }
}

pub fn forward(net: &Net) -> Forward {
    Network::dense(net, false).expect("a network").contender()
}

pub fn images(net: &ImageNet) -> Forward {
    Network::images(net, false).expect("a network").contender()
}

pub fn train_step(net: &Net, rate: f64) -> Step {
    Network::dense(net, true).expect("a network").step(rate)
}

pub fn images_step(net: &ImageNet, rate: f64) -> Step {
    Network::images(net, true).expect("a network").step(rate)
}
