//! The linker's word that none of these functions panics: a function with `#[no_panic]` does not link while the optimizer leaves a panic in it.
//!
//! `cargo build --release` is the proof. It is one for the instructions that every processor of the target has, as in a program without
//! std, where small layers are inlined with their sizes.

use std::hint::black_box;

use bare::networks::{Image, Memory, Plain, Skip, Transformer};
use no_panic::no_panic;
use static_nn::optim::State;
use static_nn::{MeanSquaredError, Sgd, Stream};

/// What a network answers to one sample and to several.
macro_rules! answers {
    ($($forward:ident $forward_batch:ident: $Net:ident, [$inputs:literal] -> $Output:ty;)*) => {
        $(
            #[no_panic]
            #[inline(never)]
            fn $forward(net: &$Net, x: &[f32; $inputs]) -> $Output {
                net.forward(x)
            }

            #[no_panic]
            #[inline(never)]
            fn $forward_batch(net: &$Net, xs: &[[f32; $inputs]], ys: &mut [$Output]) -> bool {
                net.forward_batch(xs, ys).is_ok()
            }
        )*
    };
}

answers! {
    dense dense_batch: Plain, [4] -> [f32; 3];
    convolution convolution_batch: Image, [64] -> [f32; 10];
    recurrent recurrent_batch: Memory, [16] -> [[f32; 1]; 8];
    transformer transformer_batch: Transformer, [48] -> [[f32; 8]; 6];
    residual residual_batch: Skip, [8] -> [f32; 2];
}

/// One step of training.
macro_rules! training {
    ($($train_step:ident: $Net:ident, [$inputs:literal] -> $Output:ty;)*) => {
        $(
            #[no_panic]
            #[inline(never)]
            fn $train_step(
                net: &mut $Net,
                gradient: &mut $Net,
                room: &mut [f32; $Net::TRAIN_ROOM],
                state: &mut State<[f32; $Net::PARAMETERS]>,
                xs: &[[f32; $inputs]],
                ys: &[$Output],
            ) -> bool {
                let sgd = Sgd::new(0.01).momentum(0.9);
                net.train_step_in(gradient, room, &sgd, state, xs, ys, MeanSquaredError).is_ok()
            }
        )*
    };
}

training! {
    train_dense: Plain, [4] -> [f32; 3];
    train_convolution: Image, [64] -> [f32; 10];
    train_recurrent: Memory, [16] -> [[f32; 1]; 8];
    train_transformer: Transformer, [48] -> [[f32; 8]; 6];
    train_residual: Skip, [8] -> [f32; 2];
}

#[no_panic]
#[inline(never)]
fn step(net: &Memory, state: &mut <Memory as Stream<f32>>::State, x: &[f32; 2]) -> [f32; 1] {
    net.step(state, x)
}

fn main() {
    macro_rules! call {
        ($($forward:ident $forward_batch:ident $train_step:ident: $Net:ident, [$inputs:literal] -> $output:expr;)*) => {
            $(
                let (xs, mut ys) = (black_box([[0.5; $inputs]; 5]), [$output; 5]);
                black_box($forward(&$Net::new(1), &xs[0]));
                black_box($forward_batch(&$Net::new(1), &xs, &mut ys));
                let (mut room, mut state) = ([0.0; $Net::TRAIN_ROOM], State::over([0.0; $Net::PARAMETERS]));
                black_box($train_step(&mut $Net::new(1), &mut $Net::zeros(), &mut room, &mut state, &xs, &ys));
            )*
        };
    }
    call! {
        dense dense_batch train_dense: Plain, [4] -> [0.0; 3];
        convolution convolution_batch train_convolution: Image, [64] -> [0.0; 10];
        recurrent recurrent_batch train_recurrent: Memory, [16] -> [[0.0; 1]; 8];
        transformer transformer_batch train_transformer: Transformer, [48] -> [[0.0; 8]; 6];
        residual residual_batch train_residual: Skip, [8] -> [0.0; 2];
    }
    black_box(step(&Memory::new(1), &mut Memory::state(), black_box(&[0.5; 2])));
}
