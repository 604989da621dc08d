//! Runs that are stopped and gone on with.

use core::ops::ControlFlow;
use std::fs;
use std::path::{Path, PathBuf};

use ::safetensors::SafeTensors;

use super::*;
use crate::io;
use crate::loss::Loss;
use crate::optim::{Adagrad, AdamW, Lion, Nadam, Optimizer, RmsProp};
use crate::parameters::Role;
use crate::schedule::{CosineAnnealing, Monitor, ReduceOnPlateau, Schedule};
use crate::shape::D1;

/// A place for a file of this test alone, taken away with its directory.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

const EPOCHS: usize = 9;

fn bits<T: Scalar>(network: &Dense<T, 2, 3>) -> Vec<u64> {
    network.as_slice().iter().map(|value| value.to_f64().to_bits()).collect()
}

/// A history but for the seconds.
fn numbers(history: &History) -> (Vec<[Option<u64>; 5]>, Option<usize>) {
    let row = |epoch: &Epoch| {
        let Epoch { loss, accuracy, validation_loss, validation_accuracy, learning_rate, .. } = *epoch;
        [Some(loss), accuracy, validation_loss, validation_accuracy, Some(learning_rate)]
            .map(|value| value.map(f64::to_bits))
    };
    (history.epochs.iter().map(row).collect(), history.restored)
}

/// Checks that a run that is ended after any epoch and resumed is one that was never ended.
fn check_resumed_of<T, O, V>(trainer: &Trainer<CrossEntropy, O, V>) -> History
where
    V: Validation<T, Dense<T, 2, 3>, CrossEntropy> + Clone,
    T: Scalar,
    O: Optimizer,
    CrossEntropy: Loss<T, D1<3>, u8>,
{
    let (xs, ys) = clouds(70, 1);
    let xs: Vec<[T; 2]> = xs.iter().map(|x| x.map(|value| T::from_f64(value.into()))).collect();
    let classifier = |seed: u64| {
        let mut network = *Dense::<T, 2, 3>::zeroed_boxed();
        fill(&mut network, Init::Default, &mut Rng::new(seed));
        network
    };
    let place = Place::new();
    let path = place.file("run.safetensors");
    let mut whole = classifier(3);
    let whole_history = trainer.fit(&mut whole, &xs, &ys).unwrap();
    for end in 1..=whole_history.epochs.len() {
        let stop = |history: &History, _: &Dense<T, 2, 3>| {
            if history.epochs.len() == end { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let writing = trainer.clone().checkpoint(Checkpoint::every(100, &path));
        writing.fit_each(&mut classifier(3), &xs, &ys, stop).unwrap();
        // From other starting values: the file has them all.
        let mut resumed = classifier(77);
        let history = trainer.clone().resume(&path).fit(&mut resumed, &xs, &ys).unwrap();
        assert_eq!(numbers(&history), numbers(&whole_history), "resumed after epoch {end}");
        assert_eq!(bits(&resumed), bits(&whole), "resumed after epoch {end}");
        // A run of fewer epochs leaves the same file, and is prolonged by asking for more.
        trainer.clone().epochs(end).checkpoint(Checkpoint::every(3, &path)).fit(&mut classifier(3), &xs, &ys).unwrap();
        let history = trainer.clone().resume(&path).fit(&mut resumed, &xs, &ys).unwrap();
        assert_eq!(
            (numbers(&history), bits(&resumed)),
            (numbers(&whole_history), bits(&whole)),
            "prolonged after {end}"
        );
    }
    whole_history
}

fn check_resumed<O, V>(trainer: &Trainer<CrossEntropy, O, V>) -> History
where
    O: Optimizer,
    V: Validation<f32, Classifier, CrossEntropy> + Clone,
{
    check_resumed_of::<f32, _, _>(trainer)
}

#[test]
fn a_resumed_run_is_one_that_was_never_stopped() {
    let (valid_xs, valid_ys) = clouds(20, 2);
    check_resumed(&Trainer::new(CrossEntropy, Sgd::new(0.1)).epochs(3));
    check_resumed(&Trainer::new(CrossEntropy, Sgd::new(0.1).momentum(0.9)).epochs(3).shuffle(1).drop_last());
    let history = check_resumed(
        &Trainer::new(CrossEntropy, Adam::new(0.05))
            .epochs(EPOCHS)
            .batch_size(16)
            .accumulate(2)
            .shuffle(7)
            .clip_norm(0.5)
            .clip_value(0.4)
            .validation(&valid_xs, &valid_ys)
            .schedule(ReduceOnPlateau::new().threshold(0.2).patience(0).cooldown(1).after_warm_up(2)),
    );
    // The plateau has done something on the way.
    assert!(history.epochs[EPOCHS - 1].learning_rate < 0.006, "{history}");
    check_resumed(
        &Trainer::new(CrossEntropy, AdamW::new(0.05))
            .epochs(4)
            .shuffle(7)
            .schedule_steps(CosineAnnealing::new(20).times(ReduceOnPlateau::new().patience(1)))
            .validation_split(0.2),
    );
    let weights: Vec<f64> = (0..70_u8).map(|i| f64::from(i % 3)).collect();
    check_resumed(&Trainer::new(CrossEntropy, Sgd::new(0.1)).epochs(3).shuffle(1).sample_weights(&weights));
}

#[test]
fn every_optimizer_goes_on_with_what_it_remembers() {
    fn check<O: Optimizer>(optimizer: O) {
        let trainer = Trainer::new(CrossEntropy, optimizer.clone()).epochs(3).batch_size(16).shuffle(7);
        check_resumed(&trainer.schedule_steps(CosineAnnealing::new(15)));
        // A network of double precision, whose files are.
        check_resumed_of::<f64, O, _>(&Trainer::new(CrossEntropy, optimizer).epochs(3).batch_size(16).shuffle(7));
    }
    check(Sgd::new(0.1).momentum(0.9).nesterov(true).weight_decay(1e-3));
    check(Adagrad::new(0.1).lr_decay(0.01).initial_accumulator_value(0.1));
    check(RmsProp::new(0.02));
    check(RmsProp::new(0.02).centered(true).momentum(0.9));
    check(Adam::new(0.05).amsgrad(true).weight_decay(0.01));
    check(AdamW::new(0.05).amsgrad(true));
    check(Nadam::new(0.05).l1(1e-3));
    check(Lion::new(0.01).exclude_from_decay(&[Role::Bias]));
}

#[test]
fn a_run_whose_weights_are_limited_goes_on_too() {
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.1)).epochs(5).shuffle(7);
    let limited = check_resumed(&trainer.clone().max_norm(1.0));
    assert_ne!(numbers(&limited), numbers(&check_resumed(&trainer)), "the limit has done something");
}

#[test]
fn early_stopping_goes_on_where_it_stood() {
    let (valid_xs, valid_ys) = (vec![[0.3, 0.4], [-0.6, 0.2], [0.1, -0.4], [0.5, 2.0]], vec![0, 1, 2, 2]);
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.05))
        .epochs(60)
        .shuffle(4)
        .validation(&valid_xs, &valid_ys)
        .schedule(ReduceOnPlateau::new().patience(1))
        .early_stopping(EarlyStopping::new(3));
    let history = check_resumed(&trainer);
    assert!(history.epochs.len() < 60 && history.restored.is_some_and(|best| best > 1), "{history}");
}

#[test]
fn files_are_written_when_they_are_due() {
    let (xs, ys) = clouds(70, 1);
    let place = Place::new();
    let (latest, best) = (place.file("latest.safetensors"), place.file("best.safetensors"));
    let mut written = Vec::new();
    let mut networks = Vec::new();
    let checkpoint = Checkpoint::every(3, &latest).and_best(&best).monitor(Monitor::TrainingLoss);
    let trainer = Trainer::new(CrossEntropy, Sgd::new(0.5)).epochs(8).batch_size(70).checkpoint(checkpoint);
    let mut look = |_: &History, network: &Classifier| {
        written.push((latest.exists(), best.exists()));
        networks.push(*network);
        let _ = fs::remove_file(&latest);
        ControlFlow::Continue(())
    };
    let history = trainer.fit_each(&mut classifier(3), &xs, &ys, &mut look).unwrap();
    // Each look comes before the file of its own epoch.
    assert_eq!(
        written.iter().map(|seen| seen.0).collect::<Vec<_>>(),
        [false, false, false, true, false, false, true, false]
    );
    assert!(written[1..].iter().all(|seen| seen.1) && latest.exists());
    // A file of a run is also that of its network.
    let number = history.best(Monitor::TrainingLoss).unwrap().0;
    assert_eq!(*io::load::<f32, Classifier>(&best).unwrap(), networks[number - 1]);
    assert_eq!(*io::load::<f32, Classifier>(&latest).unwrap(), networks[7]);
    let mut resumed = classifier(77);
    trainer.clone().resume(&best).fit(&mut resumed, &xs, &ys).unwrap();
    assert_eq!(resumed, networks[7]);
}

#[test]
fn a_best_file_is_not_replaced_by_a_worse_one_after_a_resumption() {
    let (xs, ys) = clouds(70, 1);
    let place = Place::new();
    let (run, best) = (place.file("run"), place.file("best"));
    let trainer = |rate| Trainer::new(CrossEntropy, Sgd::new(rate)).batch_size(7).shuffle(1);
    // A rate at which the loss of later epochs is hardly ever the lowest.
    let checkpoint = || Checkpoint::every(1, &run).and_best(&best);
    trainer(3.0).epochs(12).checkpoint(checkpoint()).fit(&mut classifier(3), &xs, &ys).unwrap();
    let whole = fs::read(&best).unwrap();
    fs::remove_file(&best).unwrap();
    trainer(3.0).epochs(6).checkpoint(checkpoint()).fit(&mut classifier(3), &xs, &ys).unwrap();
    trainer(3.0).epochs(12).checkpoint(checkpoint()).resume(&run).fit(&mut classifier(3), &xs, &ys).unwrap();
    let parameters = |bytes: &[u8]| {
        let mut network = classifier(1);
        io::read_into(&mut network, bytes).unwrap();
        network
    };
    assert_eq!(parameters(&fs::read(&best).unwrap()), parameters(&whole));
}

/// The text of the error of a run that goes on from `path`, which leaves the network as it was.
fn refused_resume<L: Loss<f32, D1<3>, u8>, O: Optimizer, V: Validation<f32, Classifier, L>>(
    trainer: Trainer<L, O, V>,
    path: &Path,
) -> std::string::String {
    let (xs, ys) = clouds(70, 1);
    let mut network = classifier(5);
    let error = trainer.resume(path).fit(&mut network, &xs, &ys).unwrap_err();
    assert_eq!(network, classifier(5), "{error}");
    let TrainError::Checkpoint(error) = error else { panic!("{error}") };
    error.to_string().replace(&*path.display().to_string(), "PATH")
}

#[test]
fn a_run_with_other_settings_is_refused() {
    let (xs, ys) = clouds(70, 1);
    let place = Place::new();
    let path = place.file("run.safetensors");
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(4).shuffle(7);
    trainer().checkpoint(Checkpoint::every(2, &path)).fit(&mut classifier(3), &xs, &ys).unwrap();
    let other = |text: &str| std::format!("`PATH` belongs to another run: its {text}");
    let (adam, sgd) = (Adam::new(0.05), Sgd::new(0.1));
    assert_eq!(
        refused_resume(Trainer::new(CrossEntropy, sgd).epochs(4).shuffle(7), &path),
        other(&std::format!("optimizer is {adam:?}, but here it is {sgd:?}"))
    );
    let loss = CrossEntropy.label_smoothing(0.1);
    assert_eq!(
        refused_resume(Trainer::new(loss, adam).epochs(4).shuffle(7), &path),
        other(&std::format!("loss is CrossEntropy, but here it is {loss:?}"))
    );
    let constant = "Constant { factor: 1.0, total_iters: 0 }, epoch by epoch";
    assert_eq!(
        refused_resume(trainer().schedule_steps(CosineAnnealing::new(9)), &path),
        other(&std::format!(
            "schedule is {constant}, but here it is CosineAnnealing {{ t_max: 9, eta_min: 0.0 }}, step by step"
        ))
    );
    assert_eq!(refused_resume(trainer().shuffle(8), &path), other("seed is 7, but here it is 8"));
    assert_eq!(refused_resume(trainer().batch_size(8), &path), other("batch size is 32, but here it is 8"));
    assert_eq!(
        refused_resume(trainer().accumulate(2), &path),
        other("number of batches in a step is 1, but here it is 2")
    );
    assert_eq!(refused_resume(trainer().drop_last(), &path), other("last batch is taken, but here it is dropped"));
    assert_eq!(refused_resume(trainer().clip_norm(1.0), &path), other("clipping by norm is none, but here it is 1.0"));
    assert_eq!(
        refused_resume(trainer().max_norm(1.0), &path),
        other("max-norm is none, but here it is MaxNorm { max: 1.0 }")
    );
    assert_eq!(
        refused_resume(trainer().early_stopping(EarlyStopping::new(2)), &path),
        other("early stopping is none, but here it is EarlyStopping { patience: 2, min_delta: 0.0, monitor: Auto }")
    );
    assert_eq!(
        refused_resume(trainer().validation_split(0.5), &path),
        other("number of training samples is 70, but here it is 35")
    );
    let text = refused_resume(trainer().sample_weights(&[2.0; 70]), &path);
    assert!(text.starts_with(&other("digest of the sample weights is not told, but here it is ")), "{text}");
    assert_eq!(
        refused_resume(trainer().epochs(3), &path),
        "`PATH` was written after epoch 4, but there are to be 3 in all: `epochs` counts those that are done, too"
    );
    let limited = |max: f64| trainer().max_norm(max);
    let path_of_limited = place.file("limited.safetensors");
    limited(2.0).checkpoint(Checkpoint::every(2, &path_of_limited)).fit(&mut classifier(3), &xs, &ys).unwrap();
    assert_eq!(
        refused_resume(limited(3.0), &path_of_limited),
        other("max-norm is MaxNorm { max: 2.0 }, but here it is MaxNorm { max: 3.0 }")
    );
    // As many epochs as are done: nothing is left to do.
    let mut network = classifier(5);
    assert_eq!(trainer().resume(&path).fit(&mut network, &xs, &ys).unwrap().epochs.len(), 4);
    assert_eq!(network, *io::load::<f32, Classifier>(&path).unwrap());
}

#[test]
fn the_file_of_another_network_is_refused() {
    let (xs, ys) = clouds(70, 1);
    let place = Place::new();
    let path = place.file("run");
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.05));
    let checkpoint = Checkpoint::every(1, &path);
    let mut four = *Dense::<f32, 2, 4>::zeroed_boxed();
    trainer().checkpoint(checkpoint.clone()).fit(&mut four, &xs, &ys).unwrap();
    assert_eq!(
        refused_resume(trainer(), &path),
        "`PATH`: 2 mistakes in this file, or in what it is loaded into:\n\
         `weight` has the shape [4, 2], expected [3, 2]: was it saved from another network?\n\
         `bias` has the shape [4], expected [3]: was it saved from another network?"
    );
    let mut double = *Dense::<f64, 2, 3>::zeroed_boxed();
    let double_xs: Vec<[f64; 2]> = xs.iter().map(|x| x.map(f64::from)).collect();
    Trainer::new(CrossEntropy, Adam::new(0.05)).checkpoint(checkpoint).fit(&mut double, &double_xs, &ys).unwrap();
    assert_eq!(
        refused_resume(trainer(), &path),
        "`PATH` belongs to another run: its network is Dense<f64, 2, 3>, but here it is Dense<f32, 2, 3>"
    );
    io::save(&classifier(1), &path).unwrap();
    assert_eq!(
        refused_resume(trainer(), &path),
        "`PATH` is no checkpoint: it holds no training run. A network alone is loaded, not resumed"
    );
    let nowhere = place.file("nowhere");
    assert!(refused_resume(trainer(), &nowhere).starts_with("cannot read `PATH`: "));
}

#[test]
fn a_damaged_file_is_refused() {
    let (xs, ys) = clouds(70, 1);
    let place = Place::new();
    let path = place.file("run");
    let trainer = || {
        Trainer::new(CrossEntropy, Adam::new(0.05))
            .epochs(3)
            .shuffle(7)
            .schedule(ReduceOnPlateau::new())
            .early_stopping(EarlyStopping::new(3))
    };
    trainer().checkpoint(Checkpoint::every(1, &path)).fit(&mut classifier(3), &xs, &ys).unwrap();
    let whole = fs::read(&path).unwrap();
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        let mut network = classifier(5);
        let error = trainer().resume(&path).fit(&mut network, &xs, &ys).unwrap_err();
        assert!(
            matches!(&error, TrainError::Checkpoint(error) if matches!(**error, CheckpointError::Content { .. })),
            "{length}: {error}"
        );
        assert_eq!(network, classifier(5));
    }
    // In the states, the second number is a count: how long has been waited; the third of early stopping is an epoch.
    let damages = [
        ("@schedule", 1, 0.5_f64.to_le_bytes(), "the state of the schedule"),
        ("@early_stopping", 1, 0.5_f64.to_le_bytes(), "the state of early stopping"),
        ("@early_stopping", 1, (-1.0_f64).to_le_bytes(), "the state of early stopping"),
        ("@early_stopping", 1, f64::NAN.to_le_bytes(), "the state of early stopping"),
        ("@early_stopping", 1, 4.0_f64.to_le_bytes(), "the state of early stopping"),
        ("@early_stopping", 2, 4.0_f64.to_le_bytes(), "the state of early stopping"),
        ("@steps", 0, 8_u64.to_le_bytes(), "the number of steps"),
        ("@steps", 0, 0_u64.to_le_bytes(), "the number of steps"),
        ("@steps", 0, u64::MAX.to_le_bytes(), "the number of steps"),
    ];
    let (header, metadata) = SafeTensors::read_metadata(&whole).unwrap();
    for (tensor, number, bytes, what) in damages {
        let start = 8 + header + metadata.info(tensor).unwrap().data_offsets.0 + 8 * number;
        let mut damaged = whole.clone();
        damaged[start..start + 8].copy_from_slice(&bytes);
        fs::write(&path, &damaged).unwrap();
        assert_eq!(refused_resume(trainer(), &path), std::format!("`PATH` is damaged: {what}"));
    }
    fs::write(&path, &whole).unwrap();
    trainer().resume(&path).fit(&mut classifier(5), &xs, &ys).unwrap();
}

#[test]
fn two_files_do_not_share_a_place() {
    let (xs, ys) = clouds(9, 1);
    let place = Place::new();
    let path = place.file("run");
    let text = refused(|t| t.checkpoint(Checkpoint::every(1, &path).and_best(&path)), &xs, &ys);
    let expected = "is to hold both the latest and the best epoch: one of them goes to another file";
    assert_eq!(text, std::format!("`{}` {expected}", path.display()));
    assert!(!path.exists());
}

#[test]
fn a_place_that_cannot_be_written_to_is_found_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    let place = Place::new();
    let path = place.file("no such directory").join("run");
    let expected = std::format!("`{}` could not be written: its directory does not exist", path.display());
    assert_eq!(refused(|t| t.checkpoint(Checkpoint::every(1, &path)), &xs, &ys), expected);
    assert_eq!(refused(|t| t.checkpoint(Checkpoint::best(&path)), &xs, &ys), expected);
    assert_eq!(
        refused(|t| t.checkpoint(Checkpoint::every(0, place.file("run"))), &xs, &ys),
        "`checkpoint.every` is 0, but must be at least 1"
    );
    let unmeasured = Checkpoint::best(place.file("run")).monitor(Monitor::ValidationLoss);
    assert_eq!(
        refused(|t| t.checkpoint(unmeasured), &xs, &ys),
        "the checkpoint monitors the validation loss, but there are no validation samples"
    );
    // A directory in its way comes up when the file is due; what was trained stays.
    let mut network = classifier(3);
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(5);
    let error =
        trainer.clone().checkpoint(Checkpoint::every(2, place.0.path())).fit(&mut network, &xs, &ys).unwrap_err();
    let text = "is a directory or a device: name a file to save to";
    assert_eq!(error.to_string(), std::format!("after epoch 2: `{}` {text}", place.0.path().display()));
    let mut two = classifier(3);
    trainer.epochs(2).fit(&mut two, &xs, &ys).unwrap();
    assert_eq!(network, two);
}
