//! The multiply-add peak.

use std::hint::black_box;

use static_nn::Level;
use static_nn::fearless_simd::{Simd, SimdBase, SimdFloat, dispatch};
use static_nn::kernels;

/// Sums that do not wait for each other: two pipes times a latency of four, and some to spare; with their factors they fit sixteen
/// registers.
const SUMS: usize = 12;

/// A number of multiply-adds in registers, as fast as they go.
#[derive(Clone, Copy, Debug)]
pub struct MultiplyAdds {
    level: Level,
    count: usize,
}

impl MultiplyAdds {
    /// `count` multiply-adds of `f32`, rounded up to whole vectors.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self { level: kernels::level(), count }
    }

    /// Does them.
    pub fn run(self) {
        let Self { level, count } = self;
        dispatch!(level, simd => multiply_adds(simd, count));
    }
}

#[inline(always)]
fn multiply_adds<S: Simd>(simd: S, count: usize) {
    let len = S::f32s::LEN;
    // The sums go to 2, and stay ordinary numbers.
    let (factor, term) = (S::f32s::splat(simd, black_box(0.5)), S::f32s::splat(simd, black_box(1.0)));
    let mut sums = [S::f32s::splat(simd, black_box(1.0)); SUMS];
    for _ in 0..count.div_ceil(SUMS * len) {
        for sum in &mut sums {
            *sum = sum.mul_add(factor, term);
        }
    }
    let mut total = sums[0];
    for sum in &sums[1..] {
        total += *sum;
    }
    black_box(total.as_slice());
}
