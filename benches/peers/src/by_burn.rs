//! burn, with its backend in Rust.

use std::hint::black_box;

use benches::Contender;
use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::loss::{CrossEntropyLoss, CrossEntropyLossConfig};
use burn::nn::pool::{MaxPool2d, MaxPool2dConfig};
use burn::optim::{AdamConfig, GradientsParams};
use burn::tensor::{Device, Int, Tensor, TensorData, activation};

use crate::images::{Convolution, ImageNet};
use crate::net::{Activation, Forward, Layer, Net, Step};

#[derive(Module, Debug)]
struct Network {
    l1: Linear,
    l2: Linear,
    l3: Linear,
}

fn linear(layer: &Layer, device: &Device) -> Linear {
    let weight = TensorData::new(layer.weight.clone(), [layer.inputs, layer.outputs]);
    Linear { weight: Param::from_data(weight, device), bias: Some(bias(layer, device)) }
}

fn bias(layer: &Layer, device: &Device) -> Param<Tensor<1>> {
    Param::from_data(TensorData::new(layer.bias.clone(), [layer.outputs]), device)
}

impl Network {
    fn new(net: &Net, device: &Device) -> Self {
        let [l1, l2, l3] = [0, 1, 2].map(|i| linear(&net.layers[i], device));
        Self { l1, l2, l3 }
    }

    fn relu(&self, x: Tensor<2>) -> Tensor<2> {
        let x = activation::relu(self.l1.forward(x));
        self.l3.forward(activation::relu(self.l2.forward(x)))
    }

    fn tanh(&self, x: Tensor<2>) -> Tensor<2> {
        let x = activation::tanh(self.l1.forward(x));
        self.l3.forward(activation::tanh(self.l2.forward(x)))
    }
}

#[derive(Module, Debug)]
struct ImageNetwork {
    stages: Vec<Stage>,
    dense: Vec<Linear>,
}

#[derive(Module, Debug)]
struct Stage {
    convolution: Conv2d,
    pool: Option<MaxPool2d>,
}

impl Stage {
    fn new(Convolution { window, dims, pooled }: &Convolution, device: &Device) -> Self {
        let [outputs, channels, rows, columns] = *dims;
        let weight = Param::from_data(TensorData::new(window.by_outputs(), *dims), device);
        let settings = Conv2dConfig::new([channels, outputs], [rows, columns]);
        let convolution = Conv2d { weight, bias: Some(bias(window, device)), ..settings.init(device) };
        let pool = pooled.then(|| MaxPool2dConfig::new([2, 2]).init());
        Self { convolution, pool }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let y = activation::relu(self.convolution.forward(x));
        if let Some(pool) = &self.pool { pool.forward(y) } else { y }
    }
}

impl ImageNetwork {
    fn new(net: &ImageNet, device: &Device) -> Self {
        Self {
            stages: net.convolutions.iter().map(|convolution| Stage::new(convolution, device)).collect(),
            dense: net.dense.iter().map(|layer| linear(layer, device)).collect(),
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<2> {
        let x = self.stages.iter().fold(x, |x, stage| stage.forward(x)).flatten(1, 3);
        let (first, rest) = self.dense.split_first().expect("dense layers");
        rest.iter().fold(first.forward(x), |x, layer| layer.forward(activation::relu(x)))
    }
}

pub fn forward(net: &Net) -> Forward {
    let device = Device::flex();
    let (network, x) = (Network::new(net, &device), input(&net.xs, [net.samples, net.sizes[0]], &device));
    let (relu, softmax) = (net.activation == Activation::Relu, net.softmax);
    contender(move || {
        let x = black_box(&x).clone();
        let y = if relu { network.relu(x) } else { network.tanh(x) };
        if softmax { activation::softmax(y, 1) } else { y }
    })
}

pub fn images(net: &ImageNet) -> Forward {
    let device = Device::flex();
    let (network, x) = (ImageNetwork::new(net, &device), input(&net.xs, net.dims, &device));
    contender(move || network.forward(black_box(&x).clone()))
}

fn input<const D: usize>(xs: &[f32], dims: [usize; D], device: &Device) -> Tensor<D> {
    Tensor::from_data(TensorData::new(xs.to_vec(), dims), device)
}

fn contender(run: impl Fn() -> Tensor<2> + 'static) -> Forward {
    let answers = run().into_data().try_to_vec::<f32>().expect("answers");
    Forward { answers, contender: Contender::new("burn", run) }
}

pub fn train_step(net: &Net, rate: f64) -> Step {
    let device = Device::flex().autodiff();
    let x = input(&net.xs, [net.samples, net.sizes[0]], &device);
    step(Network::new(net, &device), x, Network::relu, &net.classes, rate, &device)
}

pub fn images_step(net: &ImageNet, rate: f64) -> Step {
    let device = Device::flex().autodiff();
    let x = input(&net.xs, net.dims, &device);
    step(ImageNetwork::new(net, &device), x, ImageNetwork::forward, &net.classes, rate, &device)
}

fn step<M: Module + 'static, const D: usize>(
    network: M,
    x: Tensor<D>,
    forward: fn(&M, Tensor<D>) -> Tensor<2>,
    classes: &[u8],
    rate: f64,
    device: &Device,
) -> Step {
    let mut network = Some(network);
    let classes: Vec<i32> = classes.iter().map(|&class| class.into()).collect();
    let dims = [classes.len()];
    let classes = Tensor::<1, Int>::from_data(TensorData::new(classes, dims), device);
    let loss: CrossEntropyLoss = CrossEntropyLossConfig::new().init(device);
    let mut adam = AdamConfig::new().with_epsilon(1e-8).init();
    Box::new(move || {
        let model = network.take().expect("the network");
        let loss = loss.forward(forward(&model, black_box(&x).clone()), black_box(&classes).clone());
        let value = loss.clone().into_scalar::<f32>();
        let gradients = GradientsParams::from_grads(loss.backward(), &model);
        network = Some(adam.step(rate, model, gradients));
        value
    })
}
