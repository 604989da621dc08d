//! Every kernel at every instruction set of the machine against its plain twin.

#![expect(clippy::float_cmp, reason = "infinities and exact values")]

mod one_sample;
mod tiny;

use std::vec::Vec;
use std::{format, vec};

use super::pointwise::{self, Formula, Function, Pointwise};
use super::reference;
use crate::dense::{DenseKernels, Size};
use crate::levels;
use crate::number::{Lanes32, Number, scalars};
use crate::pointwise::PointwiseKernels;
use crate::softmax::SoftmaxKernels;
use crate::testing::Rng;

/// Sums of up to some hundred products of numbers near one, in `f32` and in another order: 300 * 2^-24, rounded up.
const F32: f64 = 3e-5;
/// The same in `f64`.
const F64: f64 = 1e-13;

fn random<T: Number>(rng: &mut Rng, len: usize) -> Vec<T> {
    (0..len).map(|_| T::from_f64(rng.uniform() * 2.0 - 1.0)).collect()
}

/// The same values on cache lines, as blocks lie in a workspace.
fn blocks_of<T: Number>(values: &[T]) -> Vec<T::Lanes> {
    values.chunks_exact(T::LANES).map(|lanes| bytemuck::pod_read_unaligned(bytemuck::cast_slice(lanes))).collect()
}

fn wide<T: Number>(values: &[T]) -> Vec<f64> {
    values.iter().map(|v| v.to_f64()).collect()
}

/// The values of one sample of a run of blocks of `len` values.
fn sample<T: Number>(blocks: &[T], len: usize, sample: usize) -> Vec<f64> {
    let (block, lane) = (sample / T::LANES, sample % T::LANES);
    (0..len).map(|i| blocks[(block * len + i) * T::LANES + lane].to_f64()).collect()
}

#[track_caller]
fn close<T: Number>(what: &str, found: &[f64], expected: &[f64]) {
    let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let same = (f.is_nan() && e.is_nan()) || f == e || (f - e).abs() <= tolerance * e.abs().max(1.0);
        assert!(same, "{what}: value {i} is {f}, expected {e}");
    }
}

/// Sizes around every vector width and tile, and some without any pattern.
const SIZES: [(usize, usize); 17] = [
    (1, 1),
    (2, 3),
    (4, 10),
    (10, 3),
    (7, 16),
    (16, 17),
    (15, 31),
    (33, 32),
    (64, 63),
    (65, 65),
    (3, 130),
    (130, 5),
    (100, 128),
    (257, 66),
    (520, 51),
    (16, 1),
    (65, 1),
];

/// Runs of one to nine blocks that end with a full block, or a few samples into the last one.
const SAMPLES: [usize; 14] = [1, 2, 3, 5, 8, 12, 13, 16, 17, 30, 48, 56, 75, 130];

/// Raises nothing.
fn no_floor<T: Number>() -> T {
    T::from_f64(f64::NEG_INFINITY)
}

fn dense<T: DenseKernels>() {
    let mut rng = Rng::new(1);
    for level in levels() {
        for (inputs, outputs) in SIZES {
            for samples in SAMPLES {
                let what = format!("{level:?}, {inputs} to {outputs}, {samples} samples");
                let (size, blocks) = (Size { inputs, outputs, samples }, samples.div_ceil(T::LANES));
                let w = random::<T>(&mut rng, inputs * outputs);
                let b = random::<T>(&mut rng, if samples == 17 { 0 } else { outputs });
                let x = blocks_of(&random::<T>(&mut rng, inputs * blocks * T::LANES));
                let dy = blocks_of(&random::<T>(&mut rng, outputs * blocks * T::LANES));
                let (x, dy) = (scalars::<T>(&x), scalars::<T>(&dy));
                let mut y = vec![T::from_f64(f64::NAN); dy.len()];
                let mut dx = vec![T::from_f64(f64::NAN); x.len()];
                let start = random::<T>(&mut rng, w.len());
                let (mut dw, mut db) = (start.clone(), b.clone());
                T::dense_blocks(level, size, &w, &b, x, T::ZERO, &mut y);
                assert!(y.iter().all(|y| *y >= T::ZERO), "{what}: the floor");
                let raised = y.clone();
                T::dense_blocks(level, size, &w, &b, x, no_floor(), &mut y);
                assert!(raised.iter().zip(&y).all(|(raised, y)| *raised == if *y > T::ZERO { *y } else { T::ZERO }));
                T::dense_blocks_dx(level, size, &w, dy, size.outputs, &mut dx);
                T::dense_blocks_dw(level, size, x, dy, false, &mut dw, &mut db);
                let (w64, b64) = (wide(&w), wide(&b));
                let (mut dw64, mut db64) = (wide(&start), b64.clone());
                for s in 0..blocks * T::LANES {
                    let (xs, dys) = (sample(x, inputs, s), sample(dy, outputs, s));
                    close::<T>(&what, &sample(&dx, inputs, s), &reference::dense_dx(&w64, &dys, inputs));
                    if s >= samples {
                        assert_eq!(sample(&y, outputs, s), sample(&y, outputs, samples - 1), "{what}: padding");
                        continue;
                    }
                    close::<T>(&what, &sample(&y, outputs, s), &reference::dense(&w64, &b64, &xs, outputs));
                    for (sum, dw) in dw64.iter_mut().zip(reference::dense_dw(&xs, &dys)) {
                        *sum += dw;
                    }
                    for (sum, dy) in db64.iter_mut().zip(&dys) {
                        *sum += dy;
                    }
                }
                close::<T>(&what, &wide(&dw), &dw64);
                close::<T>(&what, &wide(&db), &db64);
            }
        }
    }
}

/// However many samples follow, a sample's output and the sums over samples are the same to the bit.
#[test]
fn where_a_run_ends_does_not_matter() {
    let mut rng = Rng::new(3);
    for level in levels() {
        for (inputs, outputs) in SIZES {
            let w = random::<f32>(&mut rng, inputs * outputs);
            let b = random::<f32>(&mut rng, outputs);
            let (x, dy) = (random::<f32>(&mut rng, inputs * 80), random::<f32>(&mut rng, outputs * 80));
            let x = blocks_of(&x);
            let x = scalars::<f32>(&x);
            let size = |samples| Size { inputs, outputs, samples };
            let mut whole = vec![0.0; outputs * 80];
            f32::dense_blocks(level, size(80), &w, &b, x, no_floor(), &mut whole);
            for samples in 1..80_usize {
                let what = format!("{level:?}, {inputs} to {outputs}, {samples} samples");
                let mut y = vec![f32::NAN; outputs * 16 * samples.div_ceil(16)];
                f32::dense_blocks(level, size(samples), &w, &b, x, no_floor(), &mut y);
                for s in 0..samples {
                    assert_eq!(sample(&y, outputs, s), sample(&whole, outputs, s), "{what}");
                }
            }
            let [(mut dw, mut db), (mut dw2, mut db2)] =
                [0.0, f32::NAN].map(|before| (vec![before; w.len()], vec![before; outputs]));
            f32::dense_blocks_dw(level, size(75), x, &dy, false, &mut dw, &mut db);
            f32::dense_blocks_dw(level, size(75), x, &dy, true, &mut dw2, &mut db2);
            assert!(dw == dw2 && db == db2, "{level:?}, {inputs} to {outputs}, the first time");
            let (mut dw, mut db) = (w.clone(), b.clone());
            f32::dense_blocks_dw(level, size(80), x, &dy, false, &mut dw, &mut db);
            for first in [16, 32, 64] {
                let (mut dw2, mut db2) = (w.clone(), b.clone());
                let ((x, x2), (dy, dy2)) = (x.split_at(inputs * first), dy.split_at(outputs * first));
                f32::dense_blocks_dw(level, size(first), x, dy, false, &mut dw2, &mut db2);
                f32::dense_blocks_dw(level, size(80 - first), x2, dy2, false, &mut dw2, &mut db2);
                assert!(dw == dw2 && db == db2, "{level:?}, {inputs} to {outputs}, {first} samples first");
            }
        }
    }
}

#[test]
fn dense_is_its_formula() {
    dense::<f32>();
    dense::<f64>();
}

#[test]
fn a_nan_stays_in_its_lane() {
    for level in levels() {
        let (size, w) = (Size { inputs: 3, outputs: 5, samples: 16 }, [0.5f32; 15]);
        let (mut x, mut y) = ([Lanes32([1.0; 16]); 3], [0.0f32; 5 * 16]);
        x[1].0[7] = f32::NAN;
        x[0].0[4] = f32::INFINITY;
        f32::dense_blocks(level, size, &w, &[], scalars::<f32>(&x), no_floor(), &mut y);
        for (i, y) in y.iter().enumerate() {
            match i % 16 {
                7 => assert!(y.is_nan(), "{level:?}"),
                4 => assert!(*y == f32::INFINITY, "{level:?}"),
                _ => assert!((y - 1.5).abs() < 1e-6, "{level:?}"),
            }
        }
    }
}

/// A function, its formula in plain `f64`, and whether its output tells its slope.
type Listed = (Pointwise, fn(Pointwise, f64) -> f64, bool);

/// Each function of the list.
fn functions() -> Vec<Listed> {
    let mut all: Vec<Listed> = Vec::new();
    macro_rules! collect {
        ($(
            $(#[$doc:meta])*
            $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
        )*) => {
            $($(all.push((
                // A setting that is not the default.
                pointwise::$Name::$constructor($({ let $setting: $Type = 0.3 + $default; $setting })?).into(),
                |function, x| match function {
                    Pointwise::$Name(function) => function.formula(x),
                    _ => unreachable!(),
                },
                pointwise::$Name::SLOPE_FROM_OUTPUT,
            ));)*)*
        };
    }
    crate::for_each_function! { collect }
    all
}

fn pointwise<T: PointwiseKernels>() {
    for level in levels() {
        for (function, formula, _) in functions() {
            for len in [1, 2, 7, 16, 33, 200] {
                let mut x: Vec<T> = (0..len).map(|i| T::from_f64((i as f64 - len as f64 / 2.0) * 0.37)).collect();
                let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0];
                for (x, odd) in x.iter_mut().skip(3).zip(odd) {
                    *x = T::from_f64(odd);
                }
                let mut y = vec![T::ONE; len];
                T::pointwise(level, function, &x, &mut y);
                let expected: Vec<f64> = x.iter().map(|x| formula(function, x.to_f64())).collect();
                close::<T>(&format!("{level:?} {function:?}"), &wide(&y), &expected);
                T::pointwise_in_place(level, function, &mut x);
                close::<T>(&format!("{level:?} {function:?} in place"), &wide(&x), &expected);
            }
        }
    }
}

/// Those that training joins to the layer before them.
#[test]
fn the_output_tells_the_slope() {
    let mut rng = Rng::new(4);
    for level in levels() {
        for (function, ..) in functions().into_iter().filter(|(_, _, from_output)| *from_output) {
            for len in [1, 15, 16, 33] {
                let mut x = random::<f32>(&mut rng, len);
                x[0] = 0.0;
                let (mut y, mut dx) = (vec![0.0; len], vec![0.0; len]);
                let mut dy = random::<f32>(&mut rng, len);
                f32::pointwise(level, function, &x, &mut y);
                f32::pointwise_backward(level, function, &x, &y, &dy, &mut dx);
                f32::pointwise_backward_in_place(level, function, &y, &mut dy);
                assert_eq!(dx, dy, "{level:?} {function:?}");
            }
        }
    }
}

#[test]
fn pointwise_functions_are_their_formulas() {
    pointwise::<f32>();
    pointwise::<f64>();
}

/// The slope far out, where every function of the list is a straight line: of the line from `from` to `2 from`.
fn far_slope(formula: impl Fn(f64) -> f64, from: f64) -> f64 {
    (formula(2.0 * from) - formula(from)) / from
}

fn slopes_at_the_ends<T: PointwiseKernels>(largest: f64) {
    let sizes = [100.0, 1e4, 1e12, 1e13, 1.7e19, 1.9e19, 1e30, 3e38, 1e102, 1e103, 1e154, 1e155, 1e300, largest];
    let ends: Vec<f64> = sizes.into_iter().filter(|size| *size <= largest).chain([f64::INFINITY]).collect();
    for level in levels() {
        for (function, formula, _) in functions() {
            for sign in [1.0, -1.0] {
                // Alone, as few as there are, and with a whole vector.
                for x in [vec![ends[0]], ends.clone(), [&ends[..], &ends[..], &ends[..]].concat()] {
                    let x: Vec<T> = x.iter().map(|x| T::from_f64(sign * x)).collect();
                    let (mut y, mut dx, dy) = (x.clone(), x.clone(), vec![T::ONE; x.len()]);
                    T::pointwise(level, function, &x, &mut y);
                    T::pointwise_backward(level, function, &x, &y, &dy, &mut dx);
                    let expected = vec![far_slope(|x| formula(function, x), sign * 1e3); x.len()];
                    close::<T>(&format!("{level:?} {function:?}, sign {sign}"), &wide(&dx), &expected);
                }
            }
        }
    }
}

#[test]
fn slopes_at_the_ends_of_the_range_are_their_limits() {
    slopes_at_the_ends::<f32>(f32::MAX.into());
    slopes_at_the_ends::<f64>(f64::MAX);
}

fn softmax<T: SoftmaxKernels>() {
    let mut rng = Rng::new(3);
    for level in levels() {
        for (log, classes) in [(false, 1), (true, 2), (false, 10), (true, 10), (false, 33), (true, 33)] {
            let what = format!("{level:?}, logarithm {log}, {classes} classes");
            let x: Vec<T> = random::<T>(&mut rng, classes * T::LANES).iter().map(|&x| x * T::from_f64(30.0)).collect();
            let dy = random::<T>(&mut rng, x.len());
            let (mut y, mut dx) = (vec![T::ZERO; x.len()], vec![T::ZERO; x.len()]);
            T::softmax_blocks(level, log, classes, T::from_f64(f64::NEG_INFINITY), &x, &mut y);
            T::softmax_blocks_backward(level, log, classes, &y, &dy, &mut dx);
            for s in 0..T::LANES {
                let (xs, ys, dys) = (sample(&x, classes, s), sample(&y, classes, s), sample(&dy, classes, s));
                close::<T>(&what, &ys, &reference::softmax(log, &xs));
                let expected = reference::softmax_backward(log, &ys, &dys);
                close::<T>(&what, &sample(&dx, classes, s), &expected);

                let narrow: Vec<T> = xs.iter().map(|&x| T::from_f64(x)).collect();
                let narrow_dy: Vec<T> = dys.iter().map(|&dy| T::from_f64(dy)).collect();
                let (mut one, mut one_dx) = (vec![T::ZERO; classes], vec![T::ZERO; classes]);
                T::softmax(level, log, &narrow, &mut one);
                T::softmax_backward(level, log, &one, &narrow_dy, &mut one_dx);
                close::<T>(&what, &wide(&one), &reference::softmax(log, &xs));
                close::<T>(&what, &wide(&one_dx), &reference::softmax_backward(log, &wide(&one), &dys));
            }
        }
    }
}

#[test]
fn softmax_is_its_formula() {
    softmax::<f32>();
    softmax::<f64>();
}

#[test]
fn softmax_of_huge_values_is_finite() {
    for level in levels() {
        let x = [1e30f32, 1e30, -1e30, 0.0];
        let mut y = [0.0; 4];
        f32::softmax(level, false, &x, &mut y);
        assert_eq!(y, [0.5, 0.5, 0.0, 0.0], "{level:?}");
    }
}
