//! A square of vectors, transposed in registers.

use fearless_simd::{Simd, SimdBase};

/// Rows of the largest square: a vector has at most as many lanes.
pub const ROWS: usize = 16;

/// Transposes the first rows, as many as a vector has lanes; the others are passed on.
///
/// The perfect shuffle of all rows, done as often as it takes to double one row to all, brings row `r` of lane `c` to row
/// `c` of lane `r`.
#[inline(always)]
pub fn transpose<S: Simd, V: SimdBase<S>>(mut rows: [V; ROWS]) -> [V; ROWS] {
    let half = V::LEN / 2;
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
