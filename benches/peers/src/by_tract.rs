//! tract: inference only.

use std::hint::black_box;

use benches::Contender;
use tract_onnx::prelude::*;

use crate::images::ImageNet;
use crate::net::{Forward, Net};
use crate::onnx;

pub fn forward(net: &Net) -> Forward {
    run(&onnx::dense(net), &[net.samples, net.sizes[0]], &net.xs)
}

pub fn images(net: &ImageNet) -> Forward {
    run(&onnx::images(net), &net.dims, &net.xs)
}

/// The network of a file.
fn run(mut file: &[u8], dims: &[usize], xs: &[f32]) -> Forward {
    let model = tract_onnx::onnx().model_for_read(&mut file);
    let plan = model.and_then(|model| model.into_optimized()?.into_runnable()).expect("a model");
    let x = Tensor::from_shape(dims, xs).expect("an array").into_tvalue();
    let mut state = plan.spawn().expect("a session");
    let mut run = move || state.run(tvec!(black_box(&x).clone())).expect("answers");
    let answers = run()[0].to_plain_array_view::<f32>().expect("a matrix").iter().copied().collect();
    Forward { answers, contender: Contender::new("tract", run) }
}
