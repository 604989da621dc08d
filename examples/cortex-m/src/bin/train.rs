//! The exclusive or, learned on the machine: all of it in statics.

#![no_std]
#![no_main]

use cortex_m::singleton;
use cortex_m_networks::answers::LOSSES;
use cortex_m_networks::board::{self, Board};
use cortex_m_networks::networks::{XOR, Xor};
use cortex_m_rt::entry;
use static_nn::init::Rng;
use static_nn::optim::State;
use static_nn::{Layer, MeanSquaredError, Sgd};

#[entry]
fn main() -> ! {
    let (Some(net), Some(gradient), Some(room), Some(state)) = (
        singleton!(: Xor = Xor::zeros()),
        singleton!(: Xor = Xor::zeros()),
        singleton!(: [f32; Xor::TRAIN_ROOM] = [0.0; Xor::TRAIN_ROOM]),
        singleton!(: State<[f32; Xor::PARAMETERS]> = State::over([0.0; Xor::PARAMETERS])),
    ) else {
        board::fail("main runs once")
    };
    net.init(&mut Rng::new(1));
    let (sgd, (xs, ys)) = (Sgd::new(0.1).momentum(0.9), XOR);
    let mut step = || net.train_step_in(gradient, room, &sgd, state, &xs, &ys, MeanSquaredError).unwrap_or(f32::NAN);
    let (first, rest) = LOSSES.split_at(1);
    let loss = step();
    let stack = board::stack();
    let mut board = Board::take();
    board.compare(&[loss], first);
    for loss in rest {
        board.compare(&[step()], &[*loss]);
    }
    board.count("one training step of four samples", step);
    board.end(stack)
}
