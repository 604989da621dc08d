//! The limit of weights through a whole run.

use core::ops::ControlFlow;

use super::*;

const LIMIT: f64 = 1.5;

/// Rounding of the norm of an `f32` row, relative to [`LIMIT`].
const ROUNDING: f64 = 1e-6;

/// The largest norm of the weights into one unit, after every epoch.
fn norms(trainer: &Trainer<CrossEntropy, Adam>) -> Vec<f64> {
    let (xs, ys) = clouds(100, 1);
    let mut norms = Vec::new();
    let look = |_: &History, network: &Classifier| {
        norms.push(network.weight.row_iter().map(|row| f64::from(row.norm())).fold(0.0, f64::max));
        ControlFlow::Continue(())
    };
    trainer.fit_each(&mut classifier(3), &xs, &ys, look).unwrap();
    norms
}

#[test]
fn no_weights_are_beyond_the_limit_after_any_epoch() {
    let trainer = || Trainer::new(CrossEntropy, Adam::new(0.1)).epochs(10).shuffle(4);
    let free = norms(&trainer());
    assert!(free.iter().filter(|norm| **norm > LIMIT).count() > 5, "{free:?}");
    for accumulate in [1, 2] {
        let limited = norms(&trainer().accumulate(accumulate).max_norm(LIMIT));
        assert_eq!(limited.len(), 10);
        assert!(limited.iter().all(|norm| *norm < LIMIT * (1.0 + ROUNDING)), "{limited:?}");
        assert!(limited[9] > LIMIT * (1.0 - ROUNDING), "{limited:?}");
    }
    // A limit that is never reached changes nothing.
    assert_eq!(norms(&trainer().max_norm(1e6)), free);
}

#[test]
fn a_limit_out_of_its_range_is_refused_before_the_first_step() {
    let (xs, ys) = clouds(9, 1);
    for (max, shown) in [(0.0, "0"), (-1.0, "-1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        let text = refused(|t| t.max_norm(max), &xs, &ys);
        assert!(text.starts_with(&std::format!("`max_norm` is {shown}, but must be a finite number")), "{text}");
        let trainer = Trainer::new(CrossEntropy, Adam::new(0.05)).max_norm(max);
        let error = trainer.find_learning_rate(&classifier(3), &xs, &ys, 1e-3..=1.0, 10).unwrap_err();
        assert!(matches!(error, TrainError::Setting(SettingError { setting: "max_norm", .. })), "{error}");
    }
}
