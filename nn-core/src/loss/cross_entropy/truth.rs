//! The two kinds of target: a class, and the probabilities of all classes.

use bytemuck::Zeroable;
use fearless_simd::{Simd, SimdBase};

use super::settings::Settings;
use crate::argmax::argmax;
use crate::kernels::pack;
use crate::layer::Pass;
use crate::loss::{Class, Reduction, TargetError, target};
use crate::scalar::{Scalar, scalars, scalars_mut};

/// A target of `N` classes.
pub(super) trait Truth<T: Scalar, const N: usize> {
    fn check(&self) -> Result<(), TargetError>;

    /// The class that it names or favours.
    fn class(&self) -> Option<usize>;

    /// What becomes of the losses of a batch of such targets.
    fn reduction<L: Settings<N>>(loss: &L) -> Reduction;

    /// How much it counts in a weighted mean.
    fn weight<L: Settings<N>>(&self, loss: &L) -> f64;

    /// As [`Loss::sample`](crate::loss::Loss::sample).
    fn sample<L: Settings<N>, S: Simd>(&self, loss: &L, simd: S, y: &[T; N], dy: &mut [T; N]) -> T;

    /// As [`Loss::block`](crate::loss::Loss::block), but for the lanes behind the last target.
    fn block<'a, L: Settings<N>>(
        loss: &L,
        pass: &Pass<'_>,
        y: &[T::Lanes; N],
        targets: impl Iterator<Item = &'a Self>,
        scale: T,
        dy: &mut [T::Lanes; N],
        losses: &mut [T],
    ) where
        Self: 'a;
}

/// Writes softmax of the logits `y` to `p`; returns the largest logit and the logarithm of the sum of
/// `exp(y - largest)`.
#[inline(always)]
fn softmax<T: Scalar, S: Simd>(simd: S, y: &[T], p: &mut [T]) -> (T, T) {
    let width = T::Native::<S>::LEN;
    let mut largest = T::from_f64(f64::NEG_INFINITY);
    for value in y {
        largest = if *value > largest { *value } else { largest };
    }
    let mut sum = T::ZERO;
    for (y, p) in y.chunks(width).zip(p.chunks_mut(width)) {
        let mut shifted = T::Native::<S>::splat(simd, T::ZERO);
        for (shifted, y) in shifted.as_mut_slice().iter_mut().zip(y) {
            *shifted = *y - largest;
        }
        p.copy_from_slice(&T::exp(simd, shifted).as_slice()[..y.len()]);
        for p in &*p {
            sum += *p;
        }
    }
    let factor = T::ONE / sum;
    for p in p {
        *p *= factor;
    }
    (largest, sum.scalar_ln())
}

/// One sample in which every class may count.
#[inline(always)]
fn sample<T: Scalar, S: Simd, L: Settings<N>, const N: usize>(
    loss: &L,
    simd: S,
    y: &[T; N],
    probability: impl Fn(usize) -> T,
    dy: &mut [T; N],
) -> T {
    let (largest, ln_sum) = softmax(simd, y, dy);
    let count = |class: usize| {
        let (factor, spread) = loss.count::<T>(class);
        probability(class) * factor + spread
    };
    let (mut value, mut counts, half) = (T::ZERO, T::ZERO, T::from_f64(0.5));
    for (class, y) in y.iter().enumerate() {
        // Halves of two logits have a difference that is finite, which a class that does not count is multiplied by 0.
        value += (count(class) + count(class)) * (ln_sum * half + (largest * half - *y * half));
        counts += count(class);
    }
    for (class, p) in dy.iter_mut().enumerate() {
        *p = *p * counts - count(class);
    }
    value
}

/// A block in which every class may count, as much as `dy` says.
fn block<T: Scalar>(pass: &Pass<'_>, y: &[T::Lanes], scale: T, dy: &mut [T::Lanes], losses: &mut [T]) {
    let mut sums = [T::ZERO; 16];
    T::cross_entropy(pass.level, scalars::<T>(y), scale, scalars_mut::<T>(dy), &mut sums[..T::LANES]);
    losses.copy_from_slice(&sums[..losses.len()]);
}

impl<T: Scalar, C: Class, const N: usize> Truth<T, N> for C {
    fn check(&self) -> Result<(), TargetError> {
        target::check_class(*self, N)
    }

    #[inline(always)]
    fn class(&self) -> Option<usize> {
        self.index()
    }

    fn reduction<L: Settings<N>>(loss: &L) -> Reduction {
        if loss.weights().is_some() { Reduction::WeightedMean } else { Reduction::Mean }
    }

    fn weight<L: Settings<N>>(&self, loss: &L) -> f64 {
        let Some(weights) = loss.weights() else { return 1.0 };
        self.index().and_then(|class| weights.get(class)).copied().unwrap_or(f64::NAN)
    }

    #[inline(always)]
    fn sample<L: Settings<N>, S: Simd>(&self, loss: &L, simd: S, y: &[T; N], dy: &mut [T; N]) -> T {
        let Some(class) = self.index().filter(|class| *class < N) else { return T::from_f64(f64::NAN) };
        if !L::NONE {
            return sample(loss, simd, y, |other| T::from(other == class), dy);
        }
        let (largest, ln_sum) = softmax(simd, y, dy);
        dy[class] -= T::ONE;
        ln_sum + (largest - y[class])
    }

    /// Without settings only the class's own lane of `dy` is more than the softmax.
    fn block<'a, L: Settings<N>>(
        loss: &L,
        pass: &Pass<'_>,
        y: &[T::Lanes; N],
        targets: impl Iterator<Item = &'a Self>,
        scale: T,
        dy: &mut [T::Lanes; N],
        losses: &mut [T],
    ) where
        Self: 'a,
    {
        let nan = T::from_f64(f64::NAN);
        let place = |class: &Self, lane: usize| class.index().filter(|class| *class < N).map(|i| i * T::LANES + lane);
        if L::NONE {
            let (mut largest, mut ln_sum) = ([T::Lanes::zeroed()], [T::Lanes::zeroed()]);
            let (largest, ln_sum) = (scalars_mut::<T>(&mut largest), scalars_mut::<T>(&mut ln_sum));
            let (y, p) = (scalars::<T>(y), scalars_mut::<T>(dy));
            T::softmax_and_sum(pass.level, y, scale, p, largest, ln_sum);
            for (lane, (class, loss)) in targets.zip(losses).enumerate() {
                let Some(place) = place(class, lane) else {
                    *loss = nan;
                    continue;
                };
                p[place] -= scale;
                *loss = ln_sum[lane] + (largest[lane] - y[place]);
            }
            return;
        }
        let counts = scalars_mut::<T>(dy);
        for (class, lanes) in counts.chunks_exact_mut(T::LANES).enumerate() {
            lanes.fill(loss.count::<T>(class).1);
        }
        for (lane, class) in targets.enumerate() {
            match place(class, lane) {
                Some(place) => counts[place] += loss.count::<T>(place / T::LANES).0,
                None => counts[lane] = nan,
            }
        }
        block::<T>(pass, y, scale, dy, losses);
    }
}

impl<T: Scalar, const N: usize> Truth<T, N> for [T; N] {
    fn check(&self) -> Result<(), TargetError> {
        let mut sum = 0.0;
        for (index, probability) in self.iter().enumerate() {
            target::check_probability(index, probability.to_f64())?;
            sum += probability.to_f64();
        }
        target::check_sum(sum)
    }

    fn class(&self) -> Option<usize> {
        Some(argmax(self))
    }

    fn reduction<L: Settings<N>>(_: &L) -> Reduction {
        Reduction::Mean
    }

    fn weight<L: Settings<N>>(&self, _: &L) -> f64 {
        1.0
    }

    #[inline(always)]
    fn sample<L: Settings<N>, S: Simd>(&self, loss: &L, simd: S, y: &[T; N], dy: &mut [T; N]) -> T {
        sample(loss, simd, y, |class| self[class], dy)
    }

    fn block<'a, L: Settings<N>>(
        loss: &L,
        pass: &Pass<'_>,
        y: &[T::Lanes; N],
        targets: impl Iterator<Item = &'a Self>,
        scale: T,
        dy: &mut [T::Lanes; N],
        losses: &mut [T],
    ) where
        Self: 'a,
    {
        pack::pack::<T>(pass.level, targets.map(<[T; N]>::as_slice), dy);
        if !L::NONE {
            for (class, lanes) in scalars_mut::<T>(dy).chunks_exact_mut(T::LANES).enumerate() {
                let (factor, spread) = loss.count::<T>(class);
                for probability in lanes {
                    *probability = *probability * factor + spread;
                }
            }
        }
        block::<T>(pass, y, scale, dy, losses);
    }
}
