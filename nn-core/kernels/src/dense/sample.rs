//! One sample: vector lanes run down the columns of the weights.
//!
//! The outputs are cut into vectors, the last of which overlaps its neighbour and computes the same values again. Up to
//! eight of them form a [`tile`] that stays in registers over all columns. A layer with fewer outputs than a vector has
//! lanes takes narrower vectors or lets the last lanes run into the next column; what they hold is not stored. One output is
//! a scalar product.

use core::hint::black_box;

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::plain;
use super::tile::{Columns, narrow_tile, tile};
use crate::number::Number;
use crate::part::{load_part, store_part};
use crate::pointwise::Function;

/// Vectors of a full tile.
const TILE: usize = 8;

/// Inputs from which on the compiler does not take a sample apart: it reads them in a loop.
const LONG: usize = 64;

/// Weights up to which a product is inlined: a network of many larger ones would be a single function, on which a compiler spends more than
/// in proportion.
const INLINE: usize = 32 * 32;

/// `y = f(w x + b)` for one sample, with the weights column by column and behind them the bias, if there is one.
///
/// `IN` and `OUT` are the lengths of `x` and `y` where the compiler knows them: then it never sees the tiles of other
/// sizes. They are 0 where only the slices know them.
#[inline(always)]
pub fn sample<S: Simd, T: Number, F: Function, const IN: usize, const OUT: usize>(
    simd: S,
    parameters: &[T],
    x: &[T],
    y: &mut [T],
    function: F,
) {
    if const { IN > 0 && IN < LONG } {
        // The input stays in memory, from which a multiply-add takes one value in all lanes by itself. In registers, where the
        // compiler would rather have what it sees being stored before, that takes two shuffles a value.
        black_box(x.as_ptr());
    }
    let columns = Columns { parameters, x, outputs: y.len() };
    let lanes = lanes::<S, T>(y.len());
    if const { OUT == 0 || self::lanes::<S, T>(OUT) == 1 } && lanes == 1 {
        row::<S, T, F, IN>(simd, parameters, x, y, function);
    } else if const { OUT == 0 || OUT >= T::Native::<S>::LEN } && y.len() >= T::Native::<S>::LEN {
        wide::<S, T, F, IN, OUT>(simd, columns, y, function);
    } else if const { OUT == 0 || self::lanes::<S, T>(OUT) == T::Native::<S>::LEN } && lanes == T::Native::<S>::LEN {
        let sum = narrow_tile::<S, T, T::Native<S>, IN>(simd, columns);
        store_part::<S, T, _>(function.value::<S, T>(simd, sum), y);
    } else if const { OUT == 0 || self::lanes::<S, T>(OUT) == T::Half::<S>::LEN } && lanes == T::Half::<S>::LEN {
        narrow::<S, T, T::Half<S>, F, IN>(simd, columns, y, function);
    } else if const { OUT == 0 || self::lanes::<S, T>(OUT) == T::Quarter::<S>::LEN } {
        narrow::<S, T, T::Quarter<S>, F, IN>(simd, columns, y, function);
    }
}

/// [`sample`] of known sizes: inlined, or in a function that layers of one size and activation share.
#[inline(always)]
pub fn sized<S: Simd, T: Number, F: Function, const IN: usize, const OUT: usize>(
    simd: S,
    parameters: &[T],
    x: &[T; IN],
    y: &mut [T; OUT],
    function: F,
) {
    if const { IN * OUT <= INLINE } {
        sample::<S, T, F, IN, OUT>(simd, parameters, x, y, function);
    } else {
        apart::<S, T, F, IN, OUT>(simd, parameters, x, y, function);
    }
}

#[inline(never)]
fn apart<S: Simd, T: Number, F: Function, const IN: usize, const OUT: usize>(
    simd: S,
    parameters: &[T],
    x: &[T; IN],
    y: &mut [T; OUT],
    function: F,
) {
    simd.vectorize(
        #[inline(always)]
        || sample::<S, T, F, IN, OUT>(simd, parameters, x, y, function),
    );
}

/// The lanes of the vectors for so many outputs: of the widest that they fill by more than half.
const fn lanes<S: Simd, T: Number>(outputs: usize) -> usize {
    if outputs <= 1 {
        1
    } else if 2 * outputs > T::Native::<S>::LEN {
        T::Native::<S>::LEN
    } else if 2 * outputs > T::Half::<S>::LEN {
        T::Half::<S>::LEN
    } else {
        T::Quarter::<S>::LEN
    }
}

/// A native vector of outputs or more: full tiles, and one of the rest.
#[inline(always)]
fn wide<S: Simd, T: Number, F: Function, const IN: usize, const OUT: usize>(
    simd: S,
    columns: Columns<'_, T>,
    y: &mut [T],
    function: F,
) {
    let len = T::Native::<S>::LEN;
    let mut at = 0;
    // Of few outputs whose number the compiler knows, a tile of all of them is no copy more.
    if const { plain::<S, T>() && (OUT == 0 || OUT > 4 * T::Native::<S>::LEN) } {
        while y.len() - at >= 4 * len {
            some::<S, T, F, IN, 4>(simd, columns, y, at, function);
            at += 4 * len;
        }
        while at < y.len() {
            some::<S, T, F, IN, 1>(simd, columns, y, at.min(y.len() - len), function);
            at += len;
        }
        return;
    }
    if const { OUT == 0 || OUT > TILE * T::Native::<S>::LEN } {
        while y.len() - at > TILE * len {
            // A tile of a single vector would cost as much as one of four.
            if y.len() - at <= (TILE + 4) * len {
                some::<S, T, F, IN, 4>(simd, columns, y, at, function);
                at += 4 * len;
            } else {
                some::<S, T, F, IN, TILE>(simd, columns, y, at, function);
                at += TILE * len;
            }
        }
    }
    macro_rules! rest {
        ($($count:literal)*) => {
            $(
                if const { OUT == 0 || rest(OUT, T::Native::<S>::LEN) == $count } && rest(y.len(), len) == $count {
                    some::<S, T, F, IN, $count>(simd, columns, y, at, function);
                }
            )*
        };
    }
    rest!(1 2 3 4 5 6 7 8);
}

/// The vectors of so many outputs that are left to the last tile: 1 to 8, and 1 only if that is all.
const fn rest(outputs: usize, len: usize) -> usize {
    let vectors = outputs.div_ceil(len);
    if vectors <= TILE {
        return vectors;
    }
    let rest = (vectors - 1) % TILE + 1;
    if rest <= 4 { rest + 4 } else { rest }
}

/// `N` vectors of outputs from `at` on.
#[inline(always)]
fn some<S: Simd, T: Number, F: Function, const IN: usize, const N: usize>(
    simd: S,
    columns: Columns<'_, T>,
    y: &mut [T],
    at: usize,
    function: F,
) {
    let len = T::Native::<S>::LEN;
    let last = columns.last::<N>(at, len);
    let y = &mut y[at..][..last + len];
    for (v, sum) in tile::<S, T, IN, N>(simd, columns, at).into_iter().enumerate() {
        let start = if v + 1 < N { v * len } else { last };
        function.value::<S, T>(simd, sum).store_slice(&mut y[start..start + len]);
    }
}

/// Fewer outputs than half a native vector has lanes, in a narrower one.
#[inline(always)]
fn narrow<S: Simd, T: Number, V: SimdFloat<S, Element = T>, F: Function, const IN: usize>(
    simd: S,
    columns: Columns<'_, T>,
    y: &mut [T],
    function: F,
) {
    let sum = narrow_tile::<S, T, V, IN>(simd, columns);
    let sum = load_part::<S, T, T::Native<S>>(simd, sum.as_slice(), T::ZERO);
    store_part::<S, T, _>(function.value::<S, T>(simd, sum), y);
}

/// One output: `y = f(w · x + b)`.
#[inline(always)]
fn row<S: Simd, T: Number, F: Function, const IN: usize>(simd: S, parameters: &[T], x: &[T], y: &mut [T], function: F) {
    let (w, b) = parameters.split_at(x.len());
    let mut sum = if const { IN <= T::Half::<S>::LEN } && x.len() <= T::Quarter::<S>::LEN {
        dot::<S, T, T::Quarter<S>>(simd, w, x)
    } else if const { IN <= T::Half::<S>::LEN } && x.len() <= T::Half::<S>::LEN {
        dot::<S, T, T::Half<S>>(simd, w, x)
    } else {
        dot::<S, T, T::Native<S>>(simd, w, x)
    };
    if let [b] = b {
        sum += *b;
    }
    y[0] = function.value::<S, T>(simd, T::Native::<S>::splat(simd, sum))[0];
}

/// `x · y`, in four sums: one alone would wait for itself.
#[inline(always)]
fn dot<S: Simd, T: Number, V: SimdFloat<S, Element = T>>(simd: S, x: &[T], y: &[T]) -> T {
    let mut sums = [V::splat(simd, T::ZERO); 4];
    let (mut xs, mut ys) = (x.chunks_exact(4 * V::LEN), y.chunks_exact(4 * V::LEN));
    for (x, y) in (&mut xs).zip(&mut ys) {
        for (v, sum) in sums.iter_mut().enumerate() {
            let x = V::from_slice(simd, &x[v * V::LEN..][..V::LEN]);
            *sum = x.mul_add(V::from_slice(simd, &y[v * V::LEN..][..V::LEN]), *sum);
        }
    }
    let (mut xs, mut ys) = (xs.remainder().chunks_exact(V::LEN), ys.remainder().chunks_exact(V::LEN));
    for ((x, y), sum) in (&mut xs).zip(&mut ys).zip(&mut sums) {
        *sum = V::from_slice(simd, x).mul_add(V::from_slice(simd, y), *sum);
    }
    let (x, y) = (xs.remainder(), ys.remainder());
    if !x.is_empty() {
        sums[3] = load_part::<S, T, V>(simd, x, T::ZERO).mul_add(load_part::<S, T, V>(simd, y, T::ZERO), sums[3]);
    }
    ((sums[0] + sums[1]) + (sums[2] + sums[3])).reduce_sum()
}
