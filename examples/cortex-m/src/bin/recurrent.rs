//! A signal, step by step.

#![no_std]
#![no_main]

use core::hint::black_box;

use cortex_m_networks::answers::SIGNAL;
use cortex_m_networks::board::{self, Board};
use cortex_m_networks::networks::Signal;
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    let (net, mut state) = (Signal::EMBEDDED, Signal::state());
    black_box(net.step(&mut state, black_box(&SIGNAL[0].0)));
    let stack = board::stack();
    let mut board = Board::take();
    state = Signal::state();
    for (x, y) in &SIGNAL {
        board.compare(&net.step(&mut state, x), y);
    }
    board.count("one step", || net.step(&mut state, black_box(&SIGNAL[0].0)));
    board.end(stack)
}
