//! Matrix times vector, and matrix times block.
//!
//! `w` is column-major: a column of `outputs` weights for each input. For one sample ([`sample`]) the vector lanes run down a
//! column. For blocks ([`blocks`], [`weight_gradient`]) the lanes are samples and the weights are broadcast; only the last few
//! samples of a run, which would leave most lanes idle, go down the columns too (`few`).

mod blocks;
mod few;
mod gradient;
mod sample;
mod sample_backward;
mod tile;
mod transposed;

pub use blocks::{blocks, blocks_dx};
pub use gradient::weight_gradient;
pub use sample::{sample, sized};
pub use sample_backward::sample_backward;

use fearless_simd::{Select, Simd, SimdBase};

use crate::scalar::Scalar;

/// The sizes of a dense layer, and how many samples the blocks hold.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Values in.
    pub inputs: usize,
    /// Values out.
    pub outputs: usize,
    /// Samples; the lanes behind the last one are padding.
    pub samples: usize,
}

/// `floor` where `x` is less; NaN stays NaN. With a floor of 0 it is `ReLU`, with one of -∞ nothing.
#[inline(always)]
fn raise<S: Simd, T: Scalar>(simd: S, x: T::Native<S>, floor: T) -> T::Native<S> {
    let floor = T::Native::<S>::splat(simd, floor);
    x.simd_le(floor).select(floor, x)
}

/// Whether there are 32 vector registers, and not 16: AVX-512 and NEON.
const fn many_registers<S: Simd, T: Scalar>() -> bool {
    size_of::<T::Native<S>>() == 64 || cfg!(target_arch = "aarch64")
}
