//! Evaluation of a polynomial.

use fearless_simd::{Simd, SimdBase, SimdFloat};

/// `x²`, or 2⁻¹⁰⁰ where that is more: beside a number that is not tiny it makes no difference, and no processor takes long over it.
#[inline(always)]
pub(super) fn not_subnormal_square<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    const LEAST: f32 = 1.0 / (1_u128 << 100) as f32;
    x.mul_add(x, S::f32s::splat(simd, LEAST))
}

/// `c[0] + c[1] x + … + c[N − 1] xᴺ⁻¹`, for `N ≥ 2`, with `x²` as the caller has it.
///
/// Even and odd powers are two Horner chains in `x²`, which halves the latency for one multiplication more:
///
/// ```text
/// N = 5:   c0 + x (c1 + x² c3) + x² (c2 + x² c4)
/// N = 4:   (c0 + x² c2) + x (c1 + x² c3)
/// ```
#[inline(always)]
pub(super) fn polynomial<S: Simd, const N: usize>(simd: S, c: [f32; N], x: S::f32s, x2: S::f32s) -> S::f32s {
    let mut low = S::f32s::splat(simd, c[N - 2]);
    let mut high = S::f32s::splat(simd, c[N - 1]);
    let mut next = N - 2;
    while next >= 2 {
        low = low.mul_add(x2, c[next - 2]);
        high = high.mul_add(x2, c[next - 1]);
        next -= 2;
    }
    if next == 1 { high.mul_add(x2, low.mul_add(x, c[0])) } else { high.mul_add(x, low) }
}
