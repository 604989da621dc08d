//! rten: inference only.

use std::hint::black_box;

use benches::Contender;
use rten::{Model, ModelOptions, Value, thread_pool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use crate::images::ImageNet;
use crate::net::{Forward, Net};
use crate::onnx;
use crate::sequences::{CausalNet, RecurrentNet, TransformerNet, stream};

pub fn forward(net: &Net) -> Forward {
    run(onnx::dense(net), &[net.samples, net.sizes[0]], &net.xs)
}

pub fn images(net: &ImageNet) -> Forward {
    run(onnx::images(net), &net.dims, &net.xs)
}

pub fn transformer(net: &TransformerNet) -> Forward {
    run(onnx::transformer(net), &net.dims, &net.x)
}

pub fn recurrent(net: &RecurrentNet) -> Forward {
    let states = vec![[1, 1, net.units]; net.states()];
    run_stream(onnx::recurrent(net), &states, &net.frames, net.at_once)
}

pub fn causal(net: &CausalNet) -> Forward {
    let states: Vec<[usize; 3]> = net.convolutions.iter().map(|convolution| convolution.past()).collect();
    run_stream(onnx::causal(net), &states, &net.frames, 1)
}

fn load(file: Vec<u8>) -> Model {
    ModelOptions::with_all_ops().enable_optimization(true).prepack_weights(true).load(file).expect("a model")
}

/// It wants to be called from its own pool: from outside, each call wakes a thread.
fn contender(mut run: impl FnMut() + Send + 'static) -> Contender<'static> {
    Contender::repeating("rten", move |times| thread_pool().run(|| (0..times).for_each(|_| run())))
}

/// The network of a file.
fn run(file: Vec<u8>, dims: &[usize], xs: &[f32]) -> Forward {
    let (model, x) = (load(file), Tensor::from_data(dims, xs.to_vec()));
    let run = move || model.run_one(black_box(&x).view().into(), None).expect("answers");
    let answers: NdTensor<f32, 2> = run().try_into().expect("a matrix");
    let answers = answers.to_vec();
    let contender = contender(move || {
        black_box(run());
    });
    Forward { answers, contender }
}

/// The network of a file, which takes some frames at a time and a state.
fn run_stream(file: Vec<u8>, states: &[[usize; 3]], frames: &[f32], at_once: usize) -> Forward {
    let model = load(file);
    let (inputs, outputs) = (model.input_ids().to_vec(), model.output_ids().to_vec());
    let mut state: Vec<Value> = states.iter().map(|dims| Tensor::<f32>::zeros(dims).into()).collect();
    let (answers, go_on) = stream(frames, at_once, move |x, y| {
        let x = Value::from(Tensor::from_data(&[x.len(), 1, 1], x.to_vec()));
        let values = [x].into_iter().chain(state.drain(..)).map(Into::into);
        let values = inputs.iter().copied().zip(values).collect();
        let mut found = model.run(values, &outputs, None).expect("answers").into_iter();
        let answers: NdTensor<f32, 2> = found.next().expect("answers").try_into().expect("a matrix");
        y.copy_from_slice(answers.data().expect("in order"));
        state.extend(found);
    });
    Forward { answers, contender: contender(go_on) }
}
