//! What a rule makes of sizes that are neither added nor multiplied: windows, and parts of a number.

use proc_macro2::{Ident, Span};

use super::Size;

/// A function of sizes. The library has each of them as a const fn, for what only rustc can compute.
///
/// None fails: of sizes that do not fit together, which is a mistake that is told elsewhere, it makes 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Rule {
    /// `[a, b]`: `a / b`, where that has no rest.
    Quotient,
    /// `[kernel, dilation]`: what a window covers, `dilation (kernel - 1) + 1`.
    Covered,
    /// `[kernel, dilation]`: what it covers before its last value, `dilation (kernel - 1)`.
    Past,
    /// `[kernel, dilation]`: the padding in front with which windows of stride 1 are as many as there were values.
    Same,
    /// `[x, kernel, stride, padding, dilation]`: how many windows fit.
    Window,
    /// `[x, kernel, stride, padding, dilation, output_padding]`: of how many values `x` windows would be made.
    Transposed,
}

impl Rule {
    /// The library's function.
    pub(super) fn function(self) -> Ident {
        let name = match self {
            Self::Quotient => "quotient",
            Self::Covered => "covered",
            Self::Past => "past",
            Self::Same => "same_padding",
            Self::Window => "windows",
            Self::Transposed => "transposed_windows",
        };
        Ident::new(name, Span::call_site())
    }

    /// The same function here. A number too large to count is the largest there is.
    pub(super) fn apply(self, sizes: &[u64]) -> u64 {
        let covered = |kernel: u64, dilation: u64| kernel.saturating_sub(1).saturating_mul(dilation).saturating_add(1);
        match *sizes {
            [a, b] => match self {
                Self::Quotient => (a / b.max(1)).max(1),
                Self::Past => covered(a, b) - 1,
                Self::Same => (covered(a, b) - 1) / 2,
                _ => covered(a, b),
            },
            [x, kernel, stride, padding, dilation] => {
                let padded = x.saturating_add(padding.saturating_mul(2));
                padded.saturating_sub(covered(kernel, dilation)) / stride.max(1) + 1
            }
            [x, kernel, stride, padding, dilation, behind] => {
                let apart = x.saturating_sub(1).saturating_mul(stride);
                let all = apart.saturating_add(covered(kernel, dilation)).saturating_add(behind);
                all.saturating_sub(padding.saturating_mul(2)).max(1)
            }
            _ => 1,
        }
    }

    /// As a formula. `part` shows a size where others stand beside it.
    pub(super) fn show(self, sizes: &[Size], part: fn(&Size) -> Option<String>) -> Option<String> {
        let known: Vec<Option<i64>> = sizes.iter().map(|size| i64::try_from(size.known()?).ok()).collect();
        let shown: Vec<String> = sizes.iter().map(part).collect::<Option<_>>()?;
        Some(match (self, shown.as_slice()) {
            (Self::Quotient, [a, b]) => format!("{a} / {b}"),
            (Self::Covered, [kernel, dilation]) => format!("{dilation} * ({kernel} - 1) + 1"),
            (Self::Past, [kernel, dilation]) => format!("{dilation} * ({kernel} - 1)"),
            (Self::Same, [kernel, dilation]) => format!("{dilation} * ({kernel} - 1) / 2"),
            (Self::Window, [_, _, stride, ..]) => {
                let (all, apart) = steps(&known, &shown);
                match (apart, known[2]) {
                    (Some(0), Some(1)) => sizes[0].show()?,
                    (_, Some(1)) => all(0),
                    (Some(apart), Some(stride)) if apart - 1 == -stride => format!("{} / {stride}", shown[0]),
                    _ => format!("({}) / {stride} + 1", all(-1)),
                }
            }
            (_, [x, kernel, stride, padding, dilation, behind]) => match known.as_slice() {
                [_, Some(kernel), Some(stride), Some(padding), Some(dilation), Some(behind)] => {
                    let times = if *stride == 1 { x.clone() } else { format!("{x} * {stride}") };
                    moved(&times, dilation * (kernel - 1) + behind + 1 - stride - 2 * padding)
                }
                _ => format!("({x} - 1) * {stride} - 2 * {padding} + {dilation} * ({kernel} - 1) + {behind} + 1"),
            },
            _ => return None,
        })
    }
}

/// How many steps of 1 a window `[x, kernel, stride, padding, dilation]` makes, `x + 2 padding - dilation (kernel - 1)`: as a formula with
/// some number added, and what is added to `x` if that is all known.
fn steps(known: &[Option<i64>], shown: &[String]) -> (impl Fn(i64) -> String, Option<i64>) {
    let (mut number, mut added, mut taken) = (0, Vec::new(), Vec::new());
    match known[0] {
        Some(x) => number += x,
        None => added.push(shown[0].clone()),
    }
    match known[3] {
        Some(padding) => number += 2 * padding,
        None => added.push(format!("2 * {}", shown[3])),
    }
    match (known[1], known[4]) {
        (Some(kernel), Some(dilation)) => number -= dilation * (kernel - 1),
        (None, Some(1)) => {
            number += 1;
            taken.push(shown[1].clone());
        }
        _ => taken.push(format!("{} * ({} - 1)", shown[4], shown[1])),
    }
    let only_x = known[0].is_none() && known[3].is_some() && taken.is_empty();
    let formula = move |more: i64| {
        let number = number + more;
        let text = match added.join(" + ").as_str() {
            "" => number.to_string(),
            added => moved(added, number),
        };
        std::iter::once(text).chain(taken.clone()).collect::<Vec<_>>().join(" - ")
    };
    (formula, only_x.then_some(number))
}

/// `x + 2`, `x - 4`, or `x` itself.
fn moved(x: &str, by: i64) -> String {
    match by {
        0 => x.to_owned(),
        1.. => format!("{x} + {by}"),
        _ => format!("{x} - {}", -by),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sizes::size::tests::written;

    #[test]
    fn windows_are_counted_as_by_pytorch() {
        for (sizes, count) in [
            ([28, 5, 1, 0, 1], 24),
            ([25, 2, 2, 0, 1], 12),
            ([224, 11, 4, 2, 1], 55),
            ([7, 3, 1, 2, 2], 7),
            ([10, 4, 3, 1, 3], 1),
            ([3, 5, 1, 0, 1], 1),
            ([u64::MAX, 3, 0, u64::MAX, u64::MAX], 1),
        ] {
            assert_eq!(Rule::Window.apply(&sizes), count, "{sizes:?}");
        }
        for (sizes, count) in [([5, 4, 2, 1, 1, 0], 10), ([4, 3, 2, 1, 1, 1], 8), ([3, 3, 1, 0, 2, 0], 7)] {
            assert_eq!(Rule::Transposed.apply(&sizes), count, "{sizes:?}");
        }
        assert_eq!([Rule::Same.apply(&[5, 1]), Rule::Same.apply(&[4, 1]), Rule::Same.apply(&[3, 2])], [2, 1, 2]);
        assert_eq!([Rule::Covered.apply(&[3, 2]), Rule::Covered.apply(&[1, 9])], [5, 1]);
        assert_eq!([Rule::Past.apply(&[3, 2]), Rule::Past.apply(&[1, 9])], [4, 0]);
    }

    #[test]
    fn formulas_are_as_short_as_their_numbers_permit() {
        let n = |rest: [u64; 4]| {
            let sizes = std::iter::once(written("N")).chain(rest.map(Size::Known));
            Size::rule(Rule::Window, sizes.collect()).show().unwrap_or_default()
        };
        assert_eq!(n([5, 1, 0, 1]), "N - 4");
        assert_eq!(n([3, 1, 1, 1]), "N");
        assert_eq!(n([2, 2, 0, 1]), "N / 2");
        assert_eq!(n([3, 2, 1, 1]), "(N - 1) / 2 + 1");
        let formula = |sizes: [&str; 5]| {
            let size = |text: &str| text.parse().map_or_else(|_| written(text), Size::Known);
            Size::rule(Rule::Window, sizes.into_iter().map(size).collect()).show().unwrap_or_default()
        };
        assert_eq!(formula(["8", "K", "1", "0", "1"]), "9 - K");
        assert_eq!(formula(["N - 1", "1", "1", "0", "1"]), "N - 1");
        assert_eq!(formula(["N", "K", "2", "P", "1"]), "(N + 2 * P - K) / 2 + 1");
        assert_eq!(formula(["8", "3", "S", "1", "D"]), "(9 - D * (3 - 1)) / S + 1");
        let up = |rest: [u64; 5]| {
            let sizes = std::iter::once(written("N")).chain(rest.map(Size::Known));
            Size::rule(Rule::Transposed, sizes.collect()).show().unwrap_or_default()
        };
        assert_eq!(up([2, 2, 0, 1, 0]), "N * 2");
        assert_eq!(up([3, 1, 0, 1, 0]), "N + 2");
    }
}
