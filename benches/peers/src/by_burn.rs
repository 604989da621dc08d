//! burn, with its backend in Rust.

use std::hint::black_box;

use benches::Contender;
use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::nn::loss::{CrossEntropyLoss, CrossEntropyLossConfig};
use burn::optim::{AdamConfig, GradientsParams};
use burn::tensor::{Device, Int, Tensor, TensorData, activation};

use crate::net::{Activation, Forward, Net, Step};

#[derive(Module, Debug)]
struct Network {
    l1: Linear,
    l2: Linear,
    l3: Linear,
}

impl Network {
    fn new(net: &Net, device: &Device) -> Self {
        let [l1, l2, l3] = [0, 1, 2].map(|i| {
            let layer = &net.layers[i];
            let weight = TensorData::new(layer.weight.clone(), [layer.inputs, layer.outputs]);
            let bias = TensorData::new(layer.bias.clone(), [layer.outputs]);
            Linear { weight: Param::from_data(weight, device), bias: Some(Param::from_data(bias, device)) }
        });
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

fn input(net: &Net, device: &Device) -> Tensor<2> {
    Tensor::from_data(TensorData::new(net.xs.clone(), [net.samples, net.sizes[0]]), device)
}

pub fn forward(net: &Net) -> Forward {
    let device = Device::flex();
    let (network, x) = (Network::new(net, &device), input(net, &device));
    let (relu, softmax) = (net.activation == Activation::Relu, net.softmax);
    let run = move || {
        let x = black_box(&x).clone();
        let y = if relu { network.relu(x) } else { network.tanh(x) };
        if softmax { activation::softmax(y, 1) } else { y }
    };
    let answers = run().into_data().try_to_vec::<f32>().expect("answers");
    Forward { answers, contender: Contender::new("burn", run) }
}

pub fn train_step(net: &Net, rate: f64) -> Step {
    let device = Device::flex().autodiff();
    let mut network = Some(Network::new(net, &device));
    let x = input(net, &device);
    let classes: Vec<i32> = net.classes.iter().map(|&class| class.into()).collect();
    let classes = Tensor::<1, Int>::from_data(TensorData::new(classes, [net.samples]), &device);
    let loss: CrossEntropyLoss = CrossEntropyLossConfig::new().init(&device);
    let mut adam = AdamConfig::new().with_epsilon(1e-8).init();
    Box::new(move || {
        let model = network.take().expect("the network");
        let loss = loss.forward(model.relu(black_box(&x).clone()), black_box(&classes).clone());
        let value = loss.clone().into_scalar::<f32>();
        let gradients = GradientsParams::from_grads(loss.backward(), &model);
        network = Some(adam.step(rate, model, gradients));
        value
    })
}
