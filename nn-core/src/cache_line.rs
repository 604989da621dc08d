//! Values that begin on a cache line.

/// Begins on a cache line, so that no vector of its first values lies on two: a load or store that touches two lines takes
/// twice as long.
#[derive(Debug, PartialEq, Eq)]
#[repr(C, align(64))]
pub struct OnCacheLine<A>(pub A);
