//! Attention at every instruction set of the machine against its formula, and backwards against differences of that.

use std::vec;
use std::vec::Vec;

use fearless_simd::Level;

use super::{Attention, AttentionKernels, small, small_backward};
use crate::levels;
use crate::number::{Number, scalars, scalars_mut};
use crate::testing::Rng;

/// Steps, features, heads.
const SIZES: [[usize; 3]; 8] =
    [[1, 1, 1], [2, 4, 2], [3, 2, 2], [5, 12, 4], [7, 6, 3], [17, 10, 2], [9, 40, 2], [35, 3, 1]];

/// The sizes of one sample.
fn size([steps, features, heads]: [usize; 3], causal: bool) -> Attention {
    Attention { steps, features, heads, causal, lanes: 1 }
}

fn draw(rng: &mut Rng, count: usize) -> Vec<f64> {
    (0..count).map(|_| rng.normal()).collect()
}

/// What comes out of one sample.
fn formula(size: Attention, x: &[f64]) -> Vec<f64> {
    let Attention { steps, features, heads, causal, .. } = size;
    let depth = features / heads;
    let mut y = vec![0.0; steps * features];
    for head in 0..heads {
        let part = |part: usize, step: usize| &x[(3 * step + part) * features + head * depth..][..depth];
        for t in 0..steps {
            let seen = if causal { t + 1 } else { steps };
            let dot = |u: usize| part(0, t).iter().zip(part(1, u)).map(|(q, k)| q * k).sum::<f64>();
            let scores: Vec<f64> = (0..seen).map(|u| dot(u) / (depth as f64).sqrt()).collect();
            let max = scores.iter().fold(f64::NEG_INFINITY, |max, score| max.max(*score));
            let sum: f64 = scores.iter().map(|score| (score - max).exp()).sum();
            for (u, score) in scores.iter().enumerate() {
                for (i, v) in part(2, u).iter().enumerate() {
                    y[t * features + head * depth + i] += (score - max).exp() / sum * v;
                }
            }
        }
    }
    y
}

/// The gradient of the sum of `dy * y`.
fn differences(size: Attention, x: &[f64], dy: &[f64]) -> Vec<f64> {
    const STEP: f64 = 1e-5;
    let mut x = x.to_vec();
    let loss = |x: &[f64]| formula(size, x).iter().zip(dy).map(|(y, dy)| y * dy).sum::<f64>();
    (0..x.len())
        .map(|i| {
            let middle = x[i];
            x[i] = middle + STEP;
            let above = loss(&x);
            x[i] = middle - STEP;
            let below = loss(&x);
            x[i] = middle;
            (above - below) / (2.0 * STEP)
        })
        .collect()
}

/// Lines of samples, from the beginning of a cache line on as blocks are; a sample may begin anywhere.
struct Lines<T: Number> {
    values: Vec<T::Lanes>,
    from: usize,
    count: usize,
}

impl<T: Number> Lines<T> {
    fn none(count: usize, lanes: usize) -> Self {
        let from = usize::from(lanes == 1);
        let values = vec![bytemuck::Zeroable::zeroed(); (from + count).div_ceil(T::LANES)];
        let mut lines = Self { values, from, count };
        lines.fill(T::from_f64(f64::NAN));
        lines
    }

    /// As many samples as there are lanes.
    fn of(samples: &[Vec<f64>]) -> Self {
        let mut lines = Self::none(samples.len() * samples[0].len(), samples.len());
        for (line, values) in lines.chunks_exact_mut(samples.len()).enumerate() {
            for (lane, value) in values.iter_mut().enumerate() {
                *value = T::from_f64(samples[lane][line]);
            }
        }
        lines
    }
}

impl<T: Number> core::ops::Deref for Lines<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &scalars::<T>(&self.values)[self.from..][..self.count]
    }
}

impl<T: Number> core::ops::DerefMut for Lines<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut scalars_mut::<T>(&mut self.values)[self.from..][..self.count]
    }
}

/// What comes out of some samples, and the gradient of what goes in.
fn both<T: AttentionKernels>(level: Level, size: Attention, x: &[Vec<f64>], dy: &[Vec<f64>]) -> [Lines<T>; 2] {
    let size = Attention { lanes: x.len(), ..size };
    let lanes = size.lanes;
    let (x, dy) = (Lines::<T>::of(x), Lines::<T>::of(dy));
    let mut kept = Lines::<T>::none(size.kept() * lanes, lanes);
    let mut scratch = Lines::<T>::none(size.scratch::<T>(), lanes);
    let (mut y, mut again) = (Lines::<T>::none(dy.len(), lanes), Lines::<T>::none(dy.len(), lanes));
    T::attention(level, size, &[], &x, &mut y, &mut kept, &mut scratch);
    T::attention(level, size, &[], &x, &mut again, &mut [], &mut scratch);
    let same = |(y, again): (&T, &T)| y == again || y.to_f64().is_nan() && again.to_f64().is_nan();
    assert!(y.iter().zip(&*again).all(same), "what is kept changes nothing");
    let mut dx = Lines::<T>::none(x.len(), lanes);
    scratch.fill(T::from_f64(f64::NAN));
    T::attention_backward(level, size, &x, &kept, &dy, &mut dx, &mut scratch);
    [y, dx]
}

fn close<T: Number>(found: &[T], expected: &[Vec<f64>], tolerance: f64) {
    for (lane, expected) in expected.iter().enumerate() {
        let size = expected.iter().fold(1.0, |most: f64, value| most.max(value.abs()));
        let lanes = found.len() / expected.len();
        for (found, expected) in found[lane..].iter().step_by(lanes).zip(expected) {
            let error = (found.to_f64() - expected).abs();
            assert!(error <= tolerance * size, "{found} instead of {expected}");
        }
    }
}

/// One sample, and a block of different ones.
fn check<T: AttentionKernels>(level: Level, size: Attention, seed: u64, tolerances: [f64; 2]) {
    let mut rng = Rng::new(seed);
    for lanes in [1, T::LANES] {
        let mut samples = |count: usize| -> Vec<Vec<f64>> { (0..lanes).map(|_| draw(&mut rng, count)).collect() };
        let (x, dy) = (samples(3 * size.steps * size.features), samples(size.steps * size.features));
        let [y, dx] = both::<T>(level, size, &x, &dy);
        let expected: Vec<_> = x.iter().map(|x| formula(size, x)).collect();
        close(&y, &expected, tolerances[0]);
        // Differences of all samples take long.
        for lane in [0, lanes / 2, lanes - 1] {
            let dx: Vec<T> = dx[lane..].iter().step_by(lanes).copied().collect();
            close(&dx, &[differences(size, &x[lane], &dy[lane])], tolerances[1]);
        }
    }
}

#[test]
fn attention_is_its_formula_forward_and_back() {
    for (seed, sizes) in SIZES.into_iter().enumerate() {
        for causal in [false, true] {
            for level in levels() {
                check::<f32>(level, size(sizes, causal), seed as u64, [3e-6, 1e-5]);
                check::<f64>(level, size(sizes, causal), seed as u64, [1e-13, 1e-8]);
            }
        }
    }
}

#[test]
fn saturated_scores_are_a_choice() {
    let size = size([19, 8, 2], true);
    let mut rng = Rng::new(3);
    for lanes in [1, f32::LANES] {
        let x: Vec<Vec<f64>> =
            (0..lanes).map(|_| draw(&mut rng, 3 * 19 * 8).iter().map(|x| x * 1e4).collect()).collect();
        let dy: Vec<Vec<f64>> = (0..lanes).map(|_| draw(&mut rng, 19 * 8)).collect();
        for level in levels() {
            let [y, dx] = both::<f32>(level, size, &x, &dy);
            close(&y, &x.iter().map(|x| formula(size, x)).collect::<Vec<_>>(), 1e-2);
            assert!(y.iter().chain(&*dx).all(|value| value.is_finite() && !value.is_subnormal()));
        }
    }
}

#[test]
fn small_shares_are_not_subnormal() {
    // Scores that spread over a hundred, and values so small that their products would be subnormal.
    let size = size([40, 4, 1], false);
    let mut rng = Rng::new(4);
    for lanes in [1, f32::LANES] {
        let mut of_a_sample = || -> Vec<f64> {
            draw(&mut rng, 3 * 40 * 4).iter().enumerate().map(|(i, x)| x * [6.0, 6.0, 1e-20][i / 4 % 3]).collect()
        };
        let x: Vec<Vec<f64>> = (0..lanes).map(|_| of_a_sample()).collect();
        let dy: Vec<Vec<f64>> = vec![vec![1e-15; 40 * 4]; lanes];
        for level in levels() {
            let [y, dx] = both::<f32>(level, size, &x, &dy);
            assert!(y.iter().chain(&*dx).all(|value| value.is_finite() && !value.is_subnormal()));
        }
    }
}

#[test]
fn nan_stays_and_reaches_no_step_before_it() {
    let mut rng = Rng::new(5);
    for [steps, features, heads] in [[23, 6, 2], [6, 6, 1], [3, 2, 1]] {
        for (value, causal) in (0..3).flat_map(|part| [(part, true), (part, false)]) {
            let size = size([steps, features, heads], causal);
            let bad = 2 * steps / 3;
            for lanes in [1, f32::LANES] {
                let mut x: Vec<Vec<f64>> = (0..lanes).map(|_| draw(&mut rng, 3 * steps * features)).collect();
                let dy: Vec<Vec<f64>> = (0..lanes).map(|_| draw(&mut rng, steps * features)).collect();
                for x in &mut x {
                    x[(3 * bad + value) * features..][..features].fill(f64::NAN);
                }
                for level in levels() {
                    let [y, _] = both::<f32>(level, size, &x, &dy);
                    for (t, y) in y.chunks_exact(features * lanes).enumerate() {
                        // A query is that of its own step alone.
                        let is_nan = if value == 0 { t == bad } else { t >= bad || !causal };
                        assert!(y.iter().all(|y| y.is_nan() == is_nan), "part {value} of step {bad} at step {t}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_inlined_is_the_formula() {
    let mut rng = Rng::new(7);
    for sizes in SIZES {
        for causal in [false, true] {
            let size = size(sizes, causal);
            let [x, dy] = [3, 1].map(|parts| draw(&mut rng, parts * size.steps * size.features));
            let mut y = vec![f64::NAN; dy.len()];
            let (mut kept, mut scratch) = (vec![f64::NAN; size.kept()], vec![f64::NAN; size.steps]);
            dispatch!(f64: crate::level(), simd => small(simd, size, &x, &mut y, &mut [], &mut scratch));
            let alone = y.clone();
            dispatch!(f64: crate::level(), simd => small(simd, size, &x, &mut y, &mut kept, &mut []));
            assert_eq!(y, alone, "{size:?}: whether shares are kept changes a bit");
            let mut dx = vec![f64::NAN; x.len()];
            small_backward(size, &x, &y, &kept, &dy, &mut dx);
            for (found, expected) in [(y, formula(size, &x)), (dx, differences(size, &x, &dy))] {
                for (found, expected) in found.iter().zip(&expected) {
                    assert!((found - expected).abs() < 1e-8, "{size:?}: {found}, expected {expected}");
                }
            }
        }
    }
}
