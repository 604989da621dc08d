//! Every convolution at every instruction set of the machine against its plain twin.

use std::vec::Vec;
use std::{format, vec};

use super::{Around, ConvKernels, Convolution, small, small_dw, small_dx};
use crate::levels;
use crate::number::{Number, scalars, scalars_mut};
use crate::reference;
use crate::testing::Rng;

/// Sums of up to some thousand products of numbers near one, in `f32` and in another order, beside their size.
const F32: f64 = 3e-5;
/// The same in `f64`.
const F64: f64 = 1e-13;

/// A convolution of an image, with the output's extents by PyTorch's formula.
fn conv(
    input: [usize; 3],
    outputs: usize,
    kernel: [usize; 2],
    stride: [usize; 2],
    padding: [usize; 2],
    dilation: [usize; 2],
    groups: usize,
) -> Convolution {
    let extent = |side: usize| {
        (input[1 + side] + 2 * padding[side] - dilation[side] * (kernel[side] - 1) - 1) / stride[side] + 1
    };
    Convolution { input, output: [outputs, extent(0), extent(1)], kernel, stride, padding, dilation, groups }
}

/// A plain one.
fn plain(input: [usize; 3], outputs: usize, kernel: usize) -> Convolution {
    conv(input, outputs, [kernel; 2], [1; 2], [0; 2], [1; 2], 1)
}

fn all() -> Vec<Convolution> {
    let mut all = vec![
        plain([1, 28, 28], 6, 5),
        plain([6, 12, 12], 16, 5),
        plain([3, 9, 7], 12, 3),
        plain([1, 1, 1], 1, 1),
        plain([5, 6, 7], 3, 1),
        plain([64, 4, 5], 33, 2),
        plain([2, 5, 5], 4, 5),
        // Windows that reach over the border, by PyTorch's `same` too.
        conv([4, 8, 8], 8, [3; 2], [1; 2], [1; 2], [1; 2], 1),
        conv([2, 5, 6], 9, [5, 3], [1; 2], [2, 1], [1; 2], 1),
        Convolution { output: [3, 6, 5], ..conv([2, 6, 5], 3, [4, 2], [1; 2], [1, 0], [1; 2], 1) },
        conv([1, 3, 3], 2, [3; 2], [1; 2], [3; 2], [1; 2], 1),
        conv([1, 1, 1], 5, [3; 2], [1; 2], [1; 2], [1; 2], 1),
        // Strides, with windows that do not fit, and smaller ones than the stride.
        conv([3, 9, 10], 5, [3; 2], [2; 2], [1; 2], [1; 2], 1),
        conv([2, 11, 8], 6, [2, 3], [3, 2], [0; 2], [1; 2], 1),
        conv([3, 7, 7], 32, [1; 2], [2; 2], [0; 2], [1; 2], 1),
        conv([2, 23, 23], 7, [11; 2], [4; 2], [2; 2], [1; 2], 1),
        conv([1, 5, 40], 2, [1, 7], [1, 3], [0, 2], [1; 2], 1),
        // Dilation, alone and with a stride.
        conv([2, 9, 9], 4, [3; 2], [1; 2], [2; 2], [2; 2], 1),
        conv([2, 12, 13], 4, [3, 2], [2, 3], [1, 4], [2, 3], 1),
        conv([1, 12, 12], 3, [3; 2], [4, 2], [0; 2], [2, 4], 1),
        // Groups, and one for each channel.
        conv([6, 6, 6], 9, [3; 2], [1; 2], [1; 2], [1; 2], 3),
        conv([8, 7, 6], 8, [3; 2], [2; 2], [1; 2], [1; 2], 8),
        conv([4, 6, 6], 8, [3; 2], [1; 2], [0; 2], [1; 2], 4),
        conv([32, 4, 4], 64, [3; 2], [1; 2], [1; 2], [1; 2], 2),
        // More taps than a run has: in channels, and in one window.
        plain([70, 4, 4], 10, 2),
        conv([40, 5, 5], 16, [3; 2], [1; 2], [1; 2], [1; 2], 1),
        plain([1, 18, 19], 2, 17),
        conv([1, 3, 300], 2, [2, 280], [1; 2], [0, 5], [1; 2], 1),
        // Rows and channels for every way of one sample.
        conv([16, 6, 6], 48, [3; 2], [1; 2], [1; 2], [1; 2], 1),
        plain([8, 5, 33], 16, 3),
        conv([8, 9, 9], 32, [3; 2], [2; 2], [1; 2], [1; 2], 1),
    ];
    all.extend((1..=17).map(|outputs| plain([2, 5, 6], outputs, 2)));
    all
}

fn forward<T: Number>(bias: &[T], floor: f64) -> Around<'_, T> {
    Around::forward(bias, T::from_f64(floor))
}

struct Found<T> {
    y: Vec<T>,
    dx: Vec<T>,
    dw: Vec<T>,
    db: Vec<T>,
}

fn random<T: Number>(rng: &mut Rng, len: usize) -> Vec<T> {
    (0..len).map(|_| T::from_f64(rng.uniform() * 2.0 - 1.0)).collect()
}

#[track_caller]
fn close<T: Number>(what: &str, found: &[T], expected: &[f64], scale: f64) {
    let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let f = f.to_f64();
        assert!((f - e).abs() <= tolerance * scale, "{what}: value {i} is {f}, expected {e}");
    }
}

/// One after the other, as a block has it.
fn block_of<T: Number>(samples: &[Vec<T>]) -> Vec<T::Lanes> {
    let len = samples[0].len();
    let mut block: Vec<T::Lanes> = vec![bytemuck::Zeroable::zeroed(); len];
    for (i, lanes) in scalars_mut::<T>(&mut block).chunks_mut(T::LANES).enumerate() {
        for (lane, sample) in lanes.iter_mut().zip(samples) {
            *lane = sample[i];
        }
    }
    block
}

fn lane<T: Number>(block: &[T::Lanes], lane: usize) -> Vec<T> {
    scalars::<T>(block).chunks(T::LANES).map(|lanes| lanes[lane]).collect()
}

fn check<T: ConvKernels>() {
    let mut rng = Rng::new(1);
    for conv in all() {
        let [inputs, outputs] = [conv.input, conv.output].map(|image| image.iter().product::<usize>());
        let weights = conv.output[0] * conv.patch();
        let w = random::<T>(&mut rng, weights);
        for bias in [true, false] {
            let b = random::<T>(&mut rng, if bias { conv.output[0] } else { 0 });
            let samples = 2 * T::LANES;
            let xs: Vec<Vec<T>> = (0..samples).map(|_| random(&mut rng, inputs)).collect();
            let dys: Vec<Vec<T>> = (0..samples).map(|_| random(&mut rng, outputs)).collect();
            let wide = |values: &[T]| values.iter().map(|value| value.to_f64()).collect::<Vec<f64>>();
            let expected: Vec<_> = xs
                .iter()
                .zip(&dys)
                .map(|(x, dy)| reference::conv(&conv, &wide(&w), &wide(&b), &wide(x), &wide(dy)))
                .collect();
            let sum = |of: &dyn Fn(&reference::Conv) -> &Vec<f64>| {
                let mut sum = vec![0.0; of(&expected[0]).len()];
                for each in &expected {
                    sum.iter_mut().zip(of(each)).for_each(|(sum, value)| *sum += value);
                }
                sum
            };
            let (dw, db) = (sum(&|all| &all.dw), sum(&|all| &all.db));
            let raised: Vec<f64> = expected[0].y.iter().map(|y| y.max(0.0)).collect();
            let added: Vec<f64> = expected[0].dw.iter().map(|dw| dw + 1.0).collect();
            check_small(&conv, &w, &b, [&xs[0], &dys[0]], [&raised, &expected[0].dx, &added]);
            for level in levels() {
                let what = format!("{level:?}, {conv:?}, bias {bias}");
                let blocks = |values: &[Vec<T>]| {
                    [block_of::<T>(&values[..T::LANES]), block_of::<T>(&values[T::LANES..])].concat()
                };
                let (x, dy) = (blocks(&xs), blocks(&dys));
                let (x, dy) = (scalars::<T>(&x), scalars::<T>(&dy));
                let nan = T::from_f64(f64::NAN);
                let mut y: Vec<T::Lanes> = vec![bytemuck::Zeroable::zeroed(); 2 * outputs];
                let mut dx: Vec<T::Lanes> = vec![bytemuck::Zeroable::zeroed(); 2 * inputs];
                scalars_mut::<T>(&mut y).fill(nan);
                scalars_mut::<T>(&mut dx).fill(nan);
                T::conv_blocks(level, &conv, &w, forward(&b, f64::NEG_INFINITY), x, scalars_mut::<T>(&mut y));
                T::conv_blocks_dx(level, &conv, &w, Around::gradient(), dy, scalars_mut::<T>(&mut dx));
                let mut found = Found { y: vec![], dx: vec![], dw: vec![nan; weights], db: vec![nan; conv.output[0]] };
                T::conv_blocks_dw(level, &conv, x, dy, true, &mut found.dw);
                T::channel_sums(level, dy, 2, true, &mut found.db);
                for (i, expected) in expected.iter().enumerate() {
                    let (block, at) = (i / T::LANES, i % T::LANES);
                    found.y = lane::<T>(&y[block * outputs..][..outputs], at);
                    found.dx = lane::<T>(&dx[block * inputs..][..inputs], at);
                    close(&format!("y, {what}"), &found.y, &expected.y, 4.0);
                    close(&format!("dx, {what}"), &found.dx, &expected.dx, 4.0);
                }
                let scale = (samples * conv.places()) as f64;
                close(&format!("dw, {what}"), &found.dw, &dw, scale);
                close(&format!("db, {what}"), &found.db, &db, scale);
                // In two runs, on top of what is there.
                let mut twice = [vec![T::ZERO; weights], vec![T::ZERO; conv.output[0]]];
                for (x, dy) in x.chunks(inputs * T::LANES).zip(dy.chunks(outputs * T::LANES)) {
                    T::conv_blocks_dw(level, &conv, x, dy, false, &mut twice[0]);
                    T::channel_sums(level, dy, 1, false, &mut twice[1]);
                }
                assert!(twice[0] == found.dw && twice[1] == found.db, "{what}: the cut changes a bit");
                // One sample.
                let mut scratch = vec![nan; conv.scratch()];
                let (mut y, mut dx, mut dw) = (vec![nan; outputs], vec![nan; inputs], vec![T::ONE; weights]);
                T::conv(level, &conv, &w, forward(&b, 0.0), &xs[0], &mut y, &mut scratch);
                scratch.fill(nan);
                T::conv_dx(level, &conv, &w, Around::gradient(), &dys[0], &mut dx, &mut scratch);
                scratch.fill(nan);
                T::conv_dw(level, &conv, &xs[0], &dys[0], &mut dw, &mut scratch);
                close(&format!("y of one, {what}"), &y, &raised, 4.0);
                close(&format!("dx of one, {what}"), &dx, &expected[0].dx, 4.0);
                close(&format!("dw of one, {what}"), &dw, &added, conv.places() as f64);
            }
        }
    }
}

/// The same of one sample with what is inlined.
fn check_small<T: ConvKernels>(conv: &Convolution, w: &[T], b: &[T], [x, dy]: [&[T]; 2], expected: [&[f64]; 3]) {
    let [inputs, outputs] = [conv.input, conv.output].map(|image| image.iter().product::<usize>());
    let nan = T::from_f64(f64::NAN);
    let (mut y, mut dx, mut dw) = (vec![nan; outputs], vec![nan; inputs], vec![T::ONE; w.len()]);
    small(conv, w, forward(b, 0.0), x, &mut y);
    small_dx(conv, w, dy, &mut dx);
    small_dw(conv, x, dy, &mut dw);
    close(&format!("small y, {conv:?}"), &y, expected[0], 4.0);
    close(&format!("small dx, {conv:?}"), &dx, expected[1], 4.0);
    close(&format!("small dw, {conv:?}"), &dw, expected[2], conv.places() as f64);
}

#[test]
fn a_convolution_is_its_formula() {
    check::<f32>();
    check::<f64>();
}

#[test]
fn the_way_back_finds_every_tap_once() {
    for conv in all() {
        for side in 0..2 {
            let mut found = vec![];
            for phase in 0..conv.stride[side] {
                let back = conv.back(side, phase);
                for place in 0..back.side.count {
                    let [from, to] = back.side.range(place);
                    for tap in from..to {
                        let source = back.side.at(place) + (tap * back.side.dilation).cast_signed();
                        found.push((
                            source.cast_unsigned(),
                            phase + place * conv.stride[side],
                            back.last - tap * back.step,
                        ));
                    }
                }
            }
            let forward = conv.side(side);
            let mut expected = vec![];
            for place in 0..forward.count {
                let [from, to] = forward.range(place);
                for tap in from..to {
                    let source = forward.at(place) + (tap * forward.dilation).cast_signed();
                    expected.push((place, source.cast_unsigned(), tap));
                }
            }
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{conv:?}, side {side}");
        }
    }
}
