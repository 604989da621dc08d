//! What is nearly subnormal: gradients have no such numbers, and what is not finite stays what it is.

use std::vec;
use std::vec::Vec;

use super::{blocks_of, functions};
use crate::dense::{DenseKernels, Size};
use crate::levels;
use crate::loss::LossKernels;
use crate::number::{Number, scalars};
use crate::pointwise::PointwiseKernels;
use crate::softmax::SoftmaxKernels;

/// Numbers of both signs from the ordinary down to the smallest there are.
fn tiny(len: usize) -> Vec<f32> {
    (0..len).map(|i| 10.0_f32.powi(-i32::try_from(i * 7 % 46).unwrap()) * if i % 3 == 0 { -1.0 } else { 1.0 }).collect()
}

/// Normal ones among them: what a network that is saturated has.
fn normal(len: usize) -> Vec<f32> {
    tiny(len).into_iter().map(|x| if x.is_subnormal() { 0.0 } else { x }).collect()
}

#[track_caller]
fn assert_none(what: &str, values: &[f32]) {
    for value in values {
        assert!(!value.is_subnormal(), "{what}: {value:e}");
    }
}

#[test]
fn what_a_sum_begins_with_has_a_last_digit_far_from_subnormal_numbers() {
    assert_eq!(f32::BASE.next_down() + 512.0 * f32::MIN_POSITIVE, f32::BASE);
    assert_eq!(f64::BASE.next_down() + 512.0 * f64::MIN_POSITIVE, f64::BASE);
    assert!(f32::LN_MIN_POSITIVE.exp() >= f32::MIN_POSITIVE && f64::LN_MIN_POSITIVE.exp() >= f64::MIN_POSITIVE);
}

#[test]
fn gradients_of_dense_layers() {
    for level in levels() {
        for (inputs, outputs, samples) in [(1, 1, 1), (3, 5, 16), (17, 33, 40), (64, 10, 75)] {
            let (size, blocks) = (Size { inputs, outputs, samples }, samples.div_ceil(16));
            let (w, x) = (normal(inputs * outputs), blocks_of(&normal(inputs * blocks * 16)));
            let dy = blocks_of(&tiny(outputs * blocks * 16));
            let (x, dy) = (scalars::<f32>(&x), scalars::<f32>(&dy));
            let (mut dx, mut dw, mut db) = (x.to_vec(), vec![0.0; w.len()], vec![0.0; outputs]);
            f32::dense_blocks_dx(level, size, &w, dy, size.outputs, &mut dx);
            f32::dense_blocks_dw(level, size, x, dy, false, &mut dw, &mut db);
            assert_none("dx", &dx);
            assert_none("dw", &dw);
            assert_none("db", &db);
            assert!(dw.iter().any(|dw| *dw != 0.0));
            let (mut dx, mut dw, mut db) = (vec![0.0; inputs], vec![0.0; w.len()], vec![0.0; outputs]);
            f32::dense_backward(level, &w, &x[..inputs], &dy[..outputs], Some(&mut dx), &mut dw, &mut db);
            assert_none("dx of one sample", &dx);
            assert_none("dw of one sample", &dw);
            assert_none("db of one sample", &db);
        }
    }
}

#[test]
fn functions_far_out() {
    let odd = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY];
    for level in levels() {
        for (function, _, _) in functions() {
            let x: Vec<f32> = (-1200..=1200_i16).map(|i| f32::from(i) / 10.0).collect();
            let (mut y, mut dx) = (x.clone(), x.clone());
            f32::pointwise(level, function, &x, &mut y);
            assert_none(&std::format!("{function:?}"), &y);
            for dy in tiny(46) {
                f32::pointwise_backward(level, function, &x, &y, &vec![dy; x.len()], &mut dx);
                if dy.is_normal() {
                    assert_none(&std::format!("{function:?}, slope times {dy:e}"), &dx);
                }
            }
            for dy in odd {
                f32::pointwise_backward(level, function, &[0.5; 20], &[0.5; 20], &[dy; 20], &mut dx[..20]);
                let slope_is_zero = dx[0].is_nan() && matches!(function, crate::pointwise::Pointwise::Step(_));
                let same = |dx: f32| dx.is_nan() == dy.is_nan() && (dy.is_nan() || dx == dy);
                assert!(slope_is_zero || dx[..20].iter().all(|dx| same(*dx)), "{function:?}: {dy} became {}", dx[0]);
            }
        }
    }
}

#[test]
fn losses_of_answers_that_are_sure() {
    for level in levels() {
        for top in [1.0_f32, 20.0, 40.0, 60.0, 85.0, 90.0, 100.0, 110.0, 1e4] {
            let y: Vec<f32> = (0..80).map(|i| if i < 16 { top } else { -(i as f32) / 80.0 }).collect();
            let (mut p, mut largest, mut ln_sum) = (y.clone(), [0.0; 16], [0.0; 16]);
            f32::softmax_and_sum(level, &y, 0.03, &mut p, &mut largest, &mut ln_sum);
            assert_none("softmax", &p);
            let mut dy = y.iter().map(|y| f32::from(*y == top)).collect::<Vec<_>>();
            f32::cross_entropy(level, &y, 0.03, &mut dy, &mut ln_sum);
            assert_none("cross entropy", &dy);
            f32::softmax_blocks(level, false, 5, f32::LN_MIN_POSITIVE + 2.0, &y, &mut p);
            assert_none("probabilities", &p);
            f32::softmax_blocks_backward(level, false, 5, &p, &tiny(80), &mut dy);
            assert_none("slopes of probabilities", &dy);
        }
        let mut y = [0.5_f32; 48];
        (y[3], y[4], y[5]) = (f32::NAN, f32::INFINITY, f32::NEG_INFINITY);
        let (mut p, mut largest, mut ln_sum) = ([0.0; 48], [0.0; 16], [0.0; 16]);
        f32::softmax_and_sum(level, &y, 0.03, &mut p, &mut largest, &mut ln_sum);
        assert!(p[3].is_nan() && p[4].is_nan() && p[5] == 0.0 && (p[6] - 0.01).abs() < 1e-6);
    }
}
