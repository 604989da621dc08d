//! Every pool at every instruction set of the machine against its plain twin.

use std::vec::Vec;
use std::{format, vec};

use super::{PoolKernels, Pooling, Windows};
use crate::levels;
use crate::number::{Lanes32, Number, scalars, scalars_mut};
use crate::testing::Rng;

/// Channels of the images.
const CHANNELS: usize = 3;
/// Sums of up to a hundred numbers near one.
const F32: f64 = 1e-5;
/// The same in `f64`.
const F64: f64 = 1e-14;

fn equal(
    input: [usize; 2],
    kernel: [usize; 2],
    stride: [usize; 2],
    padding: [usize; 2],
    dilation: [usize; 2],
) -> Pooling {
    let extent =
        |side: usize| (input[side] + 2 * padding[side] - dilation[side] * (kernel[side] - 1) - 1) / stride[side] + 1;
    let windows = Windows::Equal { kernel, stride, padding, dilation, count_padding: true };
    Pooling { input, output: [extent(0), extent(1)], windows }
}

fn all() -> Vec<Pooling> {
    let mut all = vec![
        equal([4, 6], [2; 2], [2; 2], [0; 2], [1; 2]),
        equal([5, 7], [2; 2], [2; 2], [0; 2], [1; 2]),
        equal([4, 38], [2; 2], [2; 2], [0; 2], [1; 2]),
        equal([2, 32], [2; 2], [2; 2], [0; 2], [1; 2]),
        equal([6, 6], [2; 2], [1; 2], [0; 2], [1; 2]),
        equal([6, 9], [3; 2], [3; 2], [0; 2], [1; 2]),
        equal([7, 7], [3; 2], [2; 2], [1; 2], [1; 2]),
        equal([8, 5], [3, 2], [1, 2], [1, 0], [2, 1]),
        equal([9, 9], [2; 2], [4; 2], [0; 2], [1; 2]),
        equal([1, 1], [1; 2], [1; 2], [0; 2], [1; 2]),
        equal([5, 4], [5, 4], [1; 2], [0; 2], [1; 2]),
    ];
    all.extend([[1, 1], [2, 3], [4, 7], [7, 7], [3, 2]].map(|output| Pooling {
        input: [7, 7],
        output,
        windows: Windows::Adaptive,
    }));
    let without: Vec<Pooling> = all
        .iter()
        .map(|pool| match pool.windows {
            Windows::Equal { kernel, stride, padding, dilation, .. } => {
                Pooling { windows: Windows::Equal { kernel, stride, padding, dilation, count_padding: false }, ..*pool }
            }
            Windows::Adaptive => *pool,
        })
        .collect();
    all.extend(without);
    all
}

/// Where the values of a window lie, in another way than the kernels find them.
fn window(pool: &Pooling, place: usize) -> Vec<usize> {
    let at = [place / pool.output[1], place % pool.output[1]];
    let side = |side: usize| -> Vec<isize> {
        let (extent, count) = (pool.input[side], pool.output[side]);
        match pool.windows {
            Windows::Adaptive => {
                let from = at[side] * extent / count;
                let to = ((at[side] + 1) * extent).div_ceil(count);
                (from..to).map(usize::cast_signed).collect()
            }
            Windows::Equal { kernel, stride, padding, dilation, .. } => (0..kernel[side])
                .map(|tap| (at[side] * stride[side] + tap * dilation[side]).cast_signed() - padding[side].cast_signed())
                .filter(|i| (0..extent.cast_signed()).contains(i))
                .collect(),
        }
    };
    let columns = side(1);
    side(0)
        .iter()
        .flat_map(|row| columns.iter().map(move |column| (row * pool.input[1].cast_signed() + column).cast_unsigned()))
        .collect()
}

/// One channel's answers and gradients: of the largest values, and of the means.
fn reference(pool: &Pooling, x: &[f64], dy: &[f64]) -> [[Vec<f64>; 2]; 2] {
    let mut all = [[vec![], vec![0.0; x.len()]], [vec![], vec![0.0; x.len()]]];
    for (place, dy) in dy.iter().enumerate() {
        let values = window(pool, place);
        let largest = values.iter().map(|i| x[*i]).fold(f64::NEG_INFINITY, f64::max);
        let first = values.iter().find(|i| x[**i].total_cmp(&largest).is_eq()).unwrap();
        all[0][0].push(largest);
        all[0][1][*first] += dy;
        let divisor = pool.divisor(values.len()) as f64;
        all[1][0].push(values.iter().map(|i| x[*i]).sum::<f64>() / divisor);
        for i in &values {
            all[1][1][*i] += dy / divisor;
        }
    }
    all
}

#[track_caller]
fn close<T: Number>(what: &str, found: &[T], expected: &[f64]) {
    let tolerance = if size_of::<T>() == 4 { F32 } else { F64 };
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        assert!((f.to_f64() - e).abs() <= tolerance, "{what}: value {i} is {f}, expected {e}");
    }
}

fn check<T: PoolKernels>() {
    let mut rng = Rng::new(1);
    for pool in all() {
        let (inputs, outputs) = (CHANNELS * pool.inputs(), CHANNELS * pool.outputs());
        // Few different values, so that the largest is often there twice.
        let mut draw = |len: usize, steps: f64| -> Vec<T> {
            (0..len).map(|_| T::from_f64((rng.uniform() * steps).floor() / steps - 0.5)).collect()
        };
        let (x, dy) = (draw(inputs * T::LANES, 5.0), draw(outputs * T::LANES, 64.0));
        let lane = |values: &[T], lane: usize| -> Vec<T> { values.chunks(T::LANES).map(|lanes| lanes[lane]).collect() };
        let wide = |values: &[T]| -> Vec<f64> { values.iter().map(|value| value.to_f64()).collect() };
        for level in levels() {
            let what = format!("{level:?}, {pool:?}");
            let nan = T::from_f64(f64::NAN);
            let poison = |len: usize| {
                let mut lanes: Vec<T::Lanes> = vec![bytemuck::Zeroable::zeroed(); len];
                scalars_mut::<T>(&mut lanes).fill(nan);
                lanes
            };
            let lanes = |values: &[T]| -> Vec<T::Lanes> {
                values.chunks(T::LANES).map(|lanes| bytemuck::pod_read_unaligned(bytemuck::cast_slice(lanes))).collect()
            };
            let (blocks, gradients) = (lanes(&x), lanes(&dy));
            let (mut y, mut dx) = ([poison(outputs), poison(outputs)], [poison(inputs), poison(inputs)]);
            T::max_pool_blocks(level, &pool, &blocks, &mut y[0]);
            T::max_pool_blocks_dx(level, &pool, &blocks, &y[0], &gradients, &mut dx[0]);
            T::mean_pool_blocks(level, &pool, &blocks, &mut y[1]);
            T::mean_pool_blocks_dx(level, &pool, &gradients, &mut dx[1]);
            for sample in 0..T::LANES {
                let (x, dy) = (lane(&x, sample), lane(&dy, sample));
                let mut one = [[vec![nan; outputs], vec![nan; inputs]], [vec![nan; outputs], vec![nan; inputs]]];
                let [[most, most_dx], [mean, mean_dx]] = &mut one;
                T::max_pool(level, &pool, &x, most);
                T::max_pool_dx(&pool, &x, most, &dy, most_dx);
                T::mean_pool(&pool, &x, mean);
                T::mean_pool_dx(&pool, &dy, mean_dx);
                for channel in 0..CHANNELS {
                    let part = |values: &[T], len: usize| values[channel * len..][..len].to_vec();
                    let (inputs, outputs) = (pool.inputs(), pool.outputs());
                    let expected = reference(&pool, &wide(&part(&x, inputs)), &wide(&part(&dy, outputs)));
                    for kind in 0..2 {
                        close(
                            &format!("y {kind}, {what}"),
                            &part(&lane(scalars(&y[kind]), sample), outputs),
                            &expected[kind][0],
                        );
                        close(
                            &format!("dx {kind}, {what}"),
                            &part(&lane(scalars(&dx[kind]), sample), inputs),
                            &expected[kind][1],
                        );
                        close(&format!("y {kind} of one, {what}"), &part(&one[kind][0], outputs), &expected[kind][0]);
                        close(&format!("dx {kind} of one, {what}"), &part(&one[kind][1], inputs), &expected[kind][1]);
                    }
                }
            }
        }
    }
}

#[test]
fn a_pool_is_its_formula() {
    check::<f32>();
    check::<f64>();
}

#[test]
fn nan_stays_nan() {
    let pool = equal([2, 4], [2; 2], [2; 2], [0; 2], [1; 2]);
    for place in [0, 1, 4, 5] {
        let mut x = [1.0_f32; 8];
        x[place] = f32::NAN;
        for level in levels() {
            let mut y = [0.0; 2];
            f32::max_pool(level, &pool, &x, &mut y);
            assert!(y[0].is_nan() && y[1].to_bits() == 1.0_f32.to_bits(), "{level:?}, {place}");
        }
        let lanes = x.map(|x| Lanes32([x; 16]));
        for level in levels() {
            let mut y = [Lanes32([0.0; 16]); 2];
            f32::max_pool_blocks(level, &pool, &lanes, &mut y);
            assert!(
                y[0].0.iter().all(|y| y.is_nan()) && y[1].0.map(f32::to_bits) == [1.0_f32.to_bits(); 16],
                "{level:?}, {place}"
            );
        }
    }
}
