//! A square of vectors, transposed in registers.

use fearless_simd::{Simd, SimdBase};

use crate::number::Number;

/// Rows of the largest square: a vector has at most as many lanes.
pub const ROWS: usize = 16;

/// Transposes the first rows, as many as a vector has lanes; the others are passed on.
///
/// The perfect shuffle of all rows, done as often as it takes to double one row to all, brings row `r` of lane `c` to row
/// `c` of lane `r`.
#[inline(always)]
pub fn transpose<S: Simd, T: Number>(mut rows: [T::Native<S>; ROWS]) -> [T::Native<S>; ROWS] {
    let half = T::Native::<S>::LEN / 2;
    let mut doubled = 1;
    while doubled <= half {
        let before = rows;
        for row in 0..half {
            (rows[2 * row], rows[2 * row + 1]) = before[row].interleave(before[row + half]);
        }
        doubled *= 2;
    }
    rows
}
