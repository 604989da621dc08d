//! tract: inference only.

use std::hint::black_box;

use benches::Contender;
use tract_onnx::prelude::*;

use crate::images::ImageNet;
use crate::net::{Forward, Net};
use crate::onnx;
use crate::sequences::{CausalNet, RecurrentNet, TransformerNet, stream};

pub fn forward(net: &Net) -> Forward {
    run(&onnx::dense(net), &[net.samples, net.sizes[0]], &net.xs)
}

pub fn images(net: &ImageNet) -> Forward {
    run(&onnx::images(net), &net.dims, &net.xs)
}

pub fn transformer(net: &TransformerNet) -> Forward {
    run(&onnx::transformer(net), &net.dims, &net.x)
}

pub fn recurrent(net: &RecurrentNet) -> Forward {
    let states = vec![[1, 1, net.units]; net.states()];
    run_stream(&onnx::recurrent(net), &states, &net.frames, net.at_once)
}

pub fn causal(net: &CausalNet) -> Forward {
    let states: Vec<[usize; 3]> = net.convolutions.iter().map(|convolution| convolution.past()).collect();
    run_stream(&onnx::causal(net), &states, &net.frames, 1)
}

/// A session of a file's network.
macro_rules! session {
    ($file:ident) => {{
        let mut file: &[u8] = $file;
        let model = tract_onnx::onnx().model_for_read(&mut file);
        let plan = model.and_then(|model| model.into_optimized()?.into_runnable()).expect("a model");
        plan.spawn().expect("a session")
    }};
}

/// The network of a file.
fn run(file: &[u8], dims: &[usize], xs: &[f32]) -> Forward {
    let mut session = session!(file);
    let x = array(dims, xs);
    let mut run = move || session.run(tvec!(black_box(&x).clone())).expect("answers");
    let answers = run()[0].to_plain_array_view::<f32>().expect("a matrix").iter().copied().collect();
    Forward { answers, contender: Contender::new("tract", run) }
}

/// The network of a file, which takes some frames at a time and a state.
fn run_stream(file: &[u8], states: &[[usize; 3]], frames: &[f32], at_once: usize) -> Forward {
    let mut session = session!(file);
    let mut state: Vec<TValue> = states.iter().map(|dims| array(dims, &vec![0.0; dims.iter().product()])).collect();
    let (answers, go_on) = stream(frames, at_once, move |x, y| {
        let inputs = [array(&[x.len(), 1, 1], x)].into_iter().chain(state.drain(..));
        let mut found = session.run(inputs.collect()).expect("answers").into_iter();
        let answers = found.next().expect("answers");
        let answers = answers.to_plain_array_view::<f32>().expect("a matrix");
        y.copy_from_slice(answers.as_slice().expect("in order"));
        state.extend(found);
    });
    Forward { answers, contender: Contender::new("tract", go_on) }
}

fn array(dims: &[usize], values: &[f32]) -> TValue {
    Tensor::from_shape(dims, values).expect("an array").into_tvalue()
}
