//! Which instructions a processor has.

use fearless_simd::{Level, Simd};

/// The best vector instructions of this processor; without `std`, those that the target promises.
#[inline]
#[must_use]
pub fn level() -> Level {
    Level::try_detect().unwrap_or_else(Level::baseline)
}

/// Every level that kernels are compiled for and this machine can run, the plainest first: for tests and measurements.
#[doc(hidden)]
pub fn levels() -> impl Iterator<Item = Level> {
    let best = level();
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    let levels = [best.as_sse2().map(Simd::level), best.as_avx2().map(Simd::level), best.as_avx512().map(Simd::level)];
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    let levels = [Some(best)];
    levels.into_iter().flatten()
}
