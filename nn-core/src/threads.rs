//! Two things at once: the threads of rayon's pool with the feature `rayon`, else one after the other.
//!
//! Nothing else of the library knows whether there are threads. Who divides work between them must get the same
//! result, bit by bit, if there are none. [`join`] allocates nothing on a thread of the pool.

/// Multiply-adds that make it worth while to call a thread: some 50 us.
const SHARE: usize = 1 << 22;

/// Values on a cache line, which two threads should not share; also the samples of whole blocks of either scalar.
const LINE: usize = 16;

/// How many threads `work` multiply-adds are worth, at least this one.
pub(crate) const fn worth(work: usize) -> usize {
    if work < 2 * SHARE { 1 } else { work / SHARE }
}

/// How many threads there are to share work that is worth `worth` of them. The pool is not looked at, nor made, if it
/// is worth one.
pub(crate) fn available(worth: usize) -> usize {
    #[cfg(feature = "rayon")]
    if worth > 1 {
        return worth.min(rayon_core::current_num_threads());
    }
    let _ = worth;
    1
}

/// Runs both at once if there is a thread to spare.
pub(crate) fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(feature = "rayon")]
    return rayon_core::join(a, b);
    #[cfg(not(feature = "rayon"))]
    (a(), b())
}

/// Half of `threads`, and the place before which their part of `len` values ends. Whoever divides the same values
/// twice finds each part where it was: in the cache of its core.
pub(crate) const fn halve(threads: usize, len: usize) -> (usize, usize) {
    let here = threads / 2;
    let whole = len / LINE;
    (here, (whole / threads * here + whole % threads * here / threads) * LINE)
}

/// Runs `f` on a thread of the pool if it will divide its work between `threads`: entered once, not for every [`join`].
pub(crate) fn enter<R: Send>(threads: usize, f: impl FnOnce() -> R + Send) -> R {
    #[cfg(feature = "rayon")]
    if threads > 1 && rayon_core::current_thread_index().is_none() {
        return rayon_core::scope(|_| f());
    }
    let _ = threads;
    f()
}
