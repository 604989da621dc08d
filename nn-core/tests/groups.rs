//! The gradient of a large batch is that of its groups, added in their order, bit by bit: with threads and without.

use nn_core::init::{Init, Rng, fill};
use nn_core::network::gradient_batch;
use nn_core::{Dense, MeanSquaredError, Parameters, Scalar, Workspace};

type Layer<T> = Dense<T, 30, 17>;

/// Batches, and the groups into which they are divided. All are powers of two, and so is what the mean divides by: the gradient of a
/// group within the batch is exactly that of the group alone, divided by the number of groups.
const BATCHES: [(usize, usize); 5] = [(128, 1), (256, 2), (512, 4), (1024, 8), (2048, 16)];

fn check<T: Scalar>() {
    let mut layer = Layer::<T>::zeroed_boxed();
    fill::<T, _>(&mut *layer, Init::Default, &mut Rng::new(1));
    let mut rng = Rng::new(2);
    let mut random = || T::from_f64(rng.normal());
    let xs: Vec<[T; 30]> = (0..2048).map(|_| core::array::from_fn(|_| random())).collect();
    let targets: Vec<[T; 17]> = (0..2048).map(|_| core::array::from_fn(|_| random())).collect();
    let mut workspace = Workspace::with_batch(64);
    for (samples, groups) in BATCHES {
        let mut sum = vec![];
        let size = samples / groups;
        for (xs, targets) in xs[..samples].chunks(size).zip(targets.chunks(size)) {
            let part = gradient_batch(&*layer, &mut workspace, xs, targets, &MeanSquaredError).unwrap().as_slice();
            if sum.is_empty() {
                sum = part.to_vec();
            } else {
                sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += *part);
            }
        }
        let scale = T::from_f64(1.0 / groups as f64);
        let whole = gradient_batch(&*layer, &mut workspace, &xs[..samples], &targets[..samples], &MeanSquaredError);
        for (whole, sum) in whole.unwrap().as_slice().iter().zip(&sum) {
            assert_eq!(whole.to_f64().to_bits(), (*sum * scale).to_f64().to_bits(), "{samples} samples");
        }
    }
}

#[test]
fn the_gradient_of_a_batch_is_the_sum_over_its_groups() {
    check::<f32>();
    check::<f64>();
}
