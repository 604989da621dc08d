//! The instruction sets to test at.

use std::vec::Vec;

use fearless_simd::{Level, Simd};

/// Every level that this machine can run, the plainest first.
pub(crate) fn levels() -> Vec<Level> {
    let best = super::level();
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    let levels = [best.as_sse2().map(Simd::level), best.as_avx2().map(Simd::level), best.as_avx512().map(Simd::level)];
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    let levels = [Some(best)];
    levels.into_iter().flatten().collect()
}
