//! The sizes that windows come to, where only rustc knows what they come from: the macro's rules, once more.
//!
//! Sizes that do not fit together are told by [`told`]. The rules themselves make 1 of them, so that no second mistake comes of it.

use crate::private::{Text, ensure};
use crate::shape::Shape;

/// `a / b`.
#[must_use]
pub const fn quotient([a, b]: [usize; 2]) -> usize {
    at_least_one(a / at_least_one(b))
}

/// What a window covers, with its dilation.
#[must_use]
pub const fn covered([kernel, dilation]: [usize; 2]) -> usize {
    kernel.saturating_sub(1).saturating_mul(dilation).saturating_add(1)
}

/// What it covers before its last value.
#[must_use]
pub const fn past([kernel, dilation]: [usize; 2]) -> usize {
    covered([kernel, dilation]) - 1
}

/// The padding in front with which windows of stride 1 are as many as there were values.
#[must_use]
pub const fn same_padding([kernel, dilation]: [usize; 2]) -> usize {
    past([kernel, dilation]) / 2
}

/// How many windows fit; what does not fit is left out.
#[must_use]
pub const fn windows([x, kernel, stride, padding, dilation]: [usize; 5]) -> usize {
    let padded = x.saturating_add(padding.saturating_mul(2));
    padded.saturating_sub(covered([kernel, dilation])) / at_least_one(stride) + 1
}

/// Of how many values `x` windows would be made.
#[must_use]
pub const fn transposed_windows([x, kernel, stride, padding, dilation, behind]: [usize; 6]) -> usize {
    let apart = x.saturating_sub(1).saturating_mul(stride);
    let all = apart.saturating_add(covered([kernel, dilation])).saturating_add(behind);
    at_least_one(all.saturating_sub(padding.saturating_mul(2)))
}

/// An extent of a shape, or 1 if it has not so many.
#[must_use]
pub const fn extent<X: Shape, const RANK: usize>(i: usize) -> usize {
    if X::DIMS.len() == RANK { X::DIMS[i] } else { 1 }
}

/// Whether a shape has so many extents: two are those of a sequence, three those of an image.
#[must_use]
pub const fn has_rank<X: Shape, const RANK: usize>() -> bool {
    X::DIMS.len() == RANK
}

/// Whether `a` is `b` or less.
#[must_use]
pub const fn at_most(a: usize, b: usize) -> bool {
    a <= b
}

/// Whether `a` divides `b`.
#[must_use]
pub const fn divides(a: usize, b: usize) -> bool {
    b.is_multiple_of(at_least_one(a))
}

/// Whether the two are the same.
#[must_use]
pub const fn equal(a: usize, b: usize) -> bool {
    a == b
}

/// `size`, on a condition. If what stands before it is a mistake, nothing is said of this one.
///
/// # Panics
///
/// At compile time, if the condition does not hold: with the pieces of a text and numbers between them.
#[track_caller]
#[must_use]
pub const fn told(size: usize, _before: &[usize], holds: bool, pieces: &[&str], numbers: &[usize]) -> usize {
    if !holds {
        let (mut text, mut i) = (Text::new(), 0);
        while i < pieces.len() {
            text.push(pieces[i]);
            if i < numbers.len() {
                text.number(numbers[i]);
            }
            i += 1;
        }
        ensure(false, text.as_str());
    }
    size
}

const fn at_least_one(size: usize) -> usize {
    if size == 0 { 1 } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::{D1, D2, D3};

    #[test]
    fn windows_are_counted_as_by_pytorch() {
        for (sizes, count) in [
            ([28, 5, 1, 0, 1], 24),
            ([25, 2, 2, 0, 1], 12),
            ([224, 11, 4, 2, 1], 55),
            ([7, 3, 1, 2, 2], 7),
            ([10, 4, 3, 1, 3], 1),
            ([3, 5, 1, 0, 1], 1),
            ([usize::MAX, 3, 0, usize::MAX, usize::MAX], 1),
        ] {
            assert_eq!(windows(sizes), count, "{sizes:?}");
        }
        for (sizes, count) in [([5, 4, 2, 1, 1, 0], 10), ([4, 3, 2, 1, 1, 1], 8), ([3, 3, 1, 0, 2, 0], 7)] {
            assert_eq!(transposed_windows(sizes), count, "{sizes:?}");
        }
        assert_eq!([same_padding([5, 1]), same_padding([4, 1]), same_padding([3, 2])], [2, 1, 2]);
        assert_eq!([past([3, 2]), past([1, 9])], [4, 0]);
        assert_eq!([quotient([6, 2]), quotient([6, 0]), quotient([1, 2])], [3, 6, 1]);
    }

    #[test]
    fn extents_are_those_of_a_shape_with_so_many() {
        type Image = D3<2, 3, 4, 24>;
        type Sequence = D2<6, 5, 30>;
        assert_eq!([extent::<Image, 3>(0), extent::<Image, 3>(2), extent::<D1<5>, 3>(0)], [2, 4, 1]);
        assert_eq!([extent::<Sequence, 2>(0), extent::<Sequence, 2>(1), extent::<Sequence, 3>(2)], [6, 5, 1]);
        assert!(has_rank::<Image, 3>() && has_rank::<Sequence, 2>() && !has_rank::<D1<5>, 2>());
    }

    #[test]
    #[should_panic(expected = "a kernel of 5 rows on 3")]
    fn conditions_are_told_with_their_numbers() {
        let _ = told(1, &[], at_most(5, 3), &["a kernel of ", " rows on ", ""], &[5, 3]);
    }
}
