//! Five networks, and all that is asked of one: an answer, answers to a batch, a step of a stream, a step of training.

#![no_std]

pub mod networks;

use networks::{Image, Memory, Plain, Skip, Transformer};
use static_nn::optim::State;
use static_nn::{MeanSquaredError, Sgd};

/// How many numbers [`answers`] writes.
pub const ANSWERS: usize = 5 + 3 * (3 + 10 + 8 + 48 + 2) + 8;

/// Writes the loss of a step of training, the answers to three samples of the network that has learned, and of the stream the answers
/// to eight steps.
pub fn answers(to: &mut [f32; ANSWERS]) {
    let mut to = to.iter_mut();
    let mut write = |values: &[f32]| to.by_ref().zip(values).for_each(|(to, value)| *to = *value);
    macro_rules! of {
        ($Net:ident, $inputs:expr, $y:ident => $flat:expr) => {
            let (mut net, mut gradient) = ($Net::new(1), $Net::zeros());
            let (mut room, mut state) = ([0.0; $Net::TRAIN_ROOM], State::over([0.0; $Net::PARAMETERS]));
            let xs: [[f32; $inputs]; 3] = [input(0), input(5), input(11)];
            let sgd = Sgd::new(0.1).momentum(0.9);
            let targets = [$Net::zeros().forward(&xs[0]); 3];
            let loss = net.train_step_in(&mut gradient, &mut room, &sgd, &mut state, &xs, &targets, MeanSquaredError);
            write(&[loss.unwrap_or(f32::NAN)]);
            let mut ys = [net.forward(&xs[0]); 3];
            let _ = net.forward_batch(&xs, &mut ys);
            ys.iter().for_each(|$y| write($flat));
        };
    }
    of!(Plain, 4, y => y);
    of!(Image, 64, y => y);
    of!(Memory, 16, y => y.as_flattened());
    of!(Transformer, 48, y => y.as_flattened());
    of!(Skip, 8, y => y);
    let (net, mut state) = (Memory::new(1), Memory::state());
    for step in input::<16>(3).chunks_exact(2) {
        let mut x = [0.0; 2];
        x.copy_from_slice(step);
        write(&net.step(&mut state, &x));
    }
}

/// Numbers between -1 and 1 that every processor has exactly.
fn input<const N: usize>(from: u8) -> [f32; N] {
    let mut x = [0.0; N];
    let mut value = from;
    for x in &mut x {
        value = value.wrapping_mul(37).wrapping_add(11);
        *x = f32::from(value) / 128.0 - 1.0;
    }
    x
}
