//! The sine of one angle after another by microflow, and nothing else.

#![no_std]
#![no_main]

use core::hint::black_box;

// What happens in a panic.
use cortex_m_networks as _;
use cortex_m_rt::entry;

#[entry]
fn main() -> ! {
    let mut angle = 0.0;
    loop {
        black_box(firmware::microflow(&[angle]));
        angle = if angle < 6.2 { angle + 0.1 } else { 0.0 };
    }
}
