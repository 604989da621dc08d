//! The linker's word that none of these functions panics: a function with `#[no_panic]` does not link while the optimizer leaves a panic in it.
//!
//! `cargo build --release` is the proof. It is one for the instructions that every processor of the target has, as in a program without
//! std. Passes that are not here check the places that they compute, as kernels for any size do, and the compiler cannot know that the checks
//! always hold.

use std::hint::black_box;

use bare::networks::{Memory, Plain, Skip};
use no_panic::no_panic;
use static_nn::Stream;

#[no_panic]
fn dense(net: &Plain, x: &[f32; 4]) -> [f32; 3] {
    net.forward(x)
}

#[no_panic]
fn residual(net: &Skip, x: &[f32; 8]) -> [f32; 2] {
    net.forward(x)
}

#[no_panic]
fn recurrent(net: &Memory, x: &[f32; 16]) -> [[f32; 1]; 8] {
    net.forward(x)
}

#[no_panic]
fn step(net: &Memory, state: &mut <Memory as Stream<f32>>::State, x: &[f32; 2]) -> [f32; 1] {
    net.step(state, x)
}

fn main() {
    black_box(dense(&Plain::new(1), black_box(&[0.5; 4])));
    black_box(residual(&Skip::new(1), black_box(&[0.5; 8])));
    black_box(recurrent(&Memory::new(1), black_box(&[0.5; 16])));
    black_box(step(&Memory::new(1), &mut Memory::state(), black_box(&[0.5; 2])));
}
