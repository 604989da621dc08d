//! Vectors with fewer values than lanes.

use fearless_simd::{Select, Simd, SimdBase, SimdFloat, SimdFloatElement, f32x4, f32x8, f64x2, f64x4};

use crate::ONE_LEVEL;
use crate::number::{MOST_LANES, Number};

/// Vectors of 256 and 128 bits, which every instruction set has, if only in parts.
pub trait Narrow: SimdFloatElement {
    /// Half of 512 bits.
    type Half<S: Simd>: SimdFloat<S, Element = Self>;
    /// A quarter of 512 bits.
    type Quarter<S: Simd>: SimdFloat<S, Element = Self>;
}

impl Narrow for f32 {
    type Half<S: Simd> = f32x8<S>;
    type Quarter<S: Simd> = f32x4<S>;
}

impl Narrow for f64 {
    type Half<S: Simd> = f64x4<S>;
    type Quarter<S: Simd> = f64x2<S>;
}

/// As many times `len` values of both as there are.
#[cfg(feature = "std")]
#[inline(always)]
pub(super) fn pieces<'a, T>(x: &'a [T], y: &'a mut [T], len: usize) -> impl Iterator<Item = (&'a [T], &'a mut [T])> {
    x.chunks_exact(len).zip(y.chunks_exact_mut(len))
}

/// The same without a division: of chunks `zip` takes the count, and where it is not inlined, the compiler cannot tell that `len` is not zero.
#[cfg(not(feature = "std"))]
#[inline(always)]
pub(super) fn pieces<'a, T>(
    mut x: &'a [T],
    mut y: &'a mut [T],
    len: usize,
) -> impl Iterator<Item = (&'a [T], &'a mut [T])> {
    core::iter::from_fn(
        #[inline(always)]
        move || {
            let (of_x, of_y) = (x.split_off(..len)?, y.split_off_mut(..len)?);
            Some((of_x, of_y))
        },
    )
}

/// The values in the first lanes, `fill` in the others.
///
/// Lane by lane, which the compiler turns into a few loads where it knows how many values there are: a way through a
/// padded array would make the vector's load wait for the stores before it.
#[inline(always)]
pub(super) fn load_part<S: Simd, T: Number, V: SimdBase<S, Element = T>>(simd: S, values: &[T], fill: T) -> V {
    V::from_fn(
        simd,
        #[inline(always)]
        |i| if i < values.len() { values[i] } else { fill },
    )
}

/// The values, fewer than a vector has lanes, with zeros behind them.
#[inline(always)]
pub(super) fn padded<T: Number>(values: &[T]) -> [T; MOST_LANES] {
    let mut all = [T::ZERO; MOST_LANES];
    for (to, value) in all.iter_mut().zip(values) {
        *to = *value;
    }
    all
}

/// Stores as many lanes as there is room for.
#[inline(always)]
pub(super) fn store_part<S: Simd, T: Number, V: SimdBase<S, Element = T>>(vector: V, values: &mut [T]) {
    if ONE_LEVEL {
        // Lane by lane as in `load_part`: of such places the compiler knows that a vector has them.
        for i in 0..V::LEN {
            if let Some(value) = values.get_mut(i) {
                *value = vector[i];
            }
        }
        return;
    }
    for (i, value) in values.iter_mut().enumerate() {
        *value = vector[i];
    }
}

/// The vector of `values` from `at` on, and zeros behind them.
#[inline(always)]
pub fn load_at<S: Simd, T: Number>(simd: S, values: &[T], at: usize) -> T::Native<S> {
    let len = T::Native::<S>::LEN;
    if at + len <= values.len() {
        T::Native::<S>::from_slice(simd, &values[at..at + len])
    } else {
        load_part::<S, T, _>(simd, values.get(at..).unwrap_or_default(), T::ZERO)
    }
}

/// Stores as many lanes from `at` on as there is room for.
#[inline(always)]
pub fn store_at<S: Simd, T: Number>(vector: T::Native<S>, values: &mut [T], at: usize) {
    let len = T::Native::<S>::LEN;
    if at + len <= values.len() {
        vector.store_slice(&mut values[at..at + len]);
    } else {
        store_part::<S, T, _>(vector, values.get_mut(at..).unwrap_or_default());
    }
}

/// [`load_at`] in a loop over vectors, all of which are `WHOLE` but the last one. Where only the slice knows which this is, the compiler would
/// put together every vector from its lanes.
#[inline(always)]
pub(super) fn load<S: Simd, T: Number, const WHOLE: bool>(simd: S, values: &[T], at: usize) -> T::Native<S> {
    if !WHOLE {
        return load_at::<S, T>(simd, values, at);
    }
    match values.get(at..at + T::Native::<S>::LEN) {
        Some(vector) => T::Native::<S>::from_slice(simd, vector),
        None => T::Native::<S>::splat(simd, T::ZERO),
    }
}

/// [`store_at`] in such a loop.
#[inline(always)]
pub(super) fn store<S: Simd, T: Number, const WHOLE: bool>(vector: T::Native<S>, values: &mut [T], at: usize) {
    if !WHOLE {
        store_at::<S, T>(vector, values, at);
    } else if let Some(values) = values.get_mut(at..at + T::Native::<S>::LEN) {
        vector.store_slice(values);
    }
}

/// Makes zero of values below 2^33 times the smallest normal number, which is 1e-28 in `f32`: neither they nor their products with weights are
/// subnormal then, and a processor takes a hundred times as long for what is. All other values stay as they are.
#[inline(always)]
pub fn clean<S: Simd, T: Number>(simd: S, values: &mut [T]) {
    let least = T::Native::<S>::splat(simd, T::MIN_POSITIVE * T::from_f64((1_u64 << 33) as f64));
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    for at in (0..values.len()).step_by(T::Native::<S>::LEN) {
        let value = load_at::<S, T>(simd, values, at);
        // Stored either way: what is stored in some lanes only is slow to be read.
        store_at::<S, T>(value.abs().simd_lt(least).select(zero, value), values, at);
    }
}
