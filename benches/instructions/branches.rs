//! How many instructions an answer takes for values of very different kinds: the same number, since nothing in `forward` and `step`
//! branches on data.
//!
//! `benches/instructions/check` runs it under valgrind, and fails if two counts of one network differ.

#![expect(missing_docs, reason = "the harness makes public items of its own")]

use std::hint::black_box;

use gungraun::{library_benchmark, library_benchmark_group, main};
use static_nn::prelude::*;

#[path = "../../tests/bare/src/networks.rs"]
mod networks;

use networks::{Image, Memory, Plain, Skip, Transformer};

network! {
    pub struct Functions { input: [16], Dense(32), Sigmoid, Dense(24), Silu, Dense(24), Gelu, Dense(10), Softmax }
}

/// Values of both signs: `size` and parts of it.
fn values<const N: usize>(size: f32) -> [f32; N] {
    std::array::from_fn(|i| size * [1.0, -0.5, 0.25, -1.0, 0.75][i % 5])
}

/// Values of all kinds.
const SIZES: [f32; 8] = [0.0, 0.5, 3.0, -40.0, 1e-38, 1e30, f32::INFINITY, f32::NAN];

type Work = Box<dyn FnMut()>;

/// What has been done once before it is counted: the first call of all also finds out what the processor can do.
fn again(mut work: impl FnMut() + 'static) -> Work {
    work();
    Box::new(work)
}

macro_rules! answers {
    ($($work:ident: $Net:ident;)*) => {
        $(
            fn $work(size: f32) -> Work {
                let (net, x) = ($Net::boxed(1), values(size));
                again(move || {
                    black_box(black_box(&net).forward(black_box(&x)));
                })
            }
        )*
    };
}

answers! {
    functions: Functions;
    dense: Plain;
    convolution: Image;
    recurrent: Memory;
    transformer: Transformer;
    residual: Skip;
}

/// One step of a stream, whose state is that of a step before.
fn step(size: f32) -> Work {
    let (net, mut state, x) = (Memory::boxed(1), Memory::state(), values::<2>(size));
    again(move || {
        black_box(black_box(&net).step(black_box(&mut state), black_box(&x)));
    })
}

#[library_benchmark]
#[benches::functions(iter = SIZES, setup = functions)]
#[benches::dense(iter = SIZES, setup = dense)]
#[benches::convolution(iter = SIZES, setup = convolution)]
#[benches::recurrent(iter = SIZES, setup = recurrent)]
#[benches::transformer(iter = SIZES, setup = transformer)]
#[benches::residual(iter = SIZES, setup = residual)]
#[benches::step(iter = SIZES, setup = step)]
fn answer(mut work: Work) -> Work {
    work();
    work
}

library_benchmark_group!(name = all, benchmarks = [answer]);
main!(library_benchmark_groups = all);
