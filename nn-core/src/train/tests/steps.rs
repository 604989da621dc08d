//! What a step averages, and how its gradient is bounded.

use super::*;
use crate::loss::{KlDivergence, SumSquaredError};

/// The largest distance of two networks' parameters.
fn distance(a: &Classifier, b: &Classifier) -> f32 {
    a.as_slice().iter().zip(b.as_slice()).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

/// Rounding of sums of a hundred gradients near 1, over some steps.
const ROUNDING: f32 = 1e-5;

fn trainer() -> Trainer<CrossEntropy, Sgd> {
    Trainer::new(CrossEntropy, Sgd::new(0.1).momentum(0.9)).epochs(3).shuffle(4)
}

fn trained(trainer: &Trainer<CrossEntropy, Sgd>, count: usize) -> (Classifier, History) {
    let (xs, ys) = clouds(count, 1);
    let mut network = classifier(3);
    let history = trainer.fit(&mut network, &xs, &ys).unwrap();
    (network, history)
}

#[test]
fn accumulated_batches_are_one_large_batch() {
    // 100 samples: the last step has 20, of which the last batch is the shorter one.
    let (whole, whole_history) = trained(&trainer().batch_size(40), 100);
    for (size, batches) in [(8, 5), (20, 2), (13, 1), (40, 1)] {
        let (parts, history) = trained(&trainer().batch_size(size).accumulate(batches), 100);
        let alike = distance(&whole, &parts) < ROUNDING;
        assert_eq!(alike, size * batches == 40, "{size} x {batches}: {}", distance(&whole, &parts));
        if alike {
            assert!((history.epochs[2].loss - whole_history.epochs[2].loss).abs() < f64::from(ROUNDING));
            assert_eq!(history.epochs[2].accuracy, whole_history.epochs[2].accuracy);
        }
    }
    // Steps of 30 samples in batches of 12, 12 and 6; the last step has 10.
    let steps = |trainer: Trainer<_, _>| trainer.steps_per_epoch(100);
    assert_eq!([steps(trainer().batch_size(12)), steps(trainer().batch_size(12).accumulate(3))], [9, 3]);
}

#[test]
fn accumulated_batches_count_what_their_samples_count() {
    let (xs, ys) = clouds(50, 1);
    let weighted = CrossEntropy.class_weights([0.2, 5.0, 1.0]);
    let run = |size: usize, batches: usize| {
        let mut network = classifier(3);
        let trainer = Trainer::new(weighted, Sgd::new(0.1)).shuffle(4).batch_size(size).accumulate(batches);
        let history = trainer.epochs(2).fit(&mut network, &xs, &ys).unwrap();
        (network, history.epochs[1].loss)
    };
    let ((whole, whole_loss), (parts, loss)) = (run(20, 1), run(7, 3));
    let (steps_of_21, _) = run(21, 1);
    assert!(distance(&steps_of_21, &parts) < ROUNDING && distance(&whole, &parts) > ROUNDING);
    assert!((whole_loss - loss).abs() < 0.1);
    // A loss that is summed over a batch is summed over all of them.
    let (xs, ys) = ([[1.0_f64], [2.0], [4.0]], [[2.0], [3.0], [9.0]]);
    let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
    Trainer::new(SumSquaredError, Sgd::new(0.01)).batch_size(2).accumulate(2).fit(&mut line, &xs, &ys).unwrap();
    assert!((line.weight[0] - 0.88).abs() < 1e-12 && (line.bias[0] - 0.28).abs() < 1e-12);
    // Samples that count nothing take no step.
    let (xs, _) = clouds(9, 1);
    let mut still = classifier(3);
    let nothing = CrossEntropy.class_weights([1.0, 0.0, 1.0]);
    Trainer::new(nothing, Sgd::new(0.1)).batch_size(2).accumulate(2).fit(&mut still, &xs, &[1; 9]).unwrap();
    assert_eq!(still, classifier(3));
}

#[test]
fn one_by_one_and_all_at_once_are_batch_sizes() {
    let (single, _) = trained(&trainer().batch_size(1), 30);
    let (double, _) = trained(&trainer().batch_size(2), 30);
    assert!(distance(&single, &double) > ROUNDING);
    let (all, _) = trained(&trainer().batch_size(30), 30);
    let (more, _) = trained(&trainer().batch_size(usize::MAX), 30);
    assert_eq!(all, more);
    let (many, _) = trained(&trainer().batch_size(usize::MAX).accumulate(usize::MAX), 30);
    assert_eq!(all, many);
}

#[test]
fn the_last_batch_is_dropped() {
    let (xs, ys) = clouds(100, 1);
    // Without shuffling the last 4 samples are never seen, so the run is that of the first 96.
    let run = |count: usize, drop: bool| {
        let mut network = classifier(3);
        let trainer = Trainer::new(CrossEntropy, Adam::new(0.01)).epochs(2).batch_size(32);
        let trainer = if drop { trainer.drop_last() } else { trainer };
        let history = trainer.fit(&mut network, &xs[..count], &ys[..count]).unwrap();
        (network, history.epochs[1].loss.to_bits())
    };
    assert_eq!(run(100, true), run(96, false));
    assert_eq!(run(96, true), run(96, false));
    assert_ne!(run(100, true), run(100, false));
    let text = "`batch_size` is 32, but must be at most the number of training samples with `drop_last`: no batch would be left";
    assert_eq!(refused(Trainer::drop_last, &xs[..31], &ys[..31]), text);
    assert_eq!(refused(|t| t.drop_last().validation_split(0.5), &xs[..60], &ys[..60]), text);
    assert_eq!(refused(|t| t.accumulate(0), &xs, &ys), "`accumulate` is 0, but must be at least 1");
}

type Regression = Trainer<MeanSquaredError, Sgd>;

#[test]
fn a_clipped_step_is_the_formula() {
    let (xs, ys) = ([[1.0_f64], [2.0], [4.0]], [[2.0], [3.0], [9.0]]);
    let step = |change: fn(Regression) -> Regression| {
        let mut line = *Dense::<f64, 1, 1>::zeroed_boxed();
        change(Trainer::new(MeanSquaredError, Sgd::new(1.0)).batch_size(8)).fit(&mut line, &xs, &ys).unwrap();
        [-line.weight[0], -line.bias[0]]
    };
    let close = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).abs() < 1e-9 && (a[1] - b[1]).abs() < 1e-9;
    let (dw, db) = (-88.0 / 3.0, -28.0 / 3.0);
    assert!(close(step(|t| t), [dw, db]));
    let norm = f64::sqrt(dw * dw + db * db);
    let factor = 2.0 / (norm + 1e-6);
    assert!(close(step(|t| t.clip_norm(2.0)), [dw * factor, db * factor]));
    assert!(close(step(|t| t.clip_norm(31.0)), [dw, db]));
    assert!(close(step(|t| t.clip_value(10.0)), [-10.0, db]));
    // By value first, in whatever order they are switched on.
    let factor = 5.0 / (f64::sqrt(100.0 + db * db) + 1e-6);
    assert!(close(step(|t| t.clip_norm(5.0).clip_value(10.0)), [-10.0 * factor, db * factor]));
}

#[test]
fn bounds_are_checked_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    let text = "but must be a finite number of at least 1.2e-38, the smallest that `f32` holds in full";
    assert_eq!(refused(|t| t.clip_norm(0.0), &xs, &ys), std::format!("`clip_norm` is 0, {text}"));
    assert_eq!(refused(|t| t.clip_value(f64::NAN), &xs, &ys), std::format!("`clip_value` is NaN, {text}"));
}

#[test]
fn a_sweep_leaves_the_network_and_suggests_a_rate_that_learns() {
    let (xs, ys) = clouds(200, 1);
    let network = classifier(3);
    let trainer = Trainer::new(CrossEntropy, Sgd::new(0.0)).shuffle(1);
    let sweep = trainer.find_learning_rate(&network, &xs, &ys, 1e-4..=100.0, 120).unwrap();
    assert_eq!(network, classifier(3));
    assert_eq!(sweep.rates.len(), sweep.losses.len());
    assert!((sweep.rates[0] - 1e-4).abs() < 1e-15 && sweep.rates.len() > 50, "{sweep:?}");
    assert!(sweep.rates.windows(2).all(|pair| pair[1] > pair[0]));
    let rate = sweep.suggestion().unwrap();
    let mut trained = classifier(3);
    let history = Trainer::new(CrossEntropy, Sgd::new(rate)).epochs(5).fit(&mut trained, &xs, &ys).unwrap();
    assert!(history.epochs[4].accuracy > Some(0.98), "{rate}: {history}");
    // The same twice, and of a box too.
    let again = trainer.find_learning_rate(&std::boxed::Box::new(network), &xs, &ys, 1e-4..=100.0, 120).unwrap();
    assert_eq!(again, sweep);
}

/// Of outputs that are no logarithms of probabilities, the divergence goes below zero, and a loss that falls there is no reason to stop.
#[test]
fn a_sweep_goes_on_below_zero() {
    let (xs, _) = clouds(200, 1);
    let ys = vec![[0.2_f32, 0.5, 0.3]; xs.len()];
    let trainer = Trainer::new(KlDivergence, Sgd::new(0.0)).shuffle(1);
    let mut network = classifier(3);
    network.bias.fill(5.0);
    let sweep = trainer.find_learning_rate(&network, &xs, &ys, 1e-3..=1.0, 60).unwrap();
    assert_eq!(sweep.losses.len(), 60);
    assert!(sweep.losses.iter().all(|loss| *loss < -1.0), "{sweep:?}");
    assert!(sweep.losses[59] < sweep.losses[0] - 0.5, "{sweep:?}");
    assert_eq!(sweep.suggestion(), Some(sweep.rates[59] / 10.0));
}

#[test]
fn a_sweep_of_nothing_is_refused() {
    let (xs, ys) = clouds(9, 1);
    let trainer = Trainer::new(CrossEntropy, Sgd::new(0.0));
    let refused =
        |rates, steps| trainer.find_learning_rate(&classifier(3), &xs, &ys, rates, steps).unwrap_err().to_string();
    assert_eq!(refused(0.0..=1.0, 9), "`rates.start` is 0, but must be a finite number of more than 0");
    assert_eq!(refused(1.0..=1.0, 9), "`rates.end` is 1, but must be a finite number of more than the start");
    assert_eq!(refused(0.1..=1.0, 1), "`steps` is 1, but must be at least 2");
    let error = trainer.find_learning_rate(&classifier(3), &xs, &ys[1..], 0.1..=1.0, 9).unwrap_err();
    assert!(matches!(error, TrainError::Length { .. }));
    assert_eq!(RateSweep::default().suggestion(), None);
    assert_eq!(RateSweep { rates: vec![1.0, 2.0], losses: vec![1.0, 1.5] }.suggestion(), None);
    assert_eq!(RateSweep { rates: vec![1.0, 2.0, 4.0], losses: vec![1.0, 0.5, 0.6] }.suggestion(), Some(0.2));
}
