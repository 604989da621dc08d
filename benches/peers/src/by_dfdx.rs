//! dfdx.

use std::hint::black_box;

use benches::Contender;
use dfdx::optim::{Adam, AdamConfig};
use dfdx::prelude::*;

use crate::net::{Forward, Net, Step};

/// Makes a network and hands over its parameters.
macro_rules! network {
    ($net:ident, $device:ident, ($($Layer:ty),* $(,)?)) => {{
        let mut network = $device.build_module::<($($Layer,)*), f32>();
        network.0.weight.copy_from(&$net.layers[0].by_outputs());
        network.0.bias.copy_from(&$net.layers[0].bias);
        network.2.weight.copy_from(&$net.layers[1].by_outputs());
        network.2.bias.copy_from(&$net.layers[1].bias);
        network.4.weight.copy_from(&$net.layers[2].by_outputs());
        network.4.bias.copy_from(&$net.layers[2].bias);
        network
    }};
}

/// Writes the function for one forward pass.
macro_rules! forward {
    ($function:ident, $shape:expr, ($($Layer:ty),* $(,)?)) => {
        pub fn $function(net: &Net) -> Forward {
            let device = Cpu::default();
            let network = network!(net, device, ($($Layer),*));
            let x = device.tensor_from_vec(net.xs.clone(), $shape);
            let run = move || network.forward(black_box(&x).clone());
            let answers = run().as_vec();
            Forward { answers, contender: Contender::new("dfdx", run) }
        }
    };
}

forward!(w1, (Const::<4>,), (Linear<4, 10>, ReLU, Linear<10, 10>, ReLU, Linear<10, 3>, Softmax));
forward!(wt, (Const::<4>,), (Linear<4, 32>, Tanh, Linear<32, 16>, Tanh, Linear<16, 4>));
forward!(w2, (Const::<784>,), (Linear<784, 128>, ReLU, Linear<128, 64>, ReLU, Linear<64, 10>));
forward!(w3, (Const::<64>, Const::<784>), (Linear<784, 128>, ReLU, Linear<128, 64>, ReLU, Linear<64, 10>));

/// Writes the function for one training step.
macro_rules! train_step {
    ($function:ident, $samples:literal, $classes:literal, $inputs:literal, ($($Layer:ty),* $(,)?)) => {
        pub fn $function(net: &Net, rate: f64) -> Step {
            let device = Cpu::default();
            let mut network = network!(net, device, ($($Layer),*));
            let x = device.tensor_from_vec(net.xs.clone(), (Const::<$samples>, Const::<$inputs>));
            let targets = device.tensor_from_vec(net.one_hot(), (Const::<$samples>, Const::<$classes>));
            let mut adam = Adam::new(&network, AdamConfig { lr: rate, ..AdamConfig::default() });
            let mut gradients = Some(network.alloc_grads());
            Box::new(move || {
                let gradient = gradients.take().expect("the gradient");
                let y = network.forward_mut(black_box(&x).clone().traced(gradient));
                let loss = cross_entropy_with_logits_loss(y, black_box(&targets).clone());
                let value = loss.array();
                let mut gradient = loss.backward();
                adam.update(&mut network, &gradient).expect("a step");
                network.zero_grads(&mut gradient);
                gradients = Some(gradient);
                value
            })
        }
    };
}

train_step!(w4, 32, 3, 2, (Linear<2, 64>, ReLU, Linear<64, 32>, ReLU, Linear<32, 3>));
train_step!(w5, 64, 10, 784, (Linear<784, 128>, ReLU, Linear<128, 64>, ReLU, Linear<64, 10>));
