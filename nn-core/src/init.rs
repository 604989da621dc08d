//! Starting values: a random stream that is the same on every target, and the schemes that draw from it.
//!
//! Values are drawn in double precision, tensor by tensor in the order of memory and row by row within a tensor, and then
//! rounded. So an `f32` network and its `f64` twin start alike, and a tensor's layout in memory changes nothing.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng as _, SeedableRng};

use crate::parameters::{Parameters, Path, Role, Tensor};
use crate::scalar::Scalar;

/// A seeded stream of random numbers.
///
/// The generator is xoshiro256++ (Blackman and Vigna, 2019), its state filled from the seed by `SplitMix64`. Everything drawn
/// from it is computed in software, so a seed gives the same numbers on every target.
///
/// # Examples
///
/// ```
/// use nn_core::init::Rng;
///
/// let mut rng = Rng::new(42);
/// assert_eq!(rng.uniform(), 0.8143051451229099);
/// assert_eq!(rng.below(6), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rng(Xoshiro256PlusPlus);

impl Rng {
    /// The stream that belongs to `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// The next 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from the uniform distribution over `[0, 1)`: the top 53 bits of one draw.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        /// The distance of neighbours: 2^-53.
        const STEP: f64 = f64::EPSILON / 2.0;
        (self.next_u64() >> 11) as f64 * STEP
    }

    /// A number from the normal distribution with mean 0 and variance 1, by the cosine half of the Box-Muller transform of two
    /// draws (Box and Muller, 1958): `sqrt(-2 ln u) * cos(2 pi v)`.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        // (0, 1] instead of [0, 1): the logarithm stays finite.
        let u = 1.0 - self.uniform();
        let v = self.uniform();
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(core::f64::consts::TAU * v)
    }

    /// One of `0..n`, each equally likely (Lemire, 2019); 0 if `n` is 0.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the halves of a 128-bit product; the upper is below `n`")]
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        loop {
            let product = u128::from(self.next_u64()) * u128::from(n);
            let low = product as u64;
            // Of the 2^64 draws, the first `2^64 mod n` of each result's share are one too many.
            if low >= n || low >= n.wrapping_neg().checked_rem(n).unwrap_or(0) {
                return (product >> 64) as usize;
            }
        }
    }

    /// Puts `items` in an order of which all are equally likely (Fisher and Yates).
    pub fn shuffle<E>(&mut self, items: &mut [E]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// A scheme of starting values.
///
/// `fan_in` is how many inputs each output of a layer sees, `fan_out` how many outputs each input reaches. All schemes but
/// [`Default`](Self::Default) set biases to zero. The scales of normalisation are weights to [`Zeros`](Self::Zeros) and
/// [`Constant`](Self::Constant), and begin at one in all other schemes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Init {
    /// Weights and biases from `U(-b, b)` with `b = 1 / sqrt(fan_in)`, as PyTorch's `Linear` and `Conv2d` do.
    #[default]
    Default,
    /// Weights from `N(0, s^2)` with `s = sqrt(2 / fan_in)`, for layers before a `Relu` (He et al., 2015).
    HeNormal,
    /// Weights from `U(-b, b)` with `b = sqrt(6 / fan_in)`, for layers before a `Relu` (He et al., 2015).
    HeUniform,
    /// Weights from `N(0, s^2)` with `s = sqrt(2 / (fan_in + fan_out))` (Glorot and Bengio, 2010).
    XavierNormal,
    /// Weights from `U(-b, b)` with `b = sqrt(6 / (fan_in + fan_out))` (Glorot and Bengio, 2010).
    XavierUniform,
    /// All weights zero.
    Zeros,
    /// All weights this number.
    Constant(f64),
}

/// What the values of one tensor are drawn from.
#[derive(Clone, Copy)]
enum Distribution {
    Uniform { bound: f64 },
    Normal { deviation: f64 },
    Constant(f64),
}

impl Init {
    fn distribution(self, tensor: &Tensor<'_>) -> Distribution {
        // A tensor that sees no inputs has no values to spread; one keeps the formulas finite.
        let fan_in = tensor.fan_in.max(1) as f64;
        let fan_sum = (tensor.fan_in + tensor.fan_out).max(1) as f64;
        match (self, tensor.role) {
            (Init::Default, Role::Weight | Role::Bias) => Distribution::Uniform { bound: 1.0 / libm::sqrt(fan_in) },
            (Init::Zeros, _) | (_, Role::Bias) => Distribution::Constant(0.0),
            (Init::Constant(value), _) => Distribution::Constant(value),
            (_, Role::Scale) => Distribution::Constant(1.0),
            (Init::HeNormal, _) => Distribution::Normal { deviation: libm::sqrt(2.0 / fan_in) },
            (Init::HeUniform, _) => Distribution::Uniform { bound: libm::sqrt(6.0 / fan_in) },
            (Init::XavierNormal, _) => Distribution::Normal { deviation: libm::sqrt(2.0 / fan_sum) },
            (Init::XavierUniform, _) => Distribution::Uniform { bound: libm::sqrt(6.0 / fan_sum) },
        }
    }
}

/// Gives every tensor of `parameters` its starting values.
pub fn fill<T: Scalar, P: Parameters<T>>(parameters: &mut P, init: Init, rng: &mut Rng) {
    let mut rest = parameters.as_mut_slice();
    P::tensors(&Path::ROOT, &mut |tensor| {
        let (values, behind) = core::mem::take(&mut rest).split_at_mut(tensor.len());
        rest = behind;
        let distribution = init.distribution(tensor);
        for index in 0..values.len() {
            let value = match distribution {
                Distribution::Uniform { bound } => bound * (2.0 * rng.uniform() - 1.0),
                Distribution::Normal { deviation } => deviation * rng.normal(),
                Distribution::Constant(value) => value,
            };
            values[tensor.place(index)] = T::from_f64(value);
        }
    });
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the stream and its rounding are exact")]

    use super::*;
    use crate::parameters::Order;

    /// A dense layer from three inputs to two outputs, its weight column by column as in nalgebra.
    #[derive(Clone, Copy, Debug, PartialEq)]
    #[repr(C)]
    struct Small<T> {
        weight: [[T; 2]; 3],
        bias: [T; 2],
    }

    // SAFETY: repr(C), eight scalars and nothing else.
    #[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
    unsafe impl<T: Scalar> Parameters<T> for Small<T> {
        const PARAMETERS: usize = 8;

        fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
            let (weight, bias) = (&name.join("weight"), &name.join("bias"));
            let (order, fan_in, fan_out) = (Order::ColumnMajor, 3, 2);
            visit(&Tensor { name: weight, dims: &[2, 3], order, role: Role::Weight, fan_in, fan_out });
            visit(&Tensor { name: bias, dims: &[2], order: Order::RowMajor, role: Role::Bias, fan_in, fan_out });
        }
    }

    fn small<T: Scalar>(init: Init) -> Small<T> {
        let mut small = Small { weight: [[T::ONE; 2]; 3], bias: [T::ONE; 2] };
        fill(&mut small, init, &mut Rng::new(7));
        small
    }

    #[test]
    fn the_stream_never_changes() {
        let mut rng = Rng::new(42);
        assert_eq!(
            [rng.next_u64(), rng.next_u64(), rng.next_u64()],
            [15_021_278_609_987_233_951, 5_881_210_131_331_364_753, 18_149_643_915_985_481_100]
        );
        assert_eq!([rng.uniform(), rng.uniform()], [0.701_135_598_134_755_6, 0.793_504_489_691_729]);
        assert_eq!(
            [rng.normal(), rng.normal(), rng.normal()],
            [0.939_703_488_376_042_2, 0.357_921_530_140_389_5, -2.166_376_520_152_627_8]
        );
        assert_eq!([rng.below(10), rng.below(1000), rng.below(1 << 20)], [8, 680, 72_907]);
        let mut order = [0, 1, 2, 3, 4, 5, 6, 7];
        rng.shuffle(&mut order);
        assert_eq!(order, [6, 4, 5, 2, 0, 1, 7, 3]);
    }

    #[test]
    fn below_covers_its_range_evenly() {
        let mut rng = Rng::new(1);
        let mut counts = [0_u32; 7];
        for _ in 0..70_000 {
            counts[rng.below(7)] += 1;
        }
        // Five standard deviations of a count of 10,000 draws.
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 463), "{counts:?}");
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.below(1), 0);
    }

    #[test]
    fn distributions_have_their_moments() {
        const DRAWS: u32 = 100_000;
        let mut rng = Rng::new(3);
        let moments = |draw: &mut dyn FnMut() -> f64| {
            let (mut sum, mut squares) = (0.0, 0.0);
            for _ in 0..DRAWS {
                let value = draw();
                sum += value;
                squares += value * value;
            }
            (sum / f64::from(DRAWS), squares / f64::from(DRAWS))
        };
        let (mean, square) = moments(&mut || rng.uniform());
        assert!((mean - 0.5).abs() < 0.005 && (square - 1.0 / 3.0).abs() < 0.005, "{mean} {square}");
        let (mean, square) = moments(&mut || rng.normal());
        assert!(mean.abs() < 0.02 && (square - 1.0).abs() < 0.03, "{mean} {square}");
    }

    #[test]
    fn default_draws_weight_row_by_row_and_then_bias() {
        let small = small::<f64>(Init::Default);
        let mut rng = Rng::new(7);
        let mut draw = || (2.0 * rng.uniform() - 1.0) * (1.0 / libm::sqrt(3.0));
        for output in 0..2 {
            for input in 0..3 {
                assert_eq!(small.weight[input][output], draw());
            }
        }
        assert_eq!(small.bias, [draw(), draw()]);
    }

    #[test]
    fn both_precisions_start_alike() {
        for init in [Init::Default, Init::HeNormal, Init::HeUniform, Init::XavierNormal, Init::XavierUniform] {
            let (single, double) = (small::<f32>(init), small::<f64>(init));
            for (single, double) in single.as_slice().iter().zip(double.as_slice()) {
                assert_eq!(*single, f32::from_f64(*double));
            }
        }
    }

    #[test]
    fn named_schemes_scale_the_weights_and_zero_the_biases() {
        let unit_normal = Rng::new(7).normal();
        let unit_uniform = 2.0 * Rng::new(7).uniform() - 1.0;
        for (init, first) in [
            (Init::HeNormal, libm::sqrt(2.0 / 3.0) * unit_normal),
            (Init::HeUniform, libm::sqrt(2.0) * unit_uniform),
            (Init::XavierNormal, libm::sqrt(0.4) * unit_normal),
            (Init::XavierUniform, libm::sqrt(1.2) * unit_uniform),
            (Init::Zeros, 0.0),
            (Init::Constant(0.25), 0.25),
        ] {
            let small = small::<f64>(init);
            assert_eq!(small.weight[0][0], first, "{init:?}");
            assert_eq!(small.bias, [0.0; 2], "{init:?}");
        }
    }
}
