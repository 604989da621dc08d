//! tract: inference only.

use std::hint::black_box;

use benches::Contender;
use tract_onnx::prelude::*;

use crate::net::{Forward, Net};
use crate::onnx;

pub fn forward(net: &Net) -> Forward {
    let model = tract_onnx::onnx().model_for_read(&mut onnx::model(net).as_slice());
    let plan = model.and_then(|model| model.into_optimized()?.into_runnable()).expect("a model");
    let x = Tensor::from_shape(&[net.samples, net.sizes[0]], &net.xs).expect("a matrix").into_tvalue();
    let mut state = plan.spawn().expect("a session");
    let mut run = move || state.run(tvec!(black_box(&x).clone())).expect("answers");
    let answers = run()[0].to_plain_array_view::<f32>().expect("a matrix").iter().copied().collect();
    Forward { answers, contender: Contender::new("tract", run) }
}
