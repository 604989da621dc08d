//! One sample of few steps, whose sizes the compiler knows, on a processor without wide vectors: step after step, head by head. Inlined into
//! the network, where no check is left. The shares of a step lie side by side.

use core::ops::Range;

use fearless_simd::{Simd, SimdBase};

use super::Attention;
use crate::math::zero_below;
use crate::number::Number;
use crate::part::load_part;

/// What a head has of the queries of a step.
const QUERY: usize = 0;
/// Of its keys.
const KEY: usize = 1;
/// Of its values.
const VALUE: usize = 2;

impl Attention {
    /// Where a head's part of the step `t` lies in lines of `width` features, behind `part` times those of a step.
    #[inline(always)]
    const fn place(&self, width: usize, t: usize, part: usize, head: usize) -> Range<usize> {
        let (from, depth) = (t * width + part * self.features, self.depth());
        from + head * depth..from + (head + 1) * depth
    }

    /// A head's query, key or value of the step `t`.
    #[inline(always)]
    fn of<'a, T>(&self, x: &'a [T], t: usize, part: usize, head: usize) -> &'a [T] {
        x.get(self.place(3 * self.features, t, part, head)).unwrap_or_default()
    }

    /// The same to be written.
    #[inline(always)]
    fn of_mut<'a, T>(&self, x: &'a mut [T], t: usize, part: usize, head: usize) -> &'a mut [T] {
        x.get_mut(self.place(3 * self.features, t, part, head)).unwrap_or_default()
    }

    /// Where the shares of a head's step lie.
    #[inline(always)]
    const fn row(&self, head: usize, t: usize) -> Range<usize> {
        let row = head * self.steps + t;
        row * self.steps..(row + 1) * self.steps
    }

    /// How many steps the step `t` sees.
    #[inline(always)]
    const fn seen(&self, t: usize) -> usize {
        if self.causal { t + 1 } else { self.steps }
    }
}

#[inline(always)]
fn dot<T: Number>(a: &[T], b: &[T]) -> T {
    a.iter().zip(b).fold(T::ZERO, |sum, (a, b)| sum + *a * *b)
}

/// `y += a x`
#[inline(always)]
fn add<T: Number>(a: T, x: &[T], y: &mut [T]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += a * *x;
    }
}

/// `p = exp(scale (p - max)) / Σ`, in place. NaN makes all of it NaN.
#[inline(always)]
fn softmax<S: Simd, T: Number>(simd: S, scale: T, lowest: T, p: &mut [T]) {
    let splat = |value: T| T::Native::<S>::splat(simd, value);
    let max = p.iter().fold(T::from_f64(f64::NEG_INFINITY), |max, p| if *p > max { *p } else { max });
    let mut sum = T::ZERO;
    for p in p.chunks_mut(T::Native::<S>::LEN) {
        let shifted = (load_part::<S, T, T::Native<S>>(simd, p, max) - splat(max)) * splat(scale);
        let power = zero_below::<S, T>(
            simd,
            lowest,
            shifted,
            #[inline(always)]
            |x| T::exp(simd, x),
        );
        for (p, power) in p.iter_mut().zip(power.as_slice()) {
            *p = *power;
            sum += *power;
        }
    }
    let share = T::ONE / sum;
    for p in p {
        *p *= share;
    }
}

/// The way forward. `kept` gets the shares of every step of every head, unless it is empty; `scratch` holds those of one step.
#[inline(always)]
pub fn small<S: Simd, T: Number>(simd: S, size: Attention, x: &[T], y: &mut [T], kept: &mut [T], scratch: &mut [T]) {
    let (scale, lowest, keeps) = (size.scale(), size.lowest(), !kept.is_empty());
    for head in 0..size.heads {
        for t in 0..size.steps {
            let row = if keeps { kept.get_mut(size.row(head, t)) } else { scratch.get_mut(..size.steps) };
            let row = row.unwrap_or_default();
            let (p, behind) = row.split_at_mut(size.seen(t).min(row.len()));
            behind.fill(T::ZERO);
            for (u, p) in p.iter_mut().enumerate() {
                *p = dot(size.of(x, t, QUERY, head), size.of(x, u, KEY, head));
            }
            softmax(simd, scale, lowest, p);
            let y = y.get_mut(size.place(size.features, t, 0, head)).unwrap_or_default();
            y.fill(T::ZERO);
            for (u, p) in p.iter().enumerate() {
                add(*p, size.of(x, u, VALUE, head), y);
            }
        }
    }
}

/// The way back from `dy`, the gradient with respect to `y`; writes `dx`.
#[inline(always)]
pub fn small_backward<T: Number>(size: Attention, x: &[T], y: &[T], kept: &[T], dy: &[T], dx: &mut [T]) {
    let scale = size.scale::<T>();
    dx.fill(T::BASE);
    for head in 0..size.heads {
        for t in 0..size.steps {
            let p = kept.get(size.row(head, t)).unwrap_or_default();
            let p = &p[..size.seen(t).min(p.len())];
            let place = size.place(size.features, t, 0, head);
            let (y, dy) = (y.get(place.clone()).unwrap_or_default(), dy.get(place).unwrap_or_default());
            // What comes out is the sum of the values by their shares: so is its product with `dy`.
            let sum = dot(dy, y);
            for (u, p) in p.iter().enumerate() {
                let ds = *p * (dot(dy, size.of(x, u, VALUE, head)) - sum) * scale;
                add(*p, dy, size.of_mut(dx, u, VALUE, head));
                add(ds, size.of(x, t, QUERY, head), size.of_mut(dx, u, KEY, head));
                add(ds, size.of(x, u, KEY, head), size.of_mut(dx, t, QUERY, head));
            }
        }
    }
    for dx in dx {
        *dx -= T::BASE;
    }
}
