//! The only vector code of the library.
//!
//! A kernel is a generic function, inlined into one function per instruction set by `dispatch!`. [`Kernels`] holds
//! the entry points that large layers call: they take slices and are compiled once, in this crate, for `f32` and `f64`,
//! so that a user's build stays short and a user's debug build stays fast. [`reference`] has their plain twins, against
//! which each is tested at every instruction set of the machine.

pub mod batch_norm;
pub mod dense;
pub mod finite;
pub mod layer_norm;
pub mod loss;
pub mod math;
pub mod noise;
pub mod pack;
pub mod part;
pub mod pointwise;
pub mod softmax;
pub mod step;
pub mod transpose;
pub mod vectors;

#[cfg(test)]
pub(crate) mod levels;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

use fearless_simd::Level;

/// Evaluates an expression with the best of the compiled instruction sets that `level` has.
///
/// On x86-64 these are AVX-512, AVX2 and SSE2: SSE4.2 has nothing that the kernels would gain by, and every further set is one
/// more copy of all that is dispatched, in the user's program too.
macro_rules! dispatch {
    ($level:expr, $simd:ident => $op:expr) => {{
        #[cfg(target_arch = "x86_64")]
        {
            let level: ::fearless_simd::Level = $level;
            if let Some($simd) = level.as_avx512() {
                ::fearless_simd::Simd::vectorize($simd, #[inline(always)] || $op)
            } else if let Some($simd) = level.as_avx2() {
                ::fearless_simd::Simd::vectorize($simd, #[inline(always)] || $op)
            } else if let Some($simd) = level.as_sse2() {
                ::fearless_simd::Simd::vectorize($simd, #[inline(always)] || $op)
            } else {
                unreachable!("SSE2 is part of x86-64")
            }
        }
        #[cfg(not(target_arch = "x86_64"))]
        {
            ::fearless_simd::dispatch!($level, $simd => $op)
        }
    }};
}
pub(crate) use dispatch;

use crate::noise::Noise;
use layer_norm::Norm;
use math::VectorMath;
use part::Narrow;
use pointwise::{Pointwise, Unchanged};

/// The best vector instructions of this processor; without `std`, those that the target promises.
#[inline]
#[must_use]
pub fn level() -> Level {
    Level::try_detect().unwrap_or_else(Level::baseline)
}

/// Declares the entry points, each once, and implements them for both scalar types: what is generic would be compiled again with
/// every program that uses it.
macro_rules! kernels {
    ($(
        $(#[$doc:meta])*
        fn $name:ident($($arguments:tt)*) $(-> $Answer:ty)? $body:block
    )*) => {
        /// The entry points, by scalar type. Slices hold whole samples or blocks; lengths are the caller's promise.
        pub trait Kernels: VectorMath + Narrow {
            $(
                $(#[$doc])*
                #[allow(clippy::too_many_arguments, reason = "what a kernel works on")]
                fn $name($($arguments)*) $(-> $Answer)?;
            )*
        }

        kernels! { for f32: $(fn $name($($arguments)*) $(-> $Answer)? $body)* }
        kernels! { for f64: $(fn $name($($arguments)*) $(-> $Answer)? $body)* }
    };
    (for $T:ty: $(fn $name:ident($($arguments:tt)*) $(-> $Answer:ty)? $body:block)*) => {
        impl Kernels for $T {
            $(fn $name($($arguments)*) $(-> $Answer)? $body)*
        }
    };
}

kernels! {
    /// Fills a block from one to `LANES` samples; the lanes behind the last sample hold copies of it.
    fn pack(level: Level, samples: &[&[Self]], block: &mut [Self]) {
        dispatch!(level, simd => pack::to_block::<_, Self>(simd, samples, block));
    }

    /// Copies the first lanes of a block to as many samples.
    fn unpack(level: Level, block: &[Self], samples: &mut [&mut [Self]]) {
        dispatch!(level, simd => pack::from_block::<_, Self>(simd, block, samples));
    }

    /// Writes zero to all values.
    fn zero(values: &mut [Self]) {
        values.fill(0.0);
    }

    /// `sum += values`.
    fn accumulate(level: Level, sum: &mut [Self], values: &[Self]) {
        dispatch!(level, simd => step::accumulate::<_, Self>(simd, sum, values));
    }

    /// Whether no value is infinite or NaN.
    fn all_finite(level: Level, values: &[Self]) -> bool {
        dispatch!(level, simd => finite::all_finite::<_, Self>(simd, values))
    }

    /// `a · b` in double precision.
    fn dot(level: Level, a: &[Self], b: &[Self]) -> f64 {
        dispatch!(level, simd => vectors::dot::<_, Self>(simd, a, b))
    }

    /// `y += factor * x`
    fn add_multiple(level: Level, y: &mut [Self], factor: Self, x: &[Self]) {
        dispatch!(level, simd => vectors::add_multiple::<_, Self>(simd, y, factor, x));
    }

    /// `x = factor * x`
    fn scale(level: Level, x: &mut [Self], factor: Self) {
        dispatch!(level, simd => vectors::scale::<_, Self>(simd, x, factor));
    }

    /// Brings every value into `[-most, most]`.
    fn limit(level: Level, x: &mut [Self], most: Self) {
        dispatch!(level, simd => vectors::limit::<_, Self>(simd, x, most));
    }

    /// Scales the rows of a matrix that lies column by column down to a norm of at most `max`.
    fn limit_rows(level: Level, w: &mut [Self], rows: usize, max: f64) {
        dispatch!(level, simd => vectors::limit_rows::<_, Self>(simd, w, rows, max));
    }

    /// One step of an optimizer; as many runs of the memory as its rule asks for are as long as the parameters.
    fn step(level: Level, by: &step::Factors<Self>, p: &mut [Self], g: &[Self], memory: step::Memory<'_, Self>) {
        by.step(level, p, g, memory);
    }

    /// Turns `dy`, which holds the targets of a block, into the gradient times `scale`; writes each lane's loss, the sum over the
    /// outputs times `factor`.
    fn compare(
        level: Level, comparison: loss::Comparison, factor: Self, y: &[Self], scale: Self, dy: &mut [Self],
        losses: &mut [Self],
    ) {
        comparison.block(level, factor, y, scale, dy, losses);
    }

    /// The same for `1 - cos(y, dy)`.
    fn cosine(level: Level, y: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self]) {
        dispatch!(level, simd => loss::cosine::<_, Self>(simd, y, scale, dy, losses));
    }

    /// The same for `-Σ dy ln softmax(y)`.
    fn cross_entropy(level: Level, y: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self]) {
        dispatch!(level, simd => loss::cross_entropy::<_, Self>(simd, y, scale, dy, losses));
    }

    /// Writes to `dy` the gradient times `scale` of how far the other classes reach into the margin of each lane's own; writes
    /// each lane's loss.
    fn margin(
        level: Level, margin: Self, y: &[Self], classes: &[Self], scale: Self, dy: &mut [Self], losses: &mut [Self],
    ) {
        dispatch!(level, simd => loss::margin::<_, Self>(simd, margin, y, classes, scale, dy, losses));
    }

    /// The softmax of a block, times `scale`; each lane's largest logit, and the logarithm of the sum of `exp(y - largest)`.
    fn softmax_and_sum(
        level: Level, y: &[Self], scale: Self, p: &mut [Self], largest: &mut [Self], ln_sum: &mut [Self],
    ) {
        dispatch!(level, simd => loss::softmax::<_, Self>(simd, y, scale, p, largest, ln_sum));
    }

    /// Where each lane of a block has its largest value.
    fn argmax(y: &[Self], places: &mut [usize]) {
        loss::argmax::<Self>(y, places);
    }

    /// `y = w x + b` for one sample; the parameters are a column of `y.len()` weights for each value of `x`, and behind them
    /// the bias, if there is one.
    fn dense(level: Level, parameters: &[Self], x: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => dense::sample::<_, Self, _, 0, 0>(simd, parameters, x, y, Unchanged));
    }

    /// The derivatives of [`dense`](Self::dense): adds to `dw` and `db` (which may be empty), writes `dx`.
    fn dense_backward(
        level: Level, w: &[Self], x: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(level, simd => dense::sample_backward::<_, Self>(simd, w, x, dy, dx, dw, db));
    }

    /// `y = w x + b` for blocks of `inputs` and `outputs` values, and `floor` where that is less; `b` may be empty. The lanes
    /// behind the last sample become copies of it.
    fn dense_blocks(level: Level, size: dense::Size, w: &[Self], b: &[Self], x: &[Self], floor: Self, y: &mut [Self]) {
        dispatch!(level, simd => dense::blocks::<_, Self>(simd, size, w, b, x, floor, y));
    }

    /// `dx = wᵀ dy` for blocks.
    fn dense_blocks_dx(level: Level, size: dense::Size, w: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(level, simd => dense::blocks_dx::<_, Self>(simd, size, w, dy, dx));
    }

    /// `dw += dy xᵀ`, `db += dy` summed over the samples in their order; `db` may be empty.
    fn dense_blocks_dw(level: Level, size: dense::Size, x: &[Self], dy: &[Self], dw: &mut [Self], db: &mut [Self]) {
        dispatch!(level, simd => dense::weight_gradient::<_, Self>(simd, size, x, dy, dw, db));
    }

    /// `y = f(x)`, value by value.
    fn pointwise(level: Level, function: Pointwise, x: &[Self], y: &mut [Self]) {
        function.forward(level, x, y);
    }

    /// `y = f(y)`, value by value.
    fn pointwise_in_place(level: Level, function: Pointwise, y: &mut [Self]) {
        function.in_place(level, y);
    }

    /// `dx = dy * f'(x)`, value by value.
    fn pointwise_backward(level: Level, function: Pointwise, x: &[Self], y: &[Self], dy: &[Self], dx: &mut [Self]) {
        function.backward(level, x, y, dy, dx);
    }

    /// `dx = dy * f'(x)` in place of `dy`, value by value, for functions whose slope `y` alone tells.
    fn pointwise_backward_in_place(level: Level, function: Pointwise, y: &[Self], dy: &mut [Self]) {
        function.backward_in_place(level, y, dy);
    }

    /// Softmax or its logarithm of one sample.
    fn softmax(level: Level, log: bool, x: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => softmax::sample::<_, Self>(simd, log, x, y));
    }

    /// The derivative of [`softmax`](Self::softmax).
    fn softmax_backward(level: Level, log: bool, y: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(level, simd => softmax::sample_backward::<_, Self>(simd, log, y, dy, dx));
    }

    /// Softmax or its logarithm of blocks of `classes` values.
    fn softmax_blocks(level: Level, log: bool, classes: usize, x: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => softmax::blocks::<_, Self>(simd, log, classes, x, y));
    }

    /// The derivative of [`softmax_blocks`](Self::softmax_blocks).
    fn softmax_blocks_backward(level: Level, log: bool, classes: usize, y: &[Self], dy: &[Self], dx: &mut [Self]) {
        dispatch!(level, simd => softmax::blocks_backward::<_, Self>(simd, log, classes, y, dy, dx));
    }

    /// `mask = 1 / (1 - p)`, or 0 with the probability `p`; `y = x * mask`.
    fn dropout(level: Level, noise: Noise, p: f64, x: &[Self], y: &mut [Self], mask: &mut [Self]) {
        dispatch!(level, simd => noise::dropout::<_, Self>(simd, noise, p, x, y, mask));
    }

    /// The same for blocks of `values` values.
    fn dropout_blocks(
        level: Level, noise: Noise, p: f64, values: usize, x: &[Self], y: &mut [Self], mask: &mut [Self],
    ) {
        dispatch!(level, simd => noise::dropout_blocks::<_, Self>(simd, noise, p, values, x, y, mask));
    }

    /// `y = a * b`, value by value.
    fn multiply(level: Level, a: &[Self], b: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => noise::product::<_, Self>(simd, a, b, y));
    }

    /// `y = x + deviation * n` with a normal number for each value.
    fn gaussian(level: Level, noise: Noise, deviation: f64, x: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => noise::gaussian::<_, Self>(simd, noise, deviation, x, y));
    }

    /// The same for blocks of `values` values.
    fn gaussian_blocks(level: Level, noise: Noise, deviation: f64, values: usize, x: &[Self], y: &mut [Self]) {
        dispatch!(level, simd => noise::gaussian_blocks::<_, Self>(simd, noise, deviation, values, x, y));
    }

    /// `y = w (x - m) / sqrt(v + eps) + b` over the values of one sample; what backward wants goes into `kept`, which may be empty.
    fn layer_norm(level: Level, norm: Norm, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], kept: &mut [Self]) {
        dispatch!(level, simd => layer_norm::sample::<_, Self>(simd, norm, w, b, x, y, kept));
    }

    /// The derivatives of [`layer_norm`](Self::layer_norm): adds to `dw` and `db` (which is empty if the mean is not taken off), writes `dx`.
    fn layer_norm_backward(
        level: Level, w: &[Self], x: &[Self], kept: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self],
        db: &mut [Self],
    ) {
        dispatch!(level, simd => layer_norm::sample_backward::<_, Self>(simd, w, x, kept, dy, dx, dw, db));
    }

    /// [`layer_norm`](Self::layer_norm) for blocks.
    fn layer_norm_blocks(
        level: Level, norm: Norm, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], kept: &mut [Self],
    ) {
        dispatch!(level, simd => layer_norm::blocks::<_, Self>(simd, norm, w, b, x, y, kept));
    }

    /// The derivatives of [`layer_norm_blocks`](Self::layer_norm_blocks).
    fn layer_norm_blocks_backward(
        level: Level, w: &[Self], x: &[Self], kept: &[Self], dy: &[Self], dx: Option<&mut [Self]>, dw: &mut [Self],
        db: &mut [Self],
    ) {
        dispatch!(level, simd => layer_norm::blocks_backward::<_, Self>(simd, w, x, kept, dy, dx, dw, db));
    }

    /// `y = w (x - m) / sqrt(v + eps) + b` with the mean and the variance of each value over the samples in the blocks.
    fn batch_norm(
        level: Level, samples: usize, eps: f64, w: &[Self], b: &[Self], x: &[Self], y: &mut [Self], mean: &mut [Self],
        variance: &mut [Self],
    ) {
        dispatch!(level, simd => batch_norm::train::<_, Self>(simd, samples, eps, w, b, x, y, mean, variance));
    }

    /// The derivatives of [`batch_norm`](Self::batch_norm): adds to `dw` and `db`, writes `dx`.
    fn batch_norm_backward(
        level: Level, samples: usize, eps: f64, w: &[Self], mean: &[Self], variance: &[Self], x: &[Self], dy: &[Self],
        dx: Option<&mut [Self]>, dw: &mut [Self], db: &mut [Self],
    ) {
        dispatch!(level, simd =>
            batch_norm::backward::<_, Self>(simd, samples, eps, w, mean, variance, x, dy, dx, dw, db)
        );
    }

    /// [`batch_norm`](Self::batch_norm) with given means and variances.
    fn batch_norm_evaluate(
        level: Level, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(level, simd => batch_norm::evaluate::<_, Self>(simd, eps, w, b, mean, variance, x, y));
    }

    /// The same for one sample.
    fn batch_norm_sample(
        level: Level, eps: f64, w: &[Self], b: &[Self], mean: &[Self], variance: &[Self], x: &[Self], y: &mut [Self],
    ) {
        dispatch!(level, simd => batch_norm::sample::<_, Self>(simd, eps, w, b, mean, variance, x, y));
    }
}
