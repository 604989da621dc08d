//! Samples that count more than others.

use super::*;
use crate::loss::{HalfMeanSquaredError, SumSquaredError, Weighted};
use crate::network::{self, Workspace};
use crate::optim::State;

/// Rounding of some dozen sums in another order.
const ROUNDING: f64 = 1e-12;

type Plane = Dense<f64, 2, 1>;

/// Samples, targets and weights that are whole numbers, some of them 0.
fn data(count: usize) -> (Vec<[f64; 2]>, Vec<f64>, Vec<f64>) {
    let mut rng = Rng::new(5);
    let xs: Vec<[f64; 2]> = (0..count).map(|_| [rng.normal(), rng.normal()]).collect();
    let ys = xs.iter().map(|[a, b]| 2.0 * a - b + 0.5 * rng.normal()).collect();
    let weights = (0..count).map(|i| (i % 4) as f64).collect();
    (xs, ys, weights)
}

/// Every sample as often as its weight says.
fn repeated(xs: &[[f64; 2]], ys: &[f64], weights: &[f64]) -> (Vec<[f64; 2]>, Vec<f64>) {
    let all = xs.iter().zip(ys).zip(weights);
    all.flat_map(|((x, y), weight)| (0..4).filter(move |i| f64::from(*i) < *weight).map(move |_| (*x, *y))).unzip()
}

fn near(a: &Plane, b: &Plane) {
    for (a, b) in a.as_slice().iter().zip(b.as_slice()) {
        assert!((a - b).abs() < ROUNDING, "{a} and {b}");
    }
}

fn trainer() -> Trainer<MeanSquaredError, Sgd> {
    Trainer::new(MeanSquaredError, Sgd::new(0.1).momentum(0.9)).epochs(4).batch_size(usize::MAX)
}

#[test]
fn a_weight_is_how_often_a_sample_is_there() {
    // More than a group, and a block that is not full.
    for count in [7, 300] {
        let (xs, ys, weights) = data(count);
        let (mut weighted, mut plain) = (Plane::zeroed(), Plane::zeroed());
        let history = trainer().sample_weights(&weights).fit(&mut weighted, &xs, &ys).unwrap();
        let (more_xs, more_ys) = repeated(&xs, &ys, &weights);
        let expected = trainer().fit(&mut plain, &more_xs, &more_ys).unwrap();
        near(&weighted, &plain);
        for (a, b) in history.epochs.iter().zip(&expected.epochs) {
            assert!((a.loss - b.loss).abs() < ROUNDING * b.loss);
        }
        let pairs: Vec<(f64, f64)> = ys.iter().copied().zip(weights.iter().copied()).collect();
        let measured = evaluate(&weighted, &xs, &pairs, Weighted(MeanSquaredError)).unwrap();
        assert!(
            (measured.loss - evaluate(&plain, &more_xs, &more_ys, MeanSquaredError).unwrap().loss).abs() < ROUNDING
        );
    }
}

#[test]
fn weights_that_are_alike_change_nothing() {
    let (xs, ys) = clouds(100, 1);
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(2).shuffle(4);
    let (mut weighted, mut plain) = (classifier(3), classifier(3));
    let history = trainer().sample_weights(&[2.0; 100]).fit(&mut weighted, &xs, &ys).unwrap();
    let expected = trainer().fit(&mut plain, &xs, &ys).unwrap();
    assert_eq!(weighted, plain);
    assert_eq!(history.epochs[1].loss.to_bits(), expected.epochs[1].loss.to_bits());
    assert_eq!(history.epochs[1].accuracy, expected.epochs[1].accuracy);
}

#[test]
fn a_loop_of_ones_own_weighs_as_the_trainer_does() {
    let (xs, ys) = clouds(70, 1);
    let weights: Vec<f64> = (0..70_u8).map(|i| f64::from(i % 5) / 4.0).collect();
    let pairs: Vec<(u8, f64)> = ys.iter().copied().zip(weights.iter().copied()).collect();
    let loss = CrossEntropy.class_weights([1.0, 0.25, 3.0]);
    let (mut by_trainer, mut by_hand) = (classifier(3), classifier(3));
    Trainer::new(loss, Sgd::new(0.5)).sample_weights(&weights).fit(&mut by_trainer, &xs, &ys).unwrap();
    let (mut workspace, sgd) = (Workspace::new(), Sgd::new(0.5));
    let mut state = State::new::<Classifier>(&sgd);
    for (xs, pairs) in xs.chunks(32).zip(pairs.chunks(32)) {
        network::train_step(&mut by_hand, &mut workspace, &sgd, &mut state, xs, pairs, Weighted(loss)).unwrap();
    }
    assert_eq!(by_trainer, by_hand);
}

#[test]
fn accumulated_batches_weigh_as_one() {
    let (xs, ys, weights) = data(48);
    let (mut parts, mut whole) = (Plane::zeroed(), Plane::zeroed());
    trainer().sample_weights(&weights).batch_size(7).accumulate(9).fit(&mut parts, &xs, &ys).unwrap();
    trainer().sample_weights(&weights).fit(&mut whole, &xs, &ys).unwrap();
    near(&parts, &whole);
}

#[test]
fn a_sum_is_a_weighted_sum() {
    let (xs, ys, weights) = data(9);
    let sum = |loss: f64, y: &f64, weight: &f64| loss + weight * y * y;
    let pairs: Vec<(f64, f64)> = ys.iter().copied().zip(weights.iter().copied()).collect();
    let mut workspace = Workspace::new();
    network::gradient_batch(&Plane::zeroed(), &mut workspace, &xs, &pairs, Weighted(SumSquaredError)).unwrap();
    let expected = ys.iter().zip(&weights).fold(0.0, |loss, (y, weight)| sum(loss, y, weight));
    assert!((workspace.loss() - expected).abs() < ROUNDING * expected);
    // Half of a mean stays half of a weighted mean.
    network::gradient_batch(&Plane::zeroed(), &mut workspace, &xs, &pairs, Weighted(HalfMeanSquaredError)).unwrap();
    let mean = expected / 2.0 / weights.iter().sum::<f64>();
    assert!((workspace.loss() - mean).abs() < ROUNDING * mean);
}

#[test]
fn what_is_set_aside_is_measured_with_its_weights() {
    let (xs, ys, weights) = data(40);
    let mut plane = Plane::zeroed();
    let history = trainer().sample_weights(&weights).validation_split(0.25).fit(&mut plane, &xs, &ys).unwrap();
    let pairs: Vec<(f64, f64)> = ys.iter().copied().zip(weights.iter().copied()).collect();
    let expected = evaluate(&plane, &xs[30..], &pairs[30..], Weighted(MeanSquaredError)).unwrap().loss;
    let found = history.epochs[3].validation_loss.unwrap();
    assert!((found - expected).abs() < ROUNDING, "{found} and {expected}");
}

#[test]
fn wrong_weights_are_refused_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    let text = "there are 9 samples and 8 sample weights: there must be one for each";
    assert_eq!(refused(|t| t.sample_weights(&[1.0; 8]), &xs, &ys), text);
    let mut weights = [1.0; 9];
    weights[7] = -2.0;
    let text = "the weight of sample 7 is -2, but must be a number from 0 to 3.4e38";
    assert_eq!(refused(|t| t.sample_weights(&weights), &xs, &ys), text);
    let text = "the weights of all samples of the training set are 0: at least one must be more";
    assert_eq!(refused(|t| t.sample_weights(&[0.0; 9]), &xs, &ys), text);
    let text = "the weights of all samples of the validation set are 0: at least one must be more";
    weights = [1.0; 9];
    weights[6..].fill(0.0);
    assert_eq!(refused(|t| t.sample_weights(&weights).validation_split(0.33), &xs, &ys), text);
}
