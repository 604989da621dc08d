//! embedded-nn: inference only, its layers for `f32` one after the other. Its tanh is an approximation, so it has no part in the work with
//! one.

use std::hint::black_box;

use benches::Contender;
use embedded_nn::float_ops::{fully_connected_f32, relu_f32, softmax_f32};
use embedded_nn::types::Dims;

use crate::net::{Activation, Forward, Net};

pub fn forward(net: &Net) -> Option<Forward> {
    if net.activation != Activation::Relu {
        return None;
    }
    let dims = |n: usize, c: usize| Dims::new(number(n), 1, 1, number(c));
    let layers: Vec<_> = net
        .layers
        .iter()
        .map(|layer| {
            let ends =
                [dims(net.samples, layer.inputs), dims(layer.inputs, layer.outputs), dims(net.samples, layer.outputs)];
            (ends, layer.by_outputs(), layer.bias.clone())
        })
        .collect();
    let (xs, samples, outputs, softmax) = (net.xs.clone(), net.samples, net.sizes[3], net.softmax);
    let mut seams: [Vec<f32>; 4] = [1, 2, 3, 3].map(|i| vec![0.0; net.samples * net.sizes[i]]);
    let run = move |seams: &mut [Vec<f32>; 4]| {
        let mut x: &[f32] = black_box(&xs);
        let (last, before) = seams.split_last_mut().expect("four");
        for (i, (([input, filter, output], weight, bias), y)) in layers.iter().zip(before).enumerate() {
            fully_connected_f32(input, x, filter, weight, Some(bias), output, y).expect("a layer");
            if i < 2 {
                relu_f32(y);
            }
            x = y;
        }
        if softmax {
            softmax_f32(x, samples, outputs, last).expect("rows");
        } else {
            last.copy_from_slice(x);
        }
    };
    run(&mut seams);
    let answers = seams[3].clone();
    let contender = Contender::new("embedded-nn", move || {
        run(&mut seams);
        black_box(&seams);
    });
    Some(Forward { answers, contender })
}

fn number(size: usize) -> i32 {
    i32::try_from(size).expect("a small size")
}
