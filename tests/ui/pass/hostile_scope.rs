//! Names of the user's own that stand in the way of careless generated code.
#![no_implicit_prelude]
#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

use ::static_nn::network;

struct Option;
struct Some;
struct None;
struct Vec;
struct Layer;
struct Dense;
struct Relu;
struct Scalar;
mod core {}
mod std {}
mod static_nn {}

fn forward() {}

network! {
    pub struct Net {
        input: [4],
        Dense(8), Relu,
        Residual { Dense(8), Tanh },
        Dense(3), Softmax,
        output: [3],
    }
}

fn main() {
    let net = Net::new(1);
    let answer = net.forward(&[0.0, 1.0, 2.0, 3.0]);
    ::std::assert!(answer[0] > 0.0);
}
