//! The sine of one angle after another, and nothing else: what a network takes of a machine that prints nothing.

#![no_std]
#![no_main]

use core::hint::black_box;

use cortex_m_networks::networks::Sine;
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    let mut angle = 0.0;
    loop {
        // Where a machine would move a needle.
        black_box(Sine::EMBEDDED.forward(&[angle]));
        angle = if angle < 6.2 { angle + 0.1 } else { 0.0 };
    }
}
