//! A tile of the outputs of one sample: some vectors that stay in registers over all columns of the weights.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use core::sync::atomic::Ordering::SeqCst;
use core::sync::atomic::compiler_fence;

use fearless_simd::{Simd, SimdFloat};

use super::plain;
use crate::number::Number;
use crate::part::load_part;

/// A dense layer and one sample.
#[derive(Clone, Copy)]
pub(super) struct Columns<'a, T> {
    /// A column of weights for each input, then the bias, if there is one.
    pub(super) parameters: &'a [T],
    pub(super) x: &'a [T],
    pub(super) outputs: usize,
}

impl<T: Number> Columns<'_, T> {
    /// Where the last of `N` vectors of `len` outputs begins, counted from the first one, which begins at `at`: earlier than
    /// behind its neighbour if it would reach behind the last output.
    #[inline(always)]
    pub(super) fn last<const N: usize>(self, at: usize, len: usize) -> usize {
        let last = (N - 1) * len;
        // The lower bound is always met; it spares the loops over columns a check of each vector's place.
        if N == 1 { 0 } else { (self.outputs - at).saturating_sub(len).clamp(last - len, last) }
    }

    #[inline(always)]
    fn bias(&self) -> &[T] {
        &self.parameters[self.x.len() * self.outputs..]
    }
}

/// `w x + b` for `N` vectors of outputs from `at` on.
///
/// A multiply-add waits four cycles for the one before it, and two can begin in each: a tile of few vectors has several
/// sums over the columns. Each takes a run of columns of its own, because the processor reads several streams faster than one.
#[inline(always)]
pub(super) fn tile<S: Simd, T: Number, const IN: usize, const N: usize>(
    simd: S,
    columns: Columns<'_, T>,
    at: usize,
) -> [T::Native<S>; N] {
    if const { plain::<S, T>() } {
        return sum::<S, T, _, N, FEW>(simd, columns, at);
    }
    let many = const { sums(N, size_of::<T::Native<S>>()) };
    if const { IN > 0 && !is_long(IN, sums(N, size_of::<T::Native<S>>())) } {
        sum::<S, T, _, N, FEW>(simd, columns, at)
    } else if const { IN > 0 || is_long(1, sums(N, size_of::<T::Native<S>>())) } || is_long(columns.x.len(), many) {
        match const { sums(N, size_of::<T::Native<S>>()) } {
            8 => sum::<S, T, _, N, 8>(simd, columns, at),
            4 => sum::<S, T, _, N, 4>(simd, columns, at),
            2 => sum::<S, T, _, N, 2>(simd, columns, at),
            _ => sum::<S, T, _, N, 1>(simd, columns, at),
        }
    } else {
        sum::<S, T, _, N, FEW>(simd, columns, at)
    }
}

/// `w x + b` in one vector of more lanes than there are outputs, but at most twice as many. Those behind the last output
/// run into the next column, or the bias.
#[inline(always)]
pub(super) fn narrow_tile<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const IN: usize>(
    simd: S,
    columns: Columns<'_, T>,
) -> V {
    if const { plain::<S, T>() || (IN > 0 && !is_long(IN, NARROW)) } {
        narrow_sum::<S, T, V, FEW>(simd, columns)
    } else if const { IN > 0 } || is_long(columns.x.len(), NARROW) {
        narrow_sum::<S, T, V, NARROW>(simd, columns)
    } else {
        narrow_sum::<S, T, V, FEW>(simd, columns)
    }
}

/// In how many sums a tile of `vectors`, each of so many bytes, goes over many columns.
const fn sums(vectors: usize, bytes: usize) -> usize {
    match vectors {
        1 => NARROW,
        2 | 3 => 4,
        4..=6 => FEW,
        // AVX2 has but 16 registers. At NEON the loads of a column take as long as a sum waits for itself.
        _ if bytes == 64 => FEW,
        _ => 1,
    }
}

/// The sums of a single vector.
const NARROW: usize = 8;

/// In how many sums a tile goes over few columns: to add up more would take longer than they save. A processor without vectors, as most are
/// without an operating system, has registers for one.
const FEW: usize = if cfg!(target_os = "none") { 1 } else { 2 };

/// The vectors of a tile from which on its sums are more than a processor looks ahead, if one stands after the other.
const MANY: usize = 4;

/// Whether so many columns are many. Whether the compiler knows their number makes no difference, since the order of a sum
/// decides how it is rounded.
const fn is_long(inputs: usize, sums: usize) -> bool {
    sums <= FEW || inputs >= 4 * sums
}

/// [`tile`] with `P` sums over the columns.
#[inline(always)]
fn sum<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const N: usize, const P: usize>(
    simd: S,
    columns: Columns<'_, T>,
    at: usize,
) -> [V; N] {
    let Columns { parameters, x, outputs } = columns;
    let last = columns.last::<N>(at, V::LEN);
    // Negative zero changes nothing that it is added to: of a single column the compiler leaves the other sums out.
    let mut sums = [[V::splat(simd, -T::ZERO); N]; P];
    let bias = columns.bias();
    sums[0] = [V::splat(simd, T::ZERO); N];
    if !bias.is_empty() {
        sums[0] = load(simd, &bias[at..][..last + V::LEN], last);
    }
    add_columns(simd, &parameters[at..], outputs, x, last, &mut sums);
    fold(&mut sums);
    sums[0]
}

/// [`narrow_tile`] with `P` sums over the columns.
#[inline(always)]
fn narrow_sum<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const P: usize>(simd: S, columns: Columns<'_, T>) -> V {
    let Columns { parameters, x, outputs } = columns;
    let mut sums = [[V::splat(simd, T::ZERO)]; P];
    let bias = columns.bias();
    if bias.is_empty() {
        // The last column has nothing behind it to run into.
        let last = x.len() - 1;
        let column = load_part::<S, T, V>(simd, &parameters[last * outputs..], T::ZERO);
        sums[0][0] = column * V::splat(simd, x[last]);
        add_columns(simd, parameters, outputs, &x[..last], 0, &mut sums);
    } else {
        sums[0][0] = load_part::<S, T, V>(simd, bias, T::ZERO);
        add_columns(simd, parameters, outputs, x, 0, &mut sums);
    }
    fold(&mut sums);
    sums[0][0]
}

/// Adds all columns: each of `P` sums a run of them, and what is left one by one.
#[inline(always)]
fn add_columns<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const N: usize, const P: usize>(
    simd: S,
    weights: &[T],
    outputs: usize,
    x: &[T],
    last: usize,
    sums: &mut [[V; N]; P],
) {
    let run = x.len() / P;
    for i in 0..run {
        for p in 0..P {
            let column = p * run + i;
            add(simd, &weights[column * outputs..][..last + V::LEN], last, x[column], &mut sums[p]);
        }
        if N >= MANY && cfg!(not(target_os = "none")) {
            // No instruction: it keeps the columns apart. Else the compiler may put all additions to one sum after each other, which spares
            // it registers, and the processor sees too few of the sums at a time to have one that need not wait. Small ones do not look ahead.
            compiler_fence(SeqCst);
        }
    }
    for p in 0..x.len() % P {
        let column = P * run + p;
        add(simd, &weights[column * outputs..][..last + V::LEN], last, x[column], &mut sums[p]);
    }
}

/// Adds a column's part: `sum += w x`.
#[inline(always)]
fn add<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const N: usize>(
    simd: S,
    column: &[T],
    last: usize,
    x: T,
    sum: &mut [V; N],
) {
    let x = V::splat(simd, x);
    let weights = load::<S, T, V, N>(simd, column, last);
    for v in 0..N {
        sum[v] = weights[v].mul_add(x, sum[v]);
    }
}

/// `N` vectors side by side, but for the last one, which starts at `last`.
#[inline(always)]
pub(super) fn load<S: Simd, T: Number, V: SimdFloat<S, Element = T>, const N: usize>(
    simd: S,
    values: &[T],
    last: usize,
) -> [V; N] {
    let mut vectors = [V::splat(simd, T::ZERO); N];
    for v in 0..N {
        let start = if v + 1 < N { v * V::LEN } else { last };
        vectors[v] = V::from_slice(simd, &values[start..start + V::LEN]);
    }
    vectors
}

/// Adds all sums to the first one.
#[inline(always)]
fn fold<S: Simd, V: SimdFloat<S>, const N: usize, const P: usize>(sums: &mut [[V; N]; P]) {
    let mut half = P;
    while half > 1 {
        half /= 2;
        for p in 0..half {
            for v in 0..N {
                let other = sums[p + half][v];
                sums[p][v] += other;
            }
        }
    }
}
