//! The sine 1-16-16-1 by other libraries.

#![no_std]

use embedded_nn::float_ops::{fully_connected_f32, relu_f32};
use embedded_nn::types::Dims;
use microflow::model;
use nalgebra::SMatrix;

#[allow(clippy::unreadable_literal)]
mod weights {
    include!(concat!(env!("OUT_DIR"), "/weights.rs"));
}

/// By embedded-nn in `f32`, with the weights of `examples/cortex-m`.
#[inline]
pub fn embedded_nn(x: &[f32; 1]) -> [f32; 1] {
    let (mut hidden1, mut hidden2, mut y) = ([0.0; 16], [0.0; 16], [0.0; 1]);
    layer(x, &weights::W1, &weights::B1, &mut hidden1);
    relu_f32(&mut hidden1);
    layer(&hidden1, &weights::W2, &weights::B2, &mut hidden2);
    relu_f32(&mut hidden2);
    layer(&hidden2, &weights::W3, &weights::B3, &mut y);
    y
}

#[inline]
fn layer<const IN: usize, const OUT: usize>(x: &[f32; IN], weights: &[f32], bias: &[f32], y: &mut [f32; OUT]) {
    let (input, filter, output) =
        (Dims::new(1, 1, 1, IN as i32), Dims::new(IN as i32, 1, 1, OUT as i32), Dims::new(1, 1, 1, OUT as i32));
    let _ = fully_connected_f32(&input, x, &filter, weights, Some(bias), &output, y);
}

/// By microflow in eight bits, with the model that its package has.
#[model("models/sine.tflite")]
pub struct Sine;

/// What it answers.
#[inline]
pub fn microflow(x: &[f32; 1]) -> [f32; 1] {
    [Sine::predict(SMatrix::<f32, 1, 1>::new(x[0]))[0]]
}
