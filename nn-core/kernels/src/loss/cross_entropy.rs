//! The cross entropy where every class may count.

use fearless_simd::{Simd, SimdBase};

use crate::math::{exp_or_zero, product};
use crate::number::Number;

/// Turns `dy`, which holds how much each class counts in every lane, into the gradient times `scale` of
/// `-Σ dy ln softmax(y)`; writes each lane's loss to `losses`.
///
/// The powers are computed twice: between the two passes there is no room for them.
#[inline(always)]
pub fn cross_entropy<S: Simd, T: Number>(simd: S, y: &[T], scale: T, dy: &mut [T], losses: &mut [T]) {
    let len = T::Native::<S>::LEN;
    for start in (0..T::LANES).step_by(len) {
        let lanes = start..start + len;
        let mut top = T::Native::<S>::splat(simd, T::from_f64(f64::NEG_INFINITY));
        for y in y.chunks_exact(T::LANES) {
            top = top.max(T::Native::<S>::from_slice(simd, &y[lanes.clone()]));
        }
        let zero = T::Native::<S>::splat(simd, T::ZERO);
        let mut sum = zero;
        for y in y.chunks_exact(T::LANES) {
            sum += exp_or_zero::<S, T>(simd, T::Native::<S>::from_slice(simd, &y[lanes.clone()]) - top);
        }
        let half = T::Native::<S>::splat(simd, T::from_f64(0.5));
        let (half_ln_sum, half_top) = (T::ln(simd, sum) * half, top * half);
        let (mut loss, mut counts) = (zero, zero);
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact(T::LANES)) {
            let count = T::Native::<S>::from_slice(simd, &dy[lanes.clone()]);
            // Halves of two logits have a difference that is finite, which a class that does not count is multiplied by 0.
            let half_y = T::Native::<S>::from_slice(simd, &y[lanes.clone()]) * half;
            loss += (count + count) * (half_ln_sum + (half_top - half_y));
            counts += count;
        }
        let factor = counts * scale / sum;
        for (y, dy) in y.chunks_exact(T::LANES).zip(dy.chunks_exact_mut(T::LANES)) {
            let dy = &mut dy[lanes.clone()];
            let power = exp_or_zero::<S, T>(simd, T::Native::<S>::from_slice(simd, &y[lanes.clone()]) - top);
            let share = product::<S, T>(simd, power, factor);
            (share - T::Native::<S>::from_slice(simd, dy) * scale).store_slice(dy);
        }
        loss.store_slice(&mut losses[lanes]);
    }
}
