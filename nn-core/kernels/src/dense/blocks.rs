//! What a dense layer does with blocks on its way forward, and back to its input: a product, and what stands around it.

use fearless_simd::{Simd, SimdBase};

use super::product::Product;
use super::{Size, few, many_registers, plain};
use crate::number::Number;

/// `y = w x + b` for a run of blocks, and `floor` where that is less; the lanes behind the last sample become copies of it.
#[inline(always)]
pub(super) fn blocks<S: Simd, T: Number>(simd: S, size: Size, w: &[T], b: &[T], x: &[T], floor: T, y: &mut [T]) {
    let Size { inputs, outputs, samples } = size;
    let len = T::Native::<S>::LEN;
    // Sums of one vector fill 32 registers, and those of two 16. Up to three quarters of that are cheaper down the columns; up to half if
    // they could be the second vector of a tile.
    let many = const { many_registers::<S, T>() };
    let unit = if many { len } else { 2 * len };
    let rest = samples % unit;
    let most = if many && samples / len % 2 == 1 { 2 } else { 3 };
    let few = if const { !plain::<S, T>() } && 4 * rest <= most * unit && outputs >= len { rest } else { 0 };
    let vectors = (samples - few).div_ceil(len);
    Product::<T, false> { rows: outputs, columns: inputs, a: w, bias: b, x, apart: inputs, vectors, floor }
        .write(simd, y);
    if samples % T::LANES > 0 {
        few::last(simd, size, few, w, b, x, floor, y);
    }
}

/// `dx = wᵀ dy` for blocks, in all lanes, that are so many lines `apart` in `dy`.
#[inline(always)]
pub(super) fn blocks_dx<S: Simd, T: Number>(simd: S, size: Size, w: &[T], dy: &[T], apart: usize, dx: &mut [T]) {
    let vectors = dx.len() / size.inputs / T::Native::<S>::LEN;
    let floor = T::from_f64(f64::NEG_INFINITY);
    Product::<T, true> { rows: size.inputs, columns: size.outputs, a: w, bias: &[], x: dy, apart, vectors, floor }
        .write(simd, dx);
}
