//! The transcendental functions in `f64`, one value at a time, as const functions: for networks that are computed while a program is
//! compiled. Rounded to `f32` each is within 0.51 ulp of the exact result.
//!
//! Only arithmetic is constant on stable Rust, so that series stand here that a processor would not be asked for at run time. Each is
//! as long as the last bit of an `f64` needs.

use core::f64::consts::{LN_2, SQRT_2};

/// `ln 2` as a sum whose first part has zeros enough that its multiples by an exponent are exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// `1/sqrt(2π)`, the height of the normal density.
const NORMAL_PEAK: f64 = 0.398_942_280_401_432_7;

/// `2^exponent`, for exponents of normal numbers.
const fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits((exponent + 1023).cast_unsigned() << 52)
}

/// `(eˣ - 1) / x - 1`, for `|x|` up to 1: the sum of `xⁿ / (n + 1)!`.
const fn series(x: f64) -> f64 {
    let (mut sum, mut n) = (0.0, 20);
    while n > 1 {
        sum = x / n as f64 * (1.0 + sum);
        n -= 1;
    }
    sum
}

/// `eˣ`
#[must_use]
pub const fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 710.0 {
        return f64::INFINITY;
    }
    if x < -746.0 {
        return 0.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "rounding to a whole number between -1076 and 1025")]
    let exponent = (x / LN_2 + if x < 0.0 { -0.5 } else { 0.5 }) as i64;
    let rest = (x - exponent as f64 * LN_2_HIGH) - exponent as f64 * LN_2_LOW;
    let power = 1.0 + (rest + rest * series(rest));
    // In two steps, since the power of two alone may be out of range where the result is not.
    power * power_of_two(exponent / 2) * power_of_two(exponent - exponent / 2)
}

/// `eˣ - 1`
#[must_use]
pub const fn exp_m1(x: f64) -> f64 {
    if x.abs() < 0.5 { x + x * series(x) } else { exp(x) - 1.0 }
}

/// `2 artanh(x)`, for `|x|` up to a third: the sum of `2 xⁿ / n` over odd `n`.
const fn twice_artanh(x: f64) -> f64 {
    let (square, mut sum, mut n) = (x * x, 0.0, 35);
    while n > 1 {
        sum = square * (1.0 / n as f64 + sum);
        n -= 2;
    }
    2.0 * (x + x * sum)
}

/// `ln x`, for normal `x` above zero.
#[must_use]
pub const fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = (bits >> 52).cast_signed() - 1023;
    let part = f64::from_bits(bits & 0x000f_ffff_ffff_ffff | 1023 << 52);
    let (part, exponent) = if part > SQRT_2 { (part / 2.0, exponent + 1) } else { (part, exponent) };
    exponent as f64 * LN_2_HIGH + (exponent as f64 * LN_2_LOW + twice_artanh((part - 1.0) / (part + 1.0)))
}

/// `1 / (1 + e⁻ˣ)`
#[must_use]
pub const fn sigmoid(x: f64) -> f64 {
    if x < 0.0 {
        let power = exp(x);
        power / (1.0 + power)
    } else {
        1.0 / (1.0 + exp(-x))
    }
}

/// The hyperbolic tangent.
#[must_use]
pub const fn tanh(x: f64) -> f64 {
    if x.abs() > 20.0 {
        return 1.0_f64.copysign(x);
    }
    let power = exp_m1(2.0 * x);
    power / (power + 2.0)
}

/// `ln(1 + eˣ)`
#[must_use]
pub const fn softplus(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let power = exp(-x.abs());
    let bend = twice_artanh(power / (2.0 + power));
    if x > 0.0 { x + bend } else { bend }
}

/// The standard normal distribution function.
#[must_use]
pub const fn normal_cdf(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x < -39.0 {
        return 0.0;
    }
    if x > 9.0 {
        return 1.0;
    }
    let density = NORMAL_PEAK * exp(-0.5 * x * x);
    if x < -2.5 {
        // The tail over the density as a continued fraction (Abramowitz and Stegun, 26.2.14), from its far end.
        let (mut fraction, mut n) = (-x, 120);
        while n > 0 {
            fraction = -x + n as f64 / fraction;
            n -= 1;
        }
        return density / fraction;
    }
    // Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/15 + ..), the same, 26.2.11.
    let (mut term, mut sum, mut n) = (x, 0.0, 3);
    while n < 260 {
        sum += term;
        term *= x * x / n as f64;
        n += 2;
    }
    0.5 + density * sum
}

/// The square root of a normal number above zero, or of zero.
#[must_use]
pub const fn sqrt(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    // Half of the exponent is a root within a tenth; each step doubles its digits.
    let (mut root, mut step) = (f64::from_bits((x.to_bits() >> 1) + (1023 << 51)), 0);
    while step < 5 {
        root = 0.5 * (root + x / root);
        step += 1;
    }
    root
}

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, reason = "results are rounded to `f32`, and exponents are whole")]
mod tests {
    use super::*;

    /// Asserts that a function, rounded to `f32`, is within 0.51 ulp of another over the range of `f32`, where `is_asked`.
    fn check(function: fn(f64) -> f64, exact: fn(f64) -> f64, is_asked: fn(f32) -> bool) {
        for x in (0..=u32::MAX).step_by(2111).map(f32::from_bits).filter(|x| is_asked(*x)) {
            let (y, exact) = (function(x.into()) as f32, exact(x.into()));
            if exact.is_nan() || (exact as f32).is_infinite() || exact == 0.0 {
                let same = y.is_nan() && exact.is_nan() || y.to_bits() == (exact as f32).to_bits();
                assert!(same, "f({x:e}) = {y:e}, not {exact:e}");
                continue;
            }
            let unit = 2.0_f64.powi(exact.abs().log2().floor().max(-126.0) as i32 - 23);
            assert!((f64::from(y) - exact).abs() <= 0.51 * unit, "f({x:e}) = {y:e}, not {exact:e}");
        }
    }

    fn all(_: f32) -> bool {
        true
    }

    #[test]
    fn constants_are_exact_but_for_the_last_rounding() {
        check(exp, f64::exp, all);
        check(exp_m1, f64::exp_m1, all);
        check(ln, f64::ln, |x| x > 0.0 && x.is_finite());
        check(tanh, f64::tanh, all);
        check(sigmoid, |x| if x < 0.0 { x.exp() / (1.0 + x.exp()) } else { 1.0 / (1.0 + (-x).exp()) }, all);
        check(softplus, |x| if x > 0.0 { x + (-x).exp().ln_1p() } else { x.exp().ln_1p() }, all);
        check(normal_cdf, |x| 0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2), all);
        check(sqrt, f64::sqrt, |x| x >= 0.0 && x.is_finite());
    }

    #[test]
    fn they_are_constants() {
        const E: f64 = exp(1.0);
        const ALL: [f64; 4] = [tanh(0.5), sigmoid(0.5), softplus(-0.5), normal_cdf(-3.0)];
        assert!((E - core::f64::consts::E).abs() < 1e-15);
        assert!(ALL.iter().all(|y| *y > 0.0 && *y < 1.0));
    }
}
