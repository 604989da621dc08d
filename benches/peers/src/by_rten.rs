//! rten: inference only.

use std::hint::black_box;

use benches::Contender;
use rten::{Model, ModelOptions, thread_pool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use crate::images::ImageNet;
use crate::net::{Forward, Net};
use crate::onnx;

pub fn forward(net: &Net) -> Forward {
    run(onnx::dense(net), &[net.samples, net.sizes[0]], &net.xs)
}

pub fn images(net: &ImageNet) -> Forward {
    run(onnx::images(net), &net.dims, &net.xs)
}

/// The network of a file.
fn run(file: Vec<u8>, dims: &[usize], xs: &[f32]) -> Forward {
    let model = ModelOptions::with_all_ops().enable_optimization(true).prepack_weights(true).load(file);
    let model: Model = model.expect("a model");
    let x = Tensor::from_data(dims, xs.to_vec());
    let run = move || model.run_one(black_box(&x).view().into(), None).expect("answers");
    let answers: NdTensor<f32, 2> = run().try_into().expect("a matrix");
    let answers = answers.to_vec();
    // It wants to be called from its own pool: from outside, each call wakes a thread.
    let contender = Contender::repeating("rten", move |times| {
        thread_pool().run(|| {
            for _ in 0..times {
                black_box(run());
            }
        });
    });
    Forward { answers, contender }
}
