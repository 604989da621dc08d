//! One sample with the products inlined, and where the target alone decides on the instructions everything else of it too: see [`ONE_LEVEL`].

use fearless_simd::Simd;

use super::{Attention, SIZED, parts, parts_mut};
use crate::kernels::ONE_LEVEL;
use crate::kernels::attention;
use crate::kernels::dense;
use crate::kernels::pointwise::Unchanged;
use crate::layers::dense::Bias;
use crate::parameters::Parameters;
use crate::scalar::Scalar;
use crate::shape::Sequence;

impl<
    T: Scalar,
    const F: usize,
    const F3: usize,
    const HEADS: usize,
    const CAUSAL: bool,
    X: Sequence,
    B: Bias<T>,
    C: Bias<T>,
> Attention<T, F, F3, HEADS, CAUSAL, X, B, C>
{
    /// Whether one sample is inlined into the network.
    pub(super) const IS_SMALL: bool = ONE_LEVEL && F3 * F <= SIZED && X::STEPS * X::LEN <= SIZED;

    /// One sample with the products inlined; `cache` is empty if nothing is to be kept.
    #[inline(always)]
    pub(super) fn sized<S: Simd>(&self, simd: S, x: &[T], y: &mut [T], cache: &mut [T], scratch: &mut [T]) {
        let (around, kept, scratch) = if cache.is_empty() {
            let (around, scratch) = scratch.split_at_mut(Self::AROUND);
            (around, &mut [][..], scratch)
        } else {
            let (around, kept) = cache.split_at_mut(Self::AROUND);
            (around, kept, scratch)
        };
        let [inner, taken, _] = parts_mut(around, [3 * X::LEN, X::LEN]);
        let parameters = self.first();
        for (x, inner) in x.as_chunks::<F>().0.iter().zip(inner.as_chunks_mut::<F3>().0) {
            dense::sized::<S, T, _, F, F3>(simd, parameters, x, inner, Unchanged);
        }
        if Self::IS_SMALL {
            attention::small(simd, Self::attention(1), inner, taken, kept, scratch);
        } else {
            T::attention(simd.level(), Self::attention(1), &[], inner, taken, kept, scratch);
        }
        for (taken, y) in taken.as_chunks::<F>().0.iter().zip(y.as_chunks_mut::<F>().0) {
            dense::sized::<S, T, _, F, F>(simd, self.out_proj.as_slice(), taken, y, Unchanged);
        }
    }

    /// Back through one sample with everything inlined.
    #[inline(always)]
    pub(super) fn back_inlined<S: Simd>(
        &self,
        simd: S,
        [x, cache, dy]: [&[T]; 3],
        dx: Option<&mut [T]>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let sizes = [3 * X::LEN, X::LEN];
        let ([inner, taken, kept], [d_inner, d_taken, _]) = (parts(cache, sizes), parts_mut(scratch, sizes));
        let (w, dw, db) = (&self.out_proj.weight, &mut grad.out_proj.weight, &mut grad.out_proj.bias);
        let steps = taken.as_chunks::<F>().0.iter().zip(dy.as_chunks::<F>().0).zip(d_taken.as_chunks_mut::<F>().0);
        for ((taken, dy), d_taken) in steps {
            let (dw, db) = (dw.as_mut_slice(), db.as_mut_slice());
            dense::sample_backward(simd, w.as_slice(), taken, dy, Some(d_taken), dw, db);
        }
        attention::small_backward(Self::attention(1), inner, taken, kept, d_taken, d_inner);
        let mut dx = dx.map(|dx| dx.as_chunks_mut::<F>().0.iter_mut());
        for (x, dy) in x.as_chunks::<F>().0.iter().zip(d_inner.as_chunks::<F3>().0) {
            let (dw, db) = (grad.in_proj_weight.as_mut_slice(), grad.in_proj_bias.as_mut_slice());
            let dx = dx.as_mut().and_then(Iterator::next).map(<[T; F]>::as_mut_slice);
            dense::sample_backward(simd, self.in_proj_weight.as_slice(), x, dy, dx, dw, db);
        }
    }
}
