//! What rustc alone can judge of a list: sizes and settings that are expressions.

use crate::layers::setting::Range;

/// More values than any memory holds, and few enough that rustc can count the bytes of 64 samples of them; where addresses have 32 bits, the
/// bytes of the values themselves.
const MOST: usize = 1 << if usize::BITS < 64 { 28 } else { 48 };

/// A size that a list leaves to rustc.
///
/// # Panics
///
/// At compile time, with the text for what it is, if it is 0 or larger than any memory.
#[track_caller]
#[must_use]
pub const fn size([size]: [usize; 1], zero: &str, large: &str) -> usize {
    ensure(size > 0, zero);
    ensure(size <= MOST, large);
    size
}

/// A whole number that a list leaves to rustc, and that may be 0.
///
/// # Panics
///
/// At compile time, with the text, if it is larger than any memory.
#[track_caller]
#[must_use]
pub const fn count([count]: [usize; 1], large: &str) -> usize {
    ensure(count <= MOST, large);
    count
}

/// `size`, on the condition that so many values fit into a memory: the sum of products.
///
/// # Panics
///
/// At compile time, with the text, if they do not.
#[track_caller]
#[must_use]
pub const fn fitting(size: usize, counts: &[&[usize]], large: &str) -> usize {
    let (mut sum, mut i) = (0_usize, 0);
    while i < counts.len() {
        let (mut product, mut j) = (1_usize, 0);
        while j < counts[i].len() {
            product = product.saturating_mul(counts[i][j]);
            j += 1;
        }
        sum = sum.saturating_add(product);
        i += 1;
    }
    ensure(sum <= MOST, large);
    size
}

/// A setting that a list leaves to rustc.
///
/// # Panics
///
/// At compile time, with the text, if it is not within the range.
#[track_caller]
#[must_use]
pub const fn setting([setting]: [f64; 1], range: Option<Range>, text: &str) -> f64 {
    if let Some(range) = range {
        ensure(range.contains(setting), text);
    }
    setting
}

/// A condition of a list that rustc alone can check.
///
/// # Panics
///
/// At compile time, with the text, if it does not hold.
#[track_caller]
pub const fn ensure(holds: bool, text: &str) {
    assert!(holds, "{}", text);
}
