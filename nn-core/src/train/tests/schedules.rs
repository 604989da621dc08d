//! The learning rate on its way, and the end of training.

use core::ops::ControlFlow;

use super::*;
use crate::schedule::{
    CosineAnnealing, ExponentialDecay, Measures, Monitor, OneCycle, ReduceOnPlateau, Schedule, StepDecay,
};

/// The rates of the epochs of a run of 10 steps an epoch.
fn rates(trainer: Trainer<CrossEntropy, Sgd>) -> Vec<f64> {
    let (xs, ys) = clouds(100, 1);
    let history = trainer.batch_size(10).fit(&mut classifier(3), &xs, &ys).unwrap();
    history.epochs.iter().map(|epoch| epoch.learning_rate).collect()
}

fn trainer(epochs: usize) -> Trainer<CrossEntropy, Sgd> {
    Trainer::new(CrossEntropy, Sgd::new(0.1)).epochs(epochs)
}

#[test]
fn schedules_count_epochs_or_steps() {
    assert_eq!(rates(trainer(3)), [0.1; 3]);
    let schedule = StepDecay::new(2).gamma(0.5);
    assert_eq!(rates(trainer(5).schedule(schedule)), [0.1, 0.1, 0.05, 0.05, 0.025]);
    // The rate of an epoch is that of its last step.
    let expected: Vec<f64> = (0..3).map(|epoch| schedule.rate(0.1, 10 * epoch + 9)).collect();
    assert_eq!(rates(trainer(3).schedule_steps(schedule)), expected);
    let cosine = CosineAnnealing::new(4).after_warm_up(2);
    let expected: Vec<f64> = (0..6).map(|epoch| cosine.rate(0.1, epoch)).collect();
    assert_eq!(rates(trainer(6).schedule(cosine)), expected);
    // Accumulated batches are one step.
    let expected: Vec<f64> = (0..2).map(|epoch| schedule.rate(0.1, 4 * epoch + 3)).collect();
    assert_eq!(rates(trainer(2).accumulate(3).schedule_steps(schedule)), expected);
}

#[test]
fn a_schedule_is_what_setting_the_rate_by_hand_is() {
    let (xs, ys) = clouds(100, 1);
    let mut network = classifier(3);
    trainer(3).schedule(ExponentialDecay::new(0.5)).fit(&mut network, &xs, &ys).unwrap();
    let mut by_hand = classifier(3);
    for rate in [0.1, 0.05, 0.025] {
        Trainer::new(CrossEntropy, Sgd::new(rate)).fit(&mut by_hand, &xs, &ys).unwrap();
    }
    assert_eq!(network, by_hand);
}

#[test]
fn one_cycle_is_as_long_as_the_run() {
    let (xs, ys) = clouds(100, 1);
    let trainer = trainer(4).batch_size(16);
    let steps = 4 * trainer.steps_per_epoch(xs.len()) as u64;
    assert_eq!(steps, 28);
    let cycle = OneCycle::new(0.5, steps);
    let history = trainer.schedule_steps(cycle).fit(&mut classifier(3), &xs, &ys).unwrap();
    let rates: Vec<f64> = history.epochs.iter().map(|epoch| epoch.learning_rate).collect();
    assert_eq!(rates, [6, 13, 20, 27].map(|step| cycle.rate(0.0, step)));
    assert!((rates[3] - 0.5 / 25.0 / 1e4).abs() < 1e-12);
}

#[test]
fn a_plateau_reduces_the_rate() {
    // Nothing improves by half.
    let schedule = ReduceOnPlateau::new().threshold(0.9).patience(1).factor(0.5);
    let rates = rates(trainer(6).schedule(schedule));
    assert_eq!(rates, [0.1, 0.1, 0.1, 0.05, 0.05, 0.025]);
}

/// A validation set on which the classifier gets worse after some epochs: a few outliers.
fn outliers() -> (Vec<[f32; 2]>, Vec<u8>) {
    (vec![[0.3, 0.4], [-0.6, 0.2], [0.1, -0.4], [0.5, 2.0]], vec![0, 1, 2, 2])
}

#[test]
fn early_stopping_keeps_the_best_network() {
    let ((xs, ys), (valid_xs, valid_ys)) = (clouds(90, 1), outliers());
    let trainer =
        |epochs| Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(epochs).shuffle(4).validation(&valid_xs, &valid_ys);
    let mut stopped = classifier(3);
    let history = trainer(200).early_stopping(EarlyStopping::new(4)).fit(&mut stopped, &xs, &ys).unwrap();
    let best = history.restored.unwrap();
    assert_eq!((best + 4, Some(best)), (history.epochs.len(), history.best(Monitor::default()).map(|(n, _)| n)));
    assert!((2..190).contains(&best), "{history}");
    let mut shorter = classifier(3);
    let short = trainer(best).fit(&mut shorter, &xs, &ys).unwrap();
    assert_eq!((stopped, None), (shorter, short.restored));
    assert!(history.to_string().ends_with(&std::format!("the parameters are those after epoch {best}\n")), "{history}");

    // A run that comes to its last epoch before it is stopped gives back the best one too.
    let mut ended = classifier(3);
    let history = trainer(best + 2).early_stopping(EarlyStopping::new(4)).fit(&mut ended, &xs, &ys).unwrap();
    assert_eq!((history.epochs.len(), history.restored, ended), (best + 2, Some(best), shorter));
}

#[test]
fn the_caller_can_end_training() {
    let (xs, ys) = clouds(90, 1);
    let mut seen = Vec::new();
    let mut network = classifier(3);
    let history = trainer(50)
        .fit_each(&mut network, &xs, &ys, |history, network| {
            seen.push((history.epochs.len(), *network));
            if history.epochs.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
    assert_eq!((history.epochs.len(), history.restored), (3, None));
    assert_eq!(seen.iter().map(|(epoch, _)| *epoch).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(seen[2].1, network);
    let mut three = classifier(3);
    trainer(3).fit(&mut three, &xs, &ys).unwrap();
    assert_eq!(three, network);
}

#[test]
fn a_callback_sees_every_epoch_and_may_answer_nothing() {
    let (xs, ys) = clouds(90, 1);
    let mut losses = Vec::new();
    let mut network = classifier(3);
    let history = trainer(4)
        .fit_each(&mut network, &xs, &ys, |history, _| losses.extend(history.epochs.last().map(|epoch| epoch.loss)))
        .unwrap();
    assert_eq!(losses, history.epochs.iter().map(|epoch| epoch.loss).collect::<Vec<_>>());
}

#[test]
fn a_callback_of_the_trainer_can_end_training() {
    let (xs, ys) = clouds(90, 1);
    // Every run has its own copy of what the callback counts.
    let mut called = 0;
    let trainer = trainer(50).on_epoch(move |history| {
        called += 1;
        assert_eq!(history.epochs.len(), called);
        if called == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    for _ in 0..2 {
        let history = trainer.fit(&mut classifier(3), &xs, &ys).unwrap();
        assert_eq!(history.epochs.len(), 3);
    }
    // Both kinds of callback are called, and either may end the training.
    let mut seen = 0;
    let history = trainer.fit_each(&mut classifier(3), &xs, &ys, |_, _| seen += 1).unwrap();
    assert_eq!((seen, history.epochs.len()), (3, 3));
    let stop = |history: &History, _: &_| {
        if history.epochs.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(trainer.fit_each(&mut classifier(3), &xs, &ys, stop).unwrap().epochs.len(), 2);
}

#[test]
fn what_decides_must_be_measured() {
    let (xs, ys) = clouds(9, 1);
    let stopping = |monitor| EarlyStopping::new(1).monitor(monitor);
    let text = "early stopping monitors the validation loss, but there are no validation samples";
    assert_eq!(refused(|t| t.early_stopping(stopping(Monitor::ValidationLoss)), &xs, &ys), text);
    let plateau = ReduceOnPlateau::new().monitor(Monitor::TrainingAccuracy);
    let error = Trainer::new(MeanSquaredError, Sgd::new(0.1))
        .schedule(plateau.after_warm_up(1))
        .fit(&mut classifier(3), &xs, &[[0.0; 3]; 9])
        .unwrap_err();
    let text = "the schedule monitors the training accuracy, but the loss does not count right answers";
    assert_eq!(error.to_string(), text);
    Trainer::new(CrossEntropy, Sgd::new(0.1)).schedule(plateau).fit(&mut classifier(3), &xs, &ys).unwrap();
}

#[test]
fn wrong_schedules_are_refused_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    let mut network = classifier(3);
    let error = trainer(2).schedule(StepDecay::new(0)).fit(&mut network, &xs, &ys).unwrap_err();
    assert_eq!(error.to_string(), "`step_size` is 0, but must be at least 1");
    assert_eq!(network, classifier(3));
    assert_eq!(
        refused(|t| t.early_stopping(EarlyStopping::new(0)), &xs, &ys),
        "`patience` is 0, but must be at least 1"
    );
    let text = "`min_delta` is -1, but must be a finite number that is not negative";
    assert_eq!(refused(|t| t.early_stopping(EarlyStopping::new(1).min_delta(-1.0)), &xs, &ys), text);
}

#[test]
fn a_rate_that_a_schedule_makes_impossible_ends_training() {
    /// Falls below zero.
    #[derive(Clone, Debug)]
    struct Falling;

    impl Schedule for Falling {
        fn check(&self) -> Result<(), SettingError> {
            Ok(())
        }

        fn rate(&self, base: f64, t: u64) -> f64 {
            base - 0.5 * t as f64
        }
    }

    let (xs, ys) = clouds(64, 1);
    let refused = |trainer: Trainer<_, _>| {
        let mut network = classifier(3);
        let error = trainer.fit(&mut network, &xs, &ys).unwrap_err();
        assert!(matches!(error, TrainError::Setting(SettingError { setting: "learning_rate", .. })), "{error}");
        network
    };
    let mut after_one = classifier(3);
    trainer(1).fit(&mut after_one, &xs, &ys).unwrap();
    assert_eq!(refused(trainer(3).schedule(Falling)), after_one);
    let mut after_half = classifier(3);
    trainer(1).fit(&mut after_half, &xs[..32], &ys[..32]).unwrap();
    assert_eq!(refused(trainer(3).schedule_steps(Falling)), after_half);
}

#[test]
fn schedules_of_the_caller_see_every_epoch() {
    /// Half the rate for every epoch with a loss below 0.5.
    #[derive(Clone, Debug)]
    struct Own(i32);

    impl Schedule for Own {
        fn check(&self) -> Result<(), SettingError> {
            Ok(())
        }

        fn rate(&self, base: f64, _: u64) -> f64 {
            base * 0.5_f64.powi(self.0)
        }

        fn observe(&mut self, measures: &Measures) {
            self.0 += i32::from(measures.loss < 0.5);
        }
    }

    let rates = rates(trainer(20).schedule(Own(0)));
    assert!((rates[0] - 0.1).abs() < 1e-12 && rates[19] < 0.05, "{rates:?}");
}
