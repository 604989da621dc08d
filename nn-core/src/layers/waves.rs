//! Sines and cosines of the places in a sequence, computed by the compiler.
//!
//! What a wave is at a step follows from the step before by turning it by the same angle: so there are few operations for each value, which the
//! compiler does one by one. Each turn rounds, which after a million steps has come to some 1e-10.

/// `waves[t][2 i]` is `sin(t w)` and `waves[t][2 i + 1]` is `cos(t w)` with `w = 10000^(-2 i / F)`.
pub(super) const fn waves<const S: usize, const F: usize>() -> [[f64; F]; S] {
    let mut waves = [[0.0; F]; S];
    let mut pair = 0;
    while 2 * pair < F {
        // ln 10000
        let (sine, cosine) = sin_cos(exp(-9.210_340_371_976_184 * (2 * pair) as f64 / F as f64));
        let (mut s, mut c) = (0.0, 1.0);
        let mut step = 0;
        while step < S {
            waves[step][2 * pair] = s;
            if 2 * pair + 1 < F {
                waves[step][2 * pair + 1] = c;
            }
            (s, c) = (s * cosine + c * sine, c * cosine - s * sine);
            step += 1;
        }
        pair += 1;
    }
    waves
}

/// The same in single precision.
#[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest f32 is what this function is for")]
pub(super) const fn rounded<const S: usize, const F: usize>(waves: &[[f64; F]; S]) -> [[f32; F]; S] {
    let mut single = [[0.0; F]; S];
    let mut place = 0;
    while place < S * F {
        single[place / F][place % F] = waves[place / F][place % F] as f32;
        place += 1;
    }
    single
}

/// `eˣ` for `x` from -10 to 0: the series of a 32nd of it, squared five times.
const fn exp(x: f64) -> f64 {
    let x = x / 32.0;
    let (mut sum, mut term, mut n) = (1.0, 1.0, 1.0);
    while n < 20.0 {
        term *= x / n;
        sum += term;
        n += 1.0;
    }
    let mut squared = 0;
    while squared < 5 {
        sum *= sum;
        squared += 1;
    }
    sum
}

/// The sine and the cosine of an angle from 0 to 1, by their series.
const fn sin_cos(x: f64) -> (f64, f64) {
    let (mut sine, mut cosine) = (0.0, 0.0);
    let (mut term, mut n) = (1.0, 0.0);
    while n < 24.0 {
        cosine += term;
        term *= x / (n + 1.0);
        sine += term;
        term *= -x / (n + 2.0);
        n += 2.0;
    }
    (sine, cosine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_are_sines_and_cosines() {
        static WAVES: [[f64; 7]; 5000] = waves();
        for (t, step) in WAVES.iter().enumerate() {
            for (i, found) in step.iter().enumerate() {
                let angle = t as f64 * libm::pow(10_000.0, -((i / 2 * 2) as f64) / 7.0);
                let expected = if i % 2 == 0 { libm::sin(angle) } else { libm::cos(angle) };
                assert!((found - expected).abs() < 2e-12, "{i} of step {t}: {found} instead of {expected}");
            }
        }
    }
}
