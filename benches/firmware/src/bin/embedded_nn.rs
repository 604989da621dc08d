//! The instructions of one inference by embedded_nn.

#![no_std]
#![no_main]

use core::hint::black_box;

use cortex_m_networks::board::{self, Board};
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    black_box(firmware::embedded_nn(black_box(&[0.5])));
    let stack = board::stack();
    let mut board = Board::take();
    board.count("one inference", || firmware::embedded_nn(black_box(&[0.5])));
    // The sine of 2, within a tenth.
    board.near(&firmware::embedded_nn(&[2.0]), &[0.909], 0.1);
    board.end(stack)
}
