//! Attention: every step of a sequence looks at the others, and takes from each as much as the two agree.
//!
//! Of a step `t` three lines of features are given, `q`, `k` and `v` side by side, and each head has a part of each of them. The scores
//! `q[t] · k[u] / √d` of all steps `u` become probabilities `p[t, u]` by a softmax, and what comes out is `y[t] = Σ p[t, u] v[u]`. Causal
//! attention leaves out the steps behind `t`: nothing in them, NaN included, changes what comes out before them.
//!
//! All products are those of one tile (`product`). Lines of a block have samples in their lanes (`lines`); of one sample the lanes are
//! steps or features (`sample`).

mod lines;
mod product;
mod sample;
mod small;
mod softmax;
#[cfg(test)]
mod tests;

pub use small::{small, small_backward};

use fearless_simd::Level;

use crate::math::VectorMath;
use crate::number::Number;

kernels! {
    /// Attention.
    trait AttentionKernels

    /// Writes `y` of one sample or block, from `x` of as many lines for `q`, `k` and `v` each. `kept` gets what
    /// [`attention_backward`](Self::attention_backward) wants, or is empty. Of the samples of a block that end early `lasts` has the last step of
    /// each, which none of their steps looks beyond; it is empty if all steps are real.
    fn attention(
        level: Level, size: Attention, lasts: &[Self], x: &[Self], y: &mut [Self], kept: &mut [Self], scratch: &mut [Self],
    ) {
        if size.lanes == 1 {
            dispatch!(plain Self: level, simd => sample::forward::<_, Self>(simd, size, x, y, kept, scratch));
        } else {
            dispatch!(plain Self: level, simd => lines::forward::<_, Self>(simd, size, lasts, x, y, kept, scratch));
        }
    }

    /// The derivative of [`attention`](Self::attention): writes `dx`.
    fn attention_backward(
        level: Level, size: Attention, x: &[Self], kept: &[Self], dy: &[Self], dx: &mut [Self], scratch: &mut [Self],
    ) {
        if size.lanes == 1 {
            dispatch!(plain Self: level, simd => sample::backward::<_, Self>(simd, size, x, kept, dy, dx, scratch));
        } else {
            dispatch!(plain Self: level, simd => lines::backward::<_, Self>(simd, size, x, kept, dy, dx, scratch));
        }
    }
}

/// The sizes of attention.
#[derive(Clone, Copy, Debug)]
pub struct Attention {
    /// Steps of a sample.
    pub steps: usize,
    /// Features of a step, of all heads together.
    pub features: usize,
    /// Parts into which they are divided.
    pub heads: usize,
    /// Whether a step sees none behind it.
    pub causal: bool,
    /// Values of a line: one sample, or the lanes of a block.
    pub lanes: usize,
}

impl Attention {
    /// Features of a head.
    const fn depth(&self) -> usize {
        self.features / self.heads
    }

    /// Lines that are kept for the way back.
    #[must_use]
    pub const fn kept(&self) -> usize {
        self.heads * self.steps * self.steps
    }

    /// Values of the scratch of either pass.
    #[must_use]
    pub const fn scratch<T: Number>(&self) -> usize {
        let (steps, depth) = (self.steps, self.depth());
        if self.lanes == 1 {
            // Steps and features fill whole vectors, and a vector more is there to begin with one.
            let (long, deep) = (steps.next_multiple_of(T::LANES), depth.next_multiple_of(T::LANES));
            T::LANES + depth * long + steps * long + 2 * steps * deep
        } else {
            (steps * steps + 2 * steps * depth) * self.lanes
        }
    }

    /// What scores are multiplied by.
    fn scale<T: Number>(&self) -> T {
        T::from_f64(1.0 / (self.depth() as f64).scalar_sqrt())
    }

    /// The least power that is not zero: its share of the sum is not subnormal either.
    fn lowest<T: Number>(&self) -> T {
        T::LN_MIN_POSITIVE + T::from_f64((self.steps as f64).scalar_ln() + 1.0)
    }
}
