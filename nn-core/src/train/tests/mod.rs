//! Whole training runs, and every error.

mod checkpoints;
mod losses;
mod max_norm;
#[cfg(feature = "progress")]
mod progress;
mod schedules;
mod steps;
mod weights;

use std::string::ToString;
use std::vec;
use std::vec::Vec;

use super::*;
use crate::init::{Init, Rng, fill};
use crate::layers::Dense;
use crate::loss::{CrossEntropy, MeanSquaredError, TargetError};
use crate::optim::{Adam, SettingError, Sgd};
use crate::parameters::Parameters;
use crate::scalar::{Number, Scalar};

type Classifier = Dense<f32, 2, 3>;

fn classifier(seed: u64) -> Classifier {
    let mut network = *Classifier::zeroed_boxed();
    fill(&mut network, Init::Default, &mut Rng::new(seed));
    network
}

/// Three clouds of points around the corners of a triangle.
fn clouds(count: usize, seed: u64) -> (Vec<[f32; 2]>, Vec<u8>) {
    let mut rng = Rng::new(seed);
    let corners = [[0.0, 2.0], [-2.0, -1.0], [2.0, -1.0]];
    (0..3_u8)
        .cycle()
        .take(count)
        .map(|class| {
            let [x, y] = corners[usize::from(class)];
            ([f32::from_f64(x + 0.4 * rng.normal()), f32::from_f64(y + 0.4 * rng.normal())], class)
        })
        .unzip()
}

#[test]
fn a_classifier_learns_to_tell_clouds_apart() {
    let ((xs, ys), (valid_xs, valid_ys)) = (clouds(300, 1), clouds(90, 2));
    let mut network = classifier(3);
    let history = Trainer::new(CrossEntropy, Adam::new(0.05))
        .epochs(8)
        .shuffle(4)
        .validation(&valid_xs, &valid_ys)
        .fit(&mut network, &xs, &ys)
        .unwrap();
    let (first, last) = (history.epochs[0], history.epochs[7]);
    assert_eq!(history.epochs.len(), 8);
    assert!(last.loss < 0.5 * first.loss && last.accuracy > Some(0.98), "{history}");
    assert!(last.validation_loss.unwrap() < 0.2 && last.validation_accuracy > Some(0.98), "{history}");
    let result = evaluate(&network, &valid_xs, &valid_ys, CrossEntropy).unwrap();
    assert_eq!((Some(result.loss), result.accuracy), (last.validation_loss, last.validation_accuracy));
}

#[test]
fn the_same_seed_gives_the_same_network() {
    let (xs, ys) = clouds(100, 1);
    let train = |seed: u64| {
        let mut network = classifier(3);
        Trainer::new(CrossEntropy, Sgd::new(0.1).momentum(0.9))
            .epochs(3)
            .shuffle(seed)
            .fit(&mut network, &xs, &ys)
            .unwrap();
        network
    };
    assert_eq!(train(5), train(5));
    assert_ne!(train(5), train(6));
}

#[test]
fn a_network_may_lie_anywhere() {
    let (xs, ys) = clouds(100, 1);
    let trainer = Trainer::new(CrossEntropy, Sgd::new(0.1));
    let (mut plain, mut boxed, mut standard) =
        (classifier(3), Parameters::<f32>::clone_boxed(&classifier(3)), std::boxed::Box::new(classifier(3)));
    trainer.fit(&mut plain, &xs, &ys).unwrap();
    trainer.fit(&mut boxed, &xs, &ys).unwrap();
    trainer.fit(&mut standard, &xs, &ys).unwrap();
    assert_eq!((plain, plain), (*boxed, *standard));
    let result = evaluate(&plain, &xs, &ys, CrossEntropy);
    assert_eq!(evaluate(&boxed, &xs, &ys, CrossEntropy), result);
    assert_eq!(evaluate(&standard, &xs, &ys, CrossEntropy), result);
}

#[test]
fn one_full_batch_of_plain_descent_is_the_formula() {
    let (xs, ys) = ([[1.0_f64], [2.0], [4.0]], [[2.0], [3.0], [9.0]]);
    let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
    let history = Trainer::new(MeanSquaredError, Sgd::new(0.01)).batch_size(8).fit(&mut line, &xs, &ys).unwrap();
    // From zero: loss = (4 + 9 + 81) / 3, dw = -2 (2 + 6 + 36) / 3, db = -2 (2 + 3 + 9) / 3.
    assert!((history.epochs[0].loss - 94.0 / 3.0).abs() < 1e-12);
    assert_eq!(history.epochs[0].accuracy, None);
    assert!((line.weight[0] - 0.88 / 3.0).abs() < 1e-12 && (line.bias[0] - 0.28 / 3.0).abs() < 1e-12);
}

#[test]
fn a_split_is_not_trained_on() {
    let (mut xs, mut ys) = clouds(90, 1);
    let (kept_xs, kept_ys) = (xs.clone(), ys.clone());
    let (more_xs, more_ys) = clouds(30, 2);
    xs.extend(&more_xs);
    ys.extend(&more_ys);
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(2).shuffle(1);
    let (mut split, mut separate) = (classifier(3), classifier(3));
    let split_history = trainer().validation_split(0.25).fit(&mut split, &xs, &ys).unwrap();
    let history = trainer().validation(&more_xs, &more_ys).fit(&mut separate, &kept_xs, &kept_ys).unwrap();
    assert_eq!(split, separate);
    assert_eq!(split_history.epochs[1].validation_loss, history.epochs[1].validation_loss);
}

/// The text of the error of a run that must change nothing.
fn refused<V: Validation<f32, Classifier, CrossEntropy>>(
    change: impl FnOnce(Trainer<CrossEntropy, Adam>) -> Trainer<CrossEntropy, Adam, V>,
    xs: &[[f32; 2]],
    ys: &[u8],
) -> std::string::String {
    let mut network = classifier(3);
    let error = change(Trainer::new(CrossEntropy, Adam::new(0.05))).fit(&mut network, xs, ys).unwrap_err();
    assert_eq!(network, classifier(3));
    error.to_string()
}

#[test]
fn settings_are_checked_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    assert_eq!(refused(|t| t.epochs(0), &xs, &ys), "`epochs` is 0, but must be at least 1");
    assert_eq!(refused(|t| t.batch_size(0), &xs, &ys), "`batch_size` is 0, but must be at least 1");
    let text = "`validation_split` is 1, but must be more than 0 and less than 1";
    assert_eq!(refused(|t| t.validation_split(1.0), &xs, &ys), text);
    assert!(refused(|t| t.validation_split(f64::NAN), &xs, &ys).starts_with("`validation_split` is NaN"));
    let bad = |_| Trainer::new(CrossEntropy, Adam::new(-1.0));
    assert!(refused(bad, &xs, &ys).starts_with("`learning_rate` is -1, but must be"));
}

#[test]
fn data_is_checked_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    assert_eq!(refused(|t| t, &[], &[]), "the training set has no samples");
    assert_eq!(refused(|t| t.validation_split(0.01), &xs, &ys), "the validation set has no samples");
    let text = "the training set has 9 samples and 8 targets: there must be one for each";
    assert_eq!(refused(|t| t, &xs, &ys[..8]), text);
    assert_eq!(refused(|t| t.validation_split(0.5), &xs, &ys[..8]), text);
    let text = "the validation set has 2 samples and 9 targets: there must be one for each";
    assert_eq!(refused(|t| t.validation(&xs[..2], &ys), &xs, &ys), text);
    let mut bad_xs = xs.clone();
    bad_xs[7][1] = f32::NEG_INFINITY;
    let text = "sample 7 of the training set is not finite: value 1 is -inf";
    assert_eq!(refused(|t| t, &bad_xs, &ys), text);
    let mut bad_ys = ys.clone();
    bad_ys[4] = 3;
    let text =
        "target 4 of the validation set is impossible: the class is 3, but the output has 3 classes, numbered from 0";
    assert_eq!(refused(|t| t.validation(&xs, &bad_ys), &xs, &ys), text);
    let error = evaluate(&classifier(1), &xs, &bad_ys, CrossEntropy).unwrap_err();
    let class = TargetError::Class { class: 3, classes: 3 };
    assert_eq!(error, TrainError::Target { set: Set::Evaluation, sample: 4, error: class });
}

#[test]
fn a_loss_that_is_no_number_stops_training_before_its_step() {
    let (xs, ys) = ([[1e30_f32], [1.0]], [[1.0], [1.0]]);
    let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
    line.weight[0] = 1.0;
    let before = line.clone();
    let trainer = Trainer::new(MeanSquaredError, Sgd::new(0.1)).batch_size(1);
    let error = trainer.fit(&mut line, &xs, &ys).unwrap_err();
    assert_eq!(error, TrainError::Diverged { what: "the loss", value: f64::INFINITY, epoch: 1, step: 1 });
    assert_eq!(line, before);
}

/// The error of training `y = x` with plain descent from weight `w` on one sample.
fn diverged(weight: f32, rate: f64, x: f32, y: f32, validation: f32) -> (&'static str, Dense<f32, 1, 1>) {
    let mut line = *Dense::<f32, 1, 1>::zeroed_boxed();
    line.weight[0] = weight;
    let trainer = Trainer::new(MeanSquaredError, Sgd::new(rate));
    let error = trainer.validation(&[[validation]], &[[0.0]]).fit(&mut line, &[[x]], &[[y]]).unwrap_err();
    let TrainError::Diverged { what, epoch: 1, step: 1, .. } = error else { panic!("{error}") };
    (what, line)
}

#[test]
fn whatever_is_no_number_is_named() {
    // The loss is 1e36, the gradient of the weight 2e48.
    let (what, line) = diverged(1e-12, 0.1, 1e30, 0.0, 0.0);
    assert_eq!((what, line.weight[0]), ("the gradient", 1e-12));
    // The step to infinity is taken back.
    let (what, line) = diverged(0.5, 1e35, 1.0, 1e5, 0.0);
    assert_eq!((what, line.as_slice()), ("a parameter", &[0.5, 0.0][..]));
    assert_eq!(diverged(1.0, 0.1, 1.0, 0.0, 1e30).0, "the validation loss");
}

#[test]
fn a_run_that_diverges_leaves_the_parameters_of_its_last_good_epoch() {
    /// Two epochs at the rate of the optimizer, and then one that no parameter survives.
    #[derive(Clone, Debug)]
    struct Exploding;

    impl crate::schedule::Schedule for Exploding {
        fn check(&self) -> Result<(), SettingError> {
            Ok(())
        }

        fn rate(&self, base: f64, t: u64) -> f64 {
            if t < 2 { base } else { 1e38 }
        }
    }

    let xs = clouds(64, 1).0;
    let trainer = |epochs| Trainer::new(MeanSquaredError, Sgd::new(0.01)).epochs(epochs).batch_size(16);
    let (mut good, mut network) = (classifier(3), classifier(3));
    trainer(2).fit(&mut good, &xs, &[[100.0; 3]; 64]).unwrap();
    let error = trainer(5).schedule(Exploding).fit(&mut network, &xs, &[[100.0; 3]; 64]).unwrap_err();
    let TrainError::Diverged { what, epoch, step, .. } = error else { panic!("{error}") };
    assert_eq!((what, epoch, step), ("the loss", 3, 2));
    assert_eq!(network, good);
}

#[test]
fn an_infinite_loss_is_an_error_of_evaluation_too() {
    let mut line = Dense::<f32, 1, 1>::zeroed_boxed();
    line.weight[0] = 1e30;
    let error = evaluate(&line, &[[1.0]], &[[0.0]], MeanSquaredError).unwrap_err();
    assert_eq!(error, TrainError::LossNotFinite { set: Set::Evaluation, value: f64::INFINITY });
    let text =
        "the loss on the evaluation set is inf: the network's answers are not finite, or too far from the targets";
    assert_eq!(error.to_string(), text);
    line.weight[0] = f32::NAN;
    let error = evaluate(&line, &[[1.0]], &[[0.0]], MeanSquaredError).unwrap_err();
    assert!(matches!(error, TrainError::LossNotFinite { value, .. } if value.is_nan()), "{error}");
    line.weight[0] = 1.0;
    assert!(evaluate(&line, &[[1.0]], &[[0.0]], MeanSquaredError).is_ok());
}

#[test]
fn losses_and_networks_are_taken_by_value_and_by_reference() {
    let (xs, ys) = clouds(40, 1);
    let weighted = CrossEntropy.class_weights([1.0, 2.0, 0.5]);
    let mut networks = [classifier(3); 3];
    Trainer::new(weighted, Sgd::new(0.1)).fit(&mut networks[0], &xs, &ys).unwrap();
    Trainer::new(&weighted, Sgd::new(0.1)).fit(&mut networks[1], &xs, &ys).unwrap();
    let sgd = Sgd::new(0.1);
    let (mut workspace, mut state) = (crate::Workspace::new(), crate::optim::State::new::<Classifier>(&sgd));
    for (xs, ys) in xs.chunks(32).zip(ys.chunks(32)) {
        crate::network::train_step(&mut networks[2], &mut workspace, &sgd, &mut state, xs, ys, weighted).unwrap();
    }
    assert_eq!([networks[0]; 2], [networks[1], networks[2]]);
    let borrowed = &networks[0];
    let result = evaluate(borrowed, &xs, &ys, weighted).unwrap();
    assert_eq!(evaluate(&borrowed, &xs, &ys, &weighted).unwrap(), result);
}

#[test]
fn validation_samples_may_be_of_another_type() {
    let ((xs, ys), (more_xs, more_ys)) = (clouds(60, 1), clouds(30, 2));
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(2);
    let expected = trainer().validation(&more_xs, &more_ys).fit(&mut classifier(3), &xs, &ys).unwrap();
    let vectors: Vec<crate::SVector<f32, 2>> = more_xs.iter().map(|x| (*x).into()).collect();
    let classes: Vec<usize> = more_ys.iter().map(|y| usize::from(*y)).collect();
    let found = trainer().validation(&vectors, &classes).fit(&mut classifier(3), &xs, &ys).unwrap();
    assert_eq!(found.epochs[1].validation_loss, expected.epochs[1].validation_loss);
    // What was set last holds.
    let found = trainer().validation(&vectors, &classes).validation_split(0.5).fit(&mut classifier(3), &xs, &ys);
    assert_ne!(found.unwrap().epochs[1].validation_loss, expected.epochs[1].validation_loss);
    let found = trainer().validation_split(0.5).validation(&vectors, &classes).fit(&mut classifier(3), &xs, &ys);
    assert_eq!(found.unwrap().epochs[1].validation_loss, expected.epochs[1].validation_loss);
}
