//! Vectors of words, PyTorch's `Embedding`: a table with a row for each, in which whole numbers are looked up.
//!
//! - forward: `y[t] = weight[x[t]]`, and NaN where `x[t]` is no whole number from 0 to `VOCABULARY - 1`
//! - backward: `dweight[x[t]] += dy[t]`; whole numbers have no slope, so that `dx = 0`
//!
//! # Shapes
//!
//! `[STEPS]` to `[STEPS, WIDTH]`. Parameters: `weight` of `VOCABULARY` rows, at most 2^24 of them, and `WIDTH` columns.
//!
//! # Examples
//!
//! ```
//! use static_nn::{D2, Embedding, Parameters, network};
//!
//! let mut words: Embedding<f32, 3, 2, 4, D2<4, 2, 8>> = Embedding::zeroed();
//! words.weight = [[0.5, 1.0], [2.0, -1.0], [0.0, 3.0]];
//! let y = network::forward_with(&words, &mut [], &[2_u16, 0, 0, 1]);
//! assert_eq!(y, [[0.0, 3.0], [0.5, 1.0], [0.5, 1.0], [2.0, -1.0]]);
//! ```

use core::marker::PhantomData;

use fearless_simd::Simd;

use crate::init::{self, Init, Rng};
use crate::kernels::pack;
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Order, Parameters, Parts, Path, Role, Tensor};
use crate::scalar::{Scalar, scalars, scalars_mut};
use crate::shape::{Sequence, Words};

/// The most words: an `f32` counts so far.
pub const MOST_WORDS: usize = 1 << 24;

/// A table of `VOCABULARY` vectors of `WIDTH` values, in which `STEPS` words are looked up; together their vectors make a sequence
/// `Y`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::Deserialize<'de>"), deny_unknown_fields)
)]
pub struct Embedding<T, const VOCABULARY: usize, const WIDTH: usize, const STEPS: usize, Y> {
    /// `weight[w]` is the vector of word `w`.
    #[cfg_attr(feature = "serde", serde(with = "crate::serialize::table"))]
    pub weight: [[T; WIDTH]; VOCABULARY],
    #[cfg_attr(feature = "serde", serde(skip))]
    shape: PhantomData<Y>,
}

// SAFETY: repr(C) with an array of arrays of scalars and a type without size: no padding.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const VOCABULARY: usize, const WIDTH: usize, const STEPS: usize, Y: Sequence> Parameters<T>
    for Embedding<T, VOCABULARY, WIDTH, STEPS, Y>
{
    const PARAMETERS: usize = VOCABULARY * WIDTH;
    const PARTS: Parts = Parts::Named(&[("weight", Parts::Tensor(&[VOCABULARY, WIDTH], Order::RowMajor))]);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        visit(&Tensor {
            name: &name.join("weight"),
            dims: &[VOCABULARY, WIDTH],
            order: Order::RowMajor,
            role: Role::Weight,
            fan_in: WIDTH,
            fan_out: VOCABULARY,
        });
    }
}

impl<T: Scalar, const VOCABULARY: usize, const WIDTH: usize, const STEPS: usize, Y: Sequence>
    Embedding<T, VOCABULARY, WIDTH, STEPS, Y>
{
    /// The word that a value stands for.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below the words")]
    fn word(value: T) -> Option<usize> {
        const {
            assert!(VOCABULARY > 0 && VOCABULARY <= MOST_WORDS, "an embedding has 1 to 2^24 words");
            assert!(
                STEPS == Y::STEPS && Y::FEATURES == WIDTH,
                "an embedding gives a vector of its width for each value"
            );
        }
        is_word(value.to_f64(), VOCABULARY).then(|| value.to_f64() as usize)
    }

    /// The vector of the word that a value stands for.
    #[inline(always)]
    pub(crate) fn row(&self, x: T, y: &mut [T; WIDTH]) {
        let word = Self::word(x);
        // Selects, and no branch on what comes in.
        for (y, &weight) in y.iter_mut().zip(&self.weight[word.unwrap_or(0)]) {
            *y = if word.is_some() { weight } else { nan() };
        }
    }

    /// One block.
    fn look_up(&self, pass: &Pass<'_>, x: &[T::Lanes], y: &mut [T::Lanes]) {
        let words = scalars::<T>(x).chunks_exact(T::LANES);
        for (words, y) in words.zip(y.chunks_exact_mut(WIDTH)) {
            let rows = words.iter().map(|word| &self.weight[Self::word(*word).unwrap_or(0)][..]);
            pack::pack::<T>(pass.level, rows, y);
            for (lane, word) in words.iter().enumerate() {
                if Self::word(*word).is_none() {
                    scalars_mut::<T>(y).iter_mut().skip(lane).step_by(T::LANES).for_each(|y| *y = nan());
                }
            }
        }
    }
}

/// Whether a value is one of the whole numbers from 0 to `vocabulary - 1`.
#[inline(always)]
#[expect(clippy::needless_bitwise_bool, reason = "no branch on what comes in")]
pub(crate) fn is_word(value: f64, vocabulary: usize) -> bool {
    (value >= 0.0) & (value < vocabulary as f64) & ((value - libm::trunc(value)).abs() <= 0.0)
}

fn nan<T: Scalar>() -> T {
    T::from_f64(f64::NAN)
}

impl<T: Scalar, const VOCABULARY: usize, const WIDTH: usize, const STEPS: usize, Y: Sequence> Layer<T>
    for Embedding<T, VOCABULARY, WIDTH, STEPS, Y>
{
    type Input = Words<STEPS>;
    type Output = Y;
    /// Of a block, room for one step of its samples.
    const BLOCK_SCRATCH: usize = WIDTH;
    const DRAWS: bool = false;
    const HEEDLESS: Option<&'static str> = None;
    const VOCABULARY: Option<usize> = Some(VOCABULARY);

    #[inline(always)]
    fn forward<S: Simd>(&self, _: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        for (x, y) in x.iter().zip(Y::flat_mut(y).as_chunks_mut().0) {
            self.row(*x, y);
        }
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for (x, dy) in record.x.iter().zip(Y::flat(dy).chunks_exact(WIDTH)) {
            if let Some(word) = Self::word(*x) {
                T::accumulate(simd.level(), &mut grad.weight[word], dy);
            }
        }
        if let Some(dx) = dx {
            dx.fill(T::ZERO);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        for (x, y) in x.iter().zip(y) {
            self.look_up(pass, x, Y::flat_mut(y));
        }
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_blocks(pass, x, y, scratch);
    }

    /// Step by step of a block, and sample by sample of a step.
    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        let rows = &mut scalars_mut::<T>(scratch)[..WIDTH * T::LANES];
        for (block, (x, dy)) in record.x.iter().zip(dy).enumerate() {
            let samples = T::LANES.min(pass.samples - block * T::LANES);
            let words = scalars::<T>(x).chunks_exact(T::LANES);
            for (words, dy) in words.zip(Y::flat(dy).chunks_exact(WIDTH)) {
                pack::unpack_all::<T>(pass.level, dy, rows.chunks_exact_mut(WIDTH).take(samples));
                for (word, row) in words.iter().zip(rows.chunks_exact(WIDTH)).take(samples) {
                    if let Some(word) = Self::word(*word) {
                        T::accumulate(pass.level, &mut grad.weight[word], row);
                    }
                }
            }
        }
        if let Some(dx) = dx {
            T::zero(scalars_mut::<T>(dx.as_flattened_mut()));
        }
    }

    /// From the normal distribution with a deviation of 1, as PyTorch has it.
    fn init(&mut self, rng: &mut Rng) {
        init::fill(self, Init::FanInNormal(libm::sqrt(WIDTH as f64)), rng);
    }
}
