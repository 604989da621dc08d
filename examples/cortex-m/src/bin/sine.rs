//! The sine of an angle.

#![no_std]
#![no_main]

use core::hint::black_box;

use cortex_m_networks::answers::SINE;
use cortex_m_networks::board::{self, Board};
use cortex_m_networks::networks::Sine;
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    let net = Sine::EMBEDDED;
    black_box(net.forward(black_box(&SINE[0].0)));
    let stack = board::stack();
    let mut board = Board::take();
    for (x, y) in &SINE {
        board.compare(&net.forward(x), y);
    }
    board.count("one inference", || net.forward(black_box(&SINE[0].0)));
    board.end(stack)
}
