//! Digits with dense layers.

#![no_std]
#![no_main]

use core::hint::black_box;

use cortex_m_networks::answers::DIGITS;
use cortex_m_networks::board::{self, Board};
use cortex_m_networks::networks::Digits;
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    let net = Digits::EMBEDDED;
    black_box(net.forward(black_box(&DIGITS[0].0)));
    let stack = board::stack();
    let mut board = Board::take();
    for (x, y) in &DIGITS {
        board.compare(&net.forward(x), y);
    }
    board.count("one inference", || net.forward(black_box(&DIGITS[0].0)));
    board.end(stack)
}
