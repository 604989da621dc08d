//! Numbers of sixteen bits, widened: every one of them is an `f32` exactly.

/// The value of an IEEE 754 binary16: a sign, 5 bits of exponent with a bias of 15, 10 bits of fraction.
pub(crate) fn f16(bits: u16) -> f32 {
    /// What an `f32` adds to its exponent beyond what an f16 does: 127 - 15.
    const BIAS: u32 = 112;
    let (sign, rest) = (u32::from(bits & 0x8000) << 16, u32::from(bits & 0x7fff));
    let magnitude = match rest >> 10 {
        // Zero and subnormals are a whole number of 2^-24.
        0 => (rest as f32 * f32::from_bits((127 - 24) << 23)).to_bits(),
        // Infinity and NaN.
        31 => 0x7f80_0000 | rest << 13,
        _ => (rest << 13) + (BIAS << 23),
    };
    f32::from_bits(sign | magnitude)
}

/// The value of a bfloat16: the upper half of an `f32`.
pub(crate) fn bf16(bits: u16) -> f32 {
    f32::from_bits(u32::from(bits) << 16)
}

#[cfg(test)]
mod tests {
    use super::{bf16, f16};

    /// What the standard says of `exponent` and `fraction` bits behind a sign, worked out in double precision, where
    /// nothing rounds.
    fn reference(bits: u16, exponent: u32, fraction: u32) -> f64 {
        let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
        let e = i32::from(bits >> fraction) & ((1 << exponent) - 1);
        let f = f64::from(bits & ((1 << fraction) - 1)) / f64::from(1 << fraction);
        let bias = (1 << (exponent - 1)) - 1;
        let power = |e: i32| 2.0_f64.powi(e);
        sign * match e {
            0 => f * power(1 - bias),
            _ if e == (1 << exponent) - 1 => return if f == 0.0 { sign * f64::INFINITY } else { f64::NAN },
            _ => (1.0 + f) * power(e - bias),
        }
    }

    fn assert_all(widen: fn(u16) -> f32, exponent: u32, fraction: u32) {
        for bits in 0..=u16::MAX {
            let (wide, expected) = (f64::from(widen(bits)), reference(bits, exponent, fraction));
            let same = wide.to_bits() == expected.to_bits() || wide.is_nan() && expected.is_nan();
            assert!(same, "{bits:#06x} is {expected:e}, widened to {wide:e}");
        }
    }

    #[test]
    fn all_values_of_f16_widen_exactly() {
        assert_all(f16, 5, 10);
        let values = [1.0_f32, -2.0, 65504.0, 5.960_464_5e-8];
        assert_eq!([0x3c00, 0xc000, 0x7bff, 0x0001].map(|bits| f16(bits).to_bits()), values.map(f32::to_bits));
    }

    #[test]
    fn all_values_of_bf16_widen_exactly() {
        assert_all(bf16, 8, 7);
        let values = [1.0_f32, -2.0, 3.389_531_4e38];
        assert_eq!([0x3f80, 0xc000, 0x7f7f].map(|bits| bf16(bits).to_bits()), values.map(f32::to_bits));
    }
}
