//! Which instructions a processor has.

use fearless_simd::Level;
#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
use fearless_simd::Simd;

/// Whether the target alone decides which instructions there are. Then nothing is chosen when a program runs, and one small sample is inlined
/// into the network in training too, with its sizes: a compiler that knows these leaves no check.
pub const ONE_LEVEL: bool = !cfg!(feature = "std");

/// Evaluates what needs no better instructions than those that every x86-64 has: in a function of its own, and where there is one level alone
/// in that of the caller.
#[doc(hidden)]
#[inline(always)]
#[cfg(target_arch = "x86_64")]
pub fn with_baseline<S: Simd, R>(simd: S, op: impl FnOnce() -> R) -> R {
    if ONE_LEVEL { op() } else { simd.vectorize(op) }
}

/// The best vector instructions of this processor; without `std`, those that the target promises.
///
/// A build with `RUSTFLAGS='--cfg nn_level="avx2"'`, or `"sse2"`, goes no further than that: so a better machine measures and tests
/// what a plainer one does.
#[inline]
#[must_use]
pub fn level() -> Level {
    let best = Level::try_detect().unwrap_or_else(Level::baseline);
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), nn_level = "avx2"))]
    let best = best.as_avx2().map_or(best, Simd::level);
    #[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), nn_level = "sse2"))]
    let best = best.as_sse2().map_or(best, Simd::level);
    best
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
