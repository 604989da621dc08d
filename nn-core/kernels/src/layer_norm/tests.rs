//! Both kinds of normalisation against their formula, at every magnitude.

use super::*;
use crate::levels;
use crate::reference;
use crate::testing::Rng;
use std::vec::Vec;
use std::{format, vec};

/// Sums over a hundred values and three blocks, in `f32` and in another order.
const F32: f64 = 1e-4;
/// The same in `f64`.
const F64: f64 = 1e-12;

fn random<T: LayerNormKernels>(rng: &mut Rng, len: usize) -> Vec<T> {
    (0..len).map(|_| T::from_f64(rng.normal() + 0.5)).collect()
}

#[track_caller]
fn close<T: LayerNormKernels>(found: &[T], expected: &[f64]) {
    let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found.to_f64() - expected).abs() < tolerance * expected.abs().max(1.0), "{found} {expected}");
    }
}

fn wide<T: LayerNormKernels>(values: &[T]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

fn check<T: LayerNormKernels>(centered: bool) {
    let mut rng = Rng::new(1);
    let norm = Norm { centered, eps: 1e-5 };
    for level in levels() {
        for values in [1, 2, 15, 16, 17, 100] {
            let (w, bias) = (random::<T>(&mut rng, values), random::<T>(&mut rng, values));
            let b = if centered { &bias[..] } else { &[] };
            let lanes = 3 * values * T::LANES;
            // Neighbours differ by a half at least: the slope of values that hardly differ is mostly rounding.
            let place = |i: usize| (i / T::LANES % values % 5) as f64;
            let x: Vec<T> = (0..lanes).map(|i| T::from_f64(place(i) + 0.5 * rng.uniform())).collect();
            let dy = random::<T>(&mut rng, lanes);
            let (mut y, mut dx) = (vec![T::ZERO; lanes], vec![T::ZERO; lanes]);
            let mut kept = vec![T::ZERO; 3 * T::LANES * Norm::kept(centered)];
            let (mut dw, mut db) = (vec![T::ONE; values], vec![T::ONE; b.len()]);
            T::layer_norm_blocks(level, norm, &w, b, &x, &mut y, &mut kept);
            T::layer_norm_blocks_backward(level, &w, &x, &kept, &dy, Some(&mut dx), &mut dw, &mut db);
            let (mut own_dw, mut own_db) = (vec![T::ONE; values], vec![T::ONE; b.len()]);
            for sample in 0..3 * T::LANES {
                let at = |i: usize| (sample / T::LANES * values + i) * T::LANES + sample % T::LANES;
                let of = |from: &[T]| (0..values).map(|i| from[at(i)]).collect::<Vec<T>>();
                let (x, dy) = (of(&x), of(&dy));
                let (mut own_y, mut own_dx) = (x.clone(), x.clone());
                let mut kept = vec![T::ZERO; Norm::kept(centered)];
                T::layer_norm(level, norm, &w, b, &x, &mut own_y, &mut kept);
                T::layer_norm_backward(level, &w, &x, &kept, &dy, Some(&mut own_dx), &mut own_dw, &mut own_db);
                let (expected, slopes) =
                    reference::layer_norm(centered, 1e-5, &wide(&w), &wide(b), &wide(&x), &wide(&dy));
                close(&own_y, &expected);
                close(&of(&y), &expected);
                close(&own_dx, &slopes);
                close(&of(&dx), &slopes);
            }
            close(&dw, &wide(&own_dw));
            close(&db, &wide(&own_db));
        }
    }
}

#[test]
fn layer_norm_is_its_formula() {
    check::<f32>(true);
    check::<f64>(true);
}

#[test]
fn rms_norm_is_its_formula() {
    check::<f32>(false);
    check::<f64>(false);
}

/// Values of every magnitude that a scalar holds, one sample and blocks, and whatever else lies in the block.
fn check_magnitudes<T: LayerNormKernels>(centered: bool, magnitudes: &[f64]) {
    const VALUES: usize = 32;
    let tolerance = if size_of::<T>() == 4 { 2e-6 } else { F64 };
    let (mut rng, w) = (Rng::new(2), [T::ONE; VALUES]);
    for level in levels() {
        for eps in [1e-5, 1e-60] {
            let norm = Norm { centered, eps };
            // A magnitude for each lane, so that rare ones lie beside common ones.
            for first in 0..magnitudes.len() {
                let of = |lane: usize| magnitudes[(first + lane) % magnitudes.len()];
                let units: Vec<f64> = (0..VALUES * T::LANES).map(|_| 2.0 * rng.uniform() - 1.0).collect();
                let x: Vec<T> = units.iter().enumerate().map(|(i, x)| T::from_f64(x * of(i % T::LANES))).collect();
                let dy = random::<T>(&mut rng, x.len());
                let (mut y, mut dx, mut dw) = (x.clone(), x.clone(), vec![T::ZERO; VALUES]);
                let mut kept = vec![T::ZERO; T::LANES * Norm::kept(centered)];
                let db = if centered { VALUES } else { 0 };
                T::layer_norm_blocks(level, norm, &w, &[], &x, &mut y, &mut kept);
                let mut db = vec![T::ZERO; db];
                T::layer_norm_blocks_backward(level, &w, &x, &kept, &dy, Some(&mut dx), &mut dw, &mut db);
                for lane in 0..T::LANES {
                    let own = |from: &[T]| (0..VALUES).map(|i| from[i * T::LANES + lane]).collect::<Vec<T>>();
                    let (x, dy, magnitude) = (own(&x), own(&dy), of(lane));
                    let (mut own_y, mut own_dx, mut own_dw) = (x.clone(), x.clone(), vec![T::ZERO; VALUES]);
                    let (mut kept, mut own_db) = (vec![T::ZERO; Norm::kept(centered)], db.clone());
                    T::layer_norm(level, norm, &w, &[], &x, &mut own_y, &mut kept);
                    let dx_into = Some(&mut own_dx[..]);
                    T::layer_norm_backward(level, &w, &x, &kept, &dy, dx_into, &mut own_dw, &mut own_db);
                    // The formula for values divided by their magnitude.
                    let units: Vec<f64> = x.iter().map(|x| x.to_f64() / magnitude).collect();
                    let eps = eps / magnitude / magnitude;
                    let (expected, slopes) = reference::layer_norm(centered, eps, &wide(&w), &[], &units, &wide(&dy));
                    let largest = |of: &[f64]| of.iter().fold(f64::MIN_POSITIVE, |top, x| x.abs().max(top));
                    let what = format!("{level:?}, eps {:e}, magnitude {magnitude:e}", norm.eps);
                    for (found, expected, scale) in [
                        (own_y, &expected, 1.0),
                        (own(&y), &expected, 1.0),
                        (own_dx, &slopes, magnitude),
                        (own(&dx), &slopes, magnitude),
                    ] {
                        // What is below the normal numbers has fewer digits.
                        let least = T::MIN_POSITIVE.to_f64() * scale;
                        let allowed = tolerance * (largest(expected) + least);
                        for (found, expected) in found.iter().zip(expected) {
                            let off = (found.to_f64() * scale - expected).abs();
                            assert!(off <= allowed, "{what}: {:e}, expected {expected:e}", found.to_f64() * scale);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_magnitude_has_its_formula_on_both_paths() {
    let single = [1.0, 1e-38, 1e-30, 1e-20, 1e-19, 1e-10, 1e10, 1e17, 1e18, 1e19, 1e20, 1e30, 1e38, 3e38, 3.4e38];
    let double = [1.0, 1e-38, 1e-10, 1e38, 3e38, 1e139, 1e141, 1e150, 1e160, 1e200, 1e300, 1.7e308];
    for centered in [true, false] {
        check_magnitudes::<f32>(centered, &single);
        check_magnitudes::<f64>(centered, &double);
    }
}

#[test]
fn values_at_both_ends_of_the_range_have_a_distance() {
    for level in levels() {
        let norm = Norm { centered: true, eps: 1e-5 };
        let mut x = [-f32::MAX; 4];
        x[0] = f32::MAX;
        let blocks: Vec<f32> = x.iter().flat_map(|x| [*x; 16]).collect();
        let (mut y, mut of_blocks) = ([0.0; 4], vec![0.0; blocks.len()]);
        f32::layer_norm(level, norm, &[1.0; 4], &[], &x, &mut y, &mut []);
        f32::layer_norm_blocks(level, norm, &[1.0; 4], &[], &blocks, &mut of_blocks, &mut []);
        let of_one: Vec<f32> = of_blocks.iter().step_by(16).copied().collect();
        let (far, near) = (3_f64.sqrt(), -1.0 / 3_f64.sqrt());
        close(&y, &[far, near, near, near]);
        close(&of_one, &[far, near, near, near]);
    }
}

#[test]
fn a_nan_stays_in_its_lane() {
    for level in levels() {
        for centered in [true, false] {
            let mut x: Vec<f32> = (0..3 * 16).map(|i| i as f32).collect();
            (x[16 + 5], x[16 + 9]) = (f32::NAN, f32::INFINITY);
            let mut y = vec![0.0; x.len()];
            f32::layer_norm_blocks(level, Norm { centered, eps: 1e-5 }, &[1.0; 3], &[], &x, &mut y, &mut []);
            for lane in 0..16 {
                assert_eq!(y[16 + lane].is_nan(), [5, 9].contains(&lane), "{level:?}, lane {lane}");
            }
        }
    }
}
