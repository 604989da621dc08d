//! Every `f32` function, at every SIMD level of this machine, against `f64`; every `f64` function against its definition.

extern crate std;

use std::{vec, vec::Vec};

use fearless_simd::{Level, Simd, SimdBase};

use super::{Gates, VectorMath};
use crate::levels;

/// The distance between the tested bit patterns. It is prime, so that all exponents and all low bits occur, and leaves
/// two million inputs.
const STRIDE: usize = 2111;

// The largest errors of the `f32` functions in ulp, found over all 2³² inputs with and without fused multiply-add and
// rounded up. Their documentation promises them.
const EXP_ULP: f64 = 1.04;
const EXP_M1_ULP: f64 = 1.65;
const LN_ULP: f64 = 1.03;
const TANH_ULP: f64 = 1.98;
const SIGMOID_ULP: f64 = 2.0;
const SOFTPLUS_ULP: f64 = 2.17;
const NORMAL_CDF_ULP: f64 = 6.2;

/// The relative error by which two sound `f64` implementations, `libm` and the standard library, may differ.
const DOUBLE_TOLERANCE: f64 = 8.0 * f64::EPSILON;

/// A vector function at one level, from a slice to a slice.
type OnSlices = fn(Level, &[f32], &mut [f32]);

/// The error of `y` in units in the last place of the exact result. Everything from 2¹²⁸ on, where `f32` ends, counts
/// as 2¹²⁸.
fn ulp(y: f32, exact: f64) -> f64 {
    let end = 2.0_f64.powi(128);
    let exact = exact.clamp(-end, end);
    let exponent = ((exact.to_bits() >> 52) & 0x7ff).clamp(1023 - 126, 1023 + 127);
    let unit = f64::from_bits((exponent - 23) << 52);
    (f64::from(y).clamp(-end, end) - exact).abs() / unit
}

/// Asserts that `function` is within `max_ulp` of `exact` over the whole range of `f32`, at every level.
fn check_accuracy(function: OnSlices, exact: fn(f64) -> f64, max_ulp: f64) {
    let x: Vec<f32> = (0..=u32::MAX).step_by(STRIDE).map(f32::from_bits).filter(|x| !x.is_nan()).collect();
    let exact: Vec<f64> = x.iter().map(|&x| exact(x.into())).collect();
    for level in levels() {
        let mut y = vec![0.0; x.len()];
        function(level, &x, &mut y);
        for ((&x, &y), &exact) in x.iter().zip(&y).zip(&exact) {
            let close = exact.is_nan() && y.is_nan() || ulp(y, exact) <= max_ulp;
            assert!(close, "{level:?}: f({x:e}) = {y:e}, exactly {exact:e}");
        }
    }
}

/// Asserts that `function` gives exactly the listed results, signs of zero included, at every level.
fn check_values(function: OnSlices, values: &[(f32, f32)]) {
    let (x, expected): (Vec<_>, Vec<_>) = values.iter().copied().unzip();
    for level in levels() {
        let mut y = vec![0.0; x.len()];
        function(level, &x, &mut y);
        for ((x, y), expected) in x.iter().zip(y).zip(&expected) {
            let same = expected.is_nan() && y.is_nan() || y.to_bits() == expected.to_bits();
            assert!(same, "{level:?}: f({x:e}) = {y:e}, not {expected:e}");
        }
    }
}

/// A test of one `f32` function: its `f64` reference, the largest error in ulp, and its exact values.
macro_rules! function {
    ($name:ident, $exact:expr, $max_ulp:expr, [$($value:expr),* $(,)?]) => {
        #[test]
        fn $name() {
            #[inline(always)]
            fn slices<S: Simd>(simd: S, x: &[f32], y: &mut [f32]) {
                let lanes = S::f32s::LEN;
                for (x, y) in x.chunks(lanes).zip(y.chunks_mut(lanes)) {
                    let mut vector = S::f32s::splat(simd, 0.0);
                    vector.as_mut_slice()[..x.len()].copy_from_slice(x);
                    let result = <f32 as VectorMath>::$name(simd, vector);
                    y.copy_from_slice(&result.as_slice()[..y.len()]);
                }
            }
            fn at(level: Level, x: &[f32], y: &mut [f32]) {
                dispatch!(f32: level, simd => slices(simd, x, y));
            }
            check_accuracy(at, $exact, $max_ulp);
            check_values(at, &[(f32::NAN, f32::NAN), (-f32::NAN, f32::NAN), $($value),*]);
        }
    };
}

/// The smallest positive `f32`, and the largest subnormal one.
const LEAST: f32 = f32::from_bits(1);
const LARGEST_SUBNORMAL: f32 = f32::from_bits(0x007f_ffff);

const INF: f32 = f32::INFINITY;

// The smallest and the largest inputs of `exp` with results that are neither zero nor infinite.
const EXP_LOWEST: f32 = f32::from_bits(0xc2cf_f1b4);
const EXP_HIGHEST: f32 = f32::from_bits(0x42b1_7217);

function!(
    exp,
    f64::exp,
    EXP_ULP,
    [
        (INF, INF),
        (-INF, 0.0),
        (0.0, 1.0),
        (-0.0, 1.0),
        (LEAST, 1.0),
        (-LARGEST_SUBNORMAL, 1.0),
        (EXP_HIGHEST.next_up(), INF),
        (f32::MAX, INF),
        (EXP_LOWEST, LEAST),
        (EXP_LOWEST.next_down(), 0.0),
        (f32::MIN, 0.0),
    ]
);

function!(
    exp_m1,
    f64::exp_m1,
    EXP_M1_ULP,
    [
        (INF, INF),
        (-INF, -1.0),
        (0.0, 0.0),
        (-0.0, -0.0),
        (LEAST, LEAST),
        (-LEAST, -LEAST),
        (LARGEST_SUBNORMAL, LARGEST_SUBNORMAL),
        (EXP_HIGHEST.next_up(), INF),
        (f32::MAX, INF),
        (f32::MIN, -1.0),
    ]
);

function!(
    ln,
    f64::ln,
    LN_ULP,
    [
        (INF, INF),
        (-INF, f32::NAN),
        (0.0, -INF),
        (-0.0, -INF),
        (1.0, 0.0),
        (-LEAST, f32::NAN),
        (-1.0, f32::NAN),
        (LEAST, -103.278_93),
        (f32::MAX, 88.722_84),
    ]
);

function!(
    tanh,
    f64::tanh,
    TANH_ULP,
    [
        (INF, 1.0),
        (-INF, -1.0),
        (0.0, 0.0),
        (-0.0, -0.0),
        (LEAST, LEAST),
        (-LEAST, -LEAST),
        (-LARGEST_SUBNORMAL, -LARGEST_SUBNORMAL),
        (9.02, 1.0),
        (f32::MIN, -1.0),
    ]
);

function!(
    sigmoid,
    |x| 1.0 / (1.0 + (-x).exp()),
    SIGMOID_ULP,
    [
        (INF, 1.0),
        (-INF, 0.0),
        (0.0, 0.5),
        (-0.0, 0.5),
        (f32::MAX, 1.0),
        (f32::MIN, 0.0),
        (EXP_LOWEST, LEAST),
        (EXP_LOWEST.next_down(), 0.0),
    ]
);

function!(
    softplus,
    |x| x.max(0.0) + (-x.abs()).exp().ln_1p(),
    SOFTPLUS_ULP,
    [
        (INF, INF),
        (-INF, 0.0),
        (f32::MAX, f32::MAX),
        (f32::MIN, 0.0),
        (EXP_LOWEST, LEAST),
        (EXP_LOWEST.next_down(), 0.0),
    ]
);

function!(
    normal_cdf,
    |x| 0.5 * libm::erfc(-x / 2.0_f64.sqrt()),
    NORMAL_CDF_ULP,
    [(INF, 1.0), (-INF, 0.0), (0.0, 0.5), (-0.0, 0.5), (f32::MAX, 1.0), (f32::MIN, 0.0),]
);

/// A test of one `f64` function: every lane against the reference.
macro_rules! double {
    ($test:ident, $name:ident, $exact:expr) => {
        #[test]
        fn $test() {
            #[inline(always)]
            fn check<S: Simd>(simd: S) {
                let exact: fn(f64) -> f64 = $exact;
                for first in [-30.0, -3.1, -0.4, 0.1, 2.0, 20.0] {
                    let x = S::f64s::from_fn(simd, |lane| first + lane as f64 / 128.0);
                    let y = <f64 as VectorMath>::$name(simd, x);
                    for (&x, &y) in x.as_slice().iter().zip(y.as_slice()) {
                        let exact = exact(x);
                        let same = exact.is_nan() && y.is_nan();
                        let close = (y - exact).abs() <= DOUBLE_TOLERANCE * exact.abs();
                        assert!(same || close, "f({x}) = {y}, not {exact}");
                    }
                }
            }
            dispatch!(f64: crate::level(), simd => check(simd));
        }
    };
}

#[test]
#[expect(clippy::cast_possible_truncation, reason = "lanes are few, and a step is that of the nearest float")]
fn a_gate_is_the_logistic_function_or_the_tangent() {
    #[inline(always)]
    fn check<S: Simd>(simd: S) {
        // Every 4099th float: some million, of all sizes and both signs.
        for bits in (0..u32::MAX).step_by(4099 * 16) {
            let one = |lane| if lane % 2 == 0 { 1.0 } else { 0.0 };
            let some = Gates::Each(S::f32s::from_fn(simd, one));
            for gates in [Gates::Sigmoid, Gates::Tanh, some] {
                let x = S::f32s::from_fn(simd, |lane| f32::from_bits(bits.wrapping_add(4099 * lane as u32)));
                let y = <f32 as VectorMath>::gate(simd, x, gates);
                for (lane, (&x, &y)) in x.as_slice().iter().zip(y.as_slice()).enumerate() {
                    let x = f64::from(x);
                    let is_tanh = match gates {
                        Gates::Sigmoid => false,
                        Gates::Tanh => true,
                        Gates::Each(_) => lane % 2 == 0,
                    };
                    let exact = if is_tanh {
                        x.tanh()
                    } else {
                        1.0 / (1.0 + (-x.clamp(f64::from(-87.33_f32), f64::MAX)).exp())
                    };
                    let step = f64::from((exact as f32).abs().next_up()) - f64::from((exact as f32).abs());
                    let same = exact.is_nan() && y.is_nan();
                    assert!(
                        same || (f64::from(y) - exact).abs() <= 3.0 * step,
                        "{x} {gates:?}: {y} instead of {exact}"
                    );
                }
            }
        }
    }
    for level in crate::levels() {
        dispatch!(f32: level, simd => check(simd));
    }
}

#[test]
#[expect(clippy::float_cmp, clippy::cast_possible_truncation, reason = "limits are reached, and are the same for both")]
fn a_gate_reaches_its_limits_and_hands_nan_on() {
    fn check<S: Simd, T: VectorMath + Into<f64>>(simd: S, splat: impl Fn(f64) -> T::Native<S>)
    where
        T::Native<S>: SimdBase<S, Element = T>,
    {
        for (gates, is_tanh) in [
            (Gates::Sigmoid, false),
            (Gates::Tanh, true),
            (Gates::Each(splat(1.0)), true),
            (Gates::Each(splat(0.0)), false),
        ] {
            let y = |x| T::gate(simd, splat(x), gates)[0].into();
            assert_eq!(y(f64::INFINITY), 1.0, "{is_tanh}");
            assert!(if is_tanh { y(f64::NEG_INFINITY) == -1.0 } else { (0.0..1e-37).contains(&y(f64::NEG_INFINITY)) });
            assert!(y(f64::NAN).is_nan());
        }
    }
    for level in crate::levels() {
        dispatch!(f32: level, simd => check::<_, f32>(simd, |x| SimdBase::splat(simd, x as f32)));
        dispatch!(f64: level, simd => check::<_, f64>(simd, |x| SimdBase::splat(simd, x)));
    }
}

double!(double_exp, exp, f64::exp);
double!(double_exp_m1, exp_m1, f64::exp_m1);
double!(double_ln, ln, f64::ln);
double!(double_tanh, tanh, f64::tanh);
double!(double_sigmoid, sigmoid, |x| x.exp() / (1.0 + x.exp()));
double!(double_softplus, softplus, |x| x.exp().ln_1p());

/// Symmetry, and the value that every table of the normal distribution prints.
#[test]
fn double_normal_cdf() {
    #[inline(always)]
    fn check<S: Simd>(simd: S) {
        let x = S::f64s::splat(simd, 1.96);
        let (above, below) = (f64::normal_cdf(simd, x)[0], f64::normal_cdf(simd, -x)[0]);
        assert!((above - 0.975_002_104_851_779_5).abs() < 1e-15);
        assert!((above + below - 1.0).abs() < 1e-15);
    }
    dispatch!(f64: crate::level(), simd => check(simd));
}

#[test]
fn scalars() {
    fn check<T: VectorMath + Into<f64>>(two: T, tolerance: f64) {
        let close = |y: T, exact: f64| (y.into() - exact).abs() <= tolerance * exact.abs();
        assert!(close(two.scalar_exp(), 2.0_f64.exp()));
        assert!(close(two.scalar_ln(), 2.0_f64.ln()));
        assert!(close(two.scalar_tanh(), 2.0_f64.tanh()));
        assert!(close(two.scalar_sqrt(), 2.0_f64.sqrt()));
        assert!(close(two.scalar_powi(10), 1024.0));
        assert!(close((-two).scalar_powi(-3), -0.125));
        assert!(close(two.scalar_sin(), 2.0_f64.sin()));
        assert!(close(two.scalar_cos(), 2.0_f64.cos()));
    }
    check(2.0_f32, f32::EPSILON.into());
    check(2.0_f64, f64::EPSILON);
}
