//! nexus-inference: inference only, one sample at a time. It has no softmax; that is done by hand behind it.

use std::hint::black_box;

use benches::Contender;
use nexus_inference::{Activation, Mlp};

use crate::net::{self, Forward, Layer, Net};

pub fn forward(net: &Net) -> Forward {
    let weights: Vec<f32> = net.layers.iter().flat_map(Layer::by_outputs).collect();
    let biases: Vec<f32> = net.layers.iter().flat_map(|layer| layer.bias.clone()).collect();
    let activation = match net.activation {
        net::Activation::Relu => Activation::Relu,
        net::Activation::Tanh => Activation::Tanh,
    };
    let model = Mlp::from_parts(&net.sizes, &weights, &biases, activation).expect("a network");
    let (inputs, outputs, softmax) = (net.sizes[0], net.sizes[3], net.softmax);
    let (xs, mut ys) = (net.xs.clone(), vec![0.0; net.samples * outputs]);
    let run = move |ys: &mut [f32]| {
        for (x, y) in black_box(&xs).chunks_exact(inputs).zip(ys.chunks_exact_mut(outputs)) {
            model.predict_into(x, y);
            if softmax {
                exponentials(y);
            }
        }
    };
    run(&mut ys);
    let answers = ys.clone();
    let contender = Contender::new("nexus-inference", move || {
        run(&mut ys);
        black_box(&ys);
    });
    Forward { answers, contender }
}

/// The softmax of a few logits.
fn exponentials(y: &mut [f32]) {
    let top = y.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for y in &mut *y {
        *y = (*y - top).exp();
        sum += *y;
    }
    for y in y {
        *y /= sum;
    }
}
