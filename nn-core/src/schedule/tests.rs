//! Laws that every schedule keeps, and every refusal. `tests/schedules.rs` compares with PyTorch's numbers.

use std::vec::Vec;

use super::*;

/// Every schedule, its settings in their ranges.
fn all(visit: &mut dyn FnMut(&dyn Schedule)) {
    visit(&Constant::default());
    visit(&Constant::new(0.0, 3));
    visit(&Linear::new(0));
    visit(&Linear::new(7).start_factor(1.0).end_factor(0.0));
    visit(&Polynomial::new(1).power(0.5));
    visit(&StepDecay::new(1).gamma(0.0));
    visit(&MultiStepDecay::new([]));
    visit(&MultiStepDecay::new([0, 3, u64::MAX]));
    visit(&ExponentialDecay::new(1.0));
    visit(&CosineAnnealing::new(1).eta_min(1.0));
    visit(&CosineWarmRestarts::new(1));
    visit(&CosineWarmRestarts::new(3).t_mult(u64::MAX));
    for (start, three) in [(0.0, false), (0.3, false), (1.0, false), (0.0, true), (0.3, true), (0.5, true)] {
        for total in [1, 2, 3, 10] {
            visit(&OneCycle::new(0.1, total).pct_start(start).three_phase(three));
            visit(&OneCycle::new(0.1, total).pct_start(start).three_phase(three).anneal(Anneal::Linear));
        }
    }
    visit(&ReduceOnPlateau::new());
    visit(&CosineAnnealing::new(5).after_warm_up(2).times(ReduceOnPlateau::new()));
}

#[test]
fn every_rate_is_finite_and_not_negative() {
    let mut count = 0;
    all(&mut |schedule| {
        count += 1;
        assert_eq!(schedule.check(), Ok(()), "{schedule:?}");
        for base in [0.0, 1e-3, 1e300] {
            for t in (0..40).chain([1 << 20, 1 << 53, u64::MAX]) {
                let rate = schedule.rate(base, t);
                assert!(rate.is_finite() && rate >= 0.0, "{schedule:?} at {t}: {rate}");
            }
        }
    });
    assert_eq!(count, 13 + 48 + 1);
}

/// The setting that a schedule is refused for.
fn refused(schedule: &dyn Schedule) -> &'static str {
    schedule.check().expect_err("out of range").setting
}

#[test]
fn settings_out_of_range_are_refused() {
    assert_eq!(refused(&Constant::new(1.5, 3)), "factor");
    assert_eq!(refused(&Linear::new(3).start_factor(0.0)), "start_factor");
    assert_eq!(refused(&Linear::new(3).end_factor(f64::NAN)), "end_factor");
    assert_eq!(refused(&Polynomial::new(0)), "total_iters");
    assert_eq!(refused(&Polynomial::new(2).power(0.0)), "power");
    assert_eq!(refused(&StepDecay::new(0)), "step_size");
    assert_eq!(refused(&StepDecay::new(1).gamma(-0.1)), "gamma");
    assert_eq!(refused(&MultiStepDecay::new([5, 5])), "milestones");
    assert_eq!(refused(&MultiStepDecay::new([1, 2]).gamma(2.0)), "gamma");
    assert_eq!(refused(&ExponentialDecay::new(f64::INFINITY)), "gamma");
    assert_eq!(refused(&CosineAnnealing::new(0)), "t_max");
    assert_eq!(refused(&CosineAnnealing::new(1).eta_min(-1.0)), "eta_min");
    assert_eq!(refused(&CosineWarmRestarts::new(0)), "t_0");
    assert_eq!(refused(&CosineWarmRestarts::new(1).t_mult(0)), "t_mult");
    assert_eq!(refused(&CosineWarmRestarts::new(1).eta_min(f64::NAN)), "eta_min");
    assert_eq!(refused(&OneCycle::new(-0.1, 10)), "max_lr");
    assert_eq!(refused(&OneCycle::new(0.1, 0)), "total_steps");
    assert_eq!(refused(&OneCycle::new(0.1, 10).pct_start(1.1)), "pct_start");
    assert_eq!(refused(&OneCycle::new(0.1, 10).pct_start(0.6).three_phase(true)), "pct_start");
    assert_eq!(refused(&OneCycle::new(0.1, 10).div_factor(0.0)), "div_factor");
    assert_eq!(refused(&OneCycle::new(0.1, 10).final_div_factor(f64::NAN)), "final_div_factor");
    assert_eq!(refused(&ReduceOnPlateau::new().factor(1.0)), "factor");
    assert_eq!(refused(&ReduceOnPlateau::new().threshold(1.0)), "threshold");
    assert_eq!(refused(&ReduceOnPlateau::new().absolute_threshold(-1.0)), "absolute_threshold");
    assert_eq!(refused(&ReduceOnPlateau::new().min_lr(-1.0)), "min_lr");
    assert_eq!(refused(&ReduceOnPlateau::new().eps(f64::NAN)), "eps");
    assert_eq!(refused(&StepDecay::new(3).after_warm_up(0)), "milestone");
    assert_eq!(refused(&StepDecay::new(0).after_warm_up(1)), "step_size");
    assert_eq!(refused(&StepDecay::new(0).times(Constant::default())), "step_size");
    assert_eq!(refused(&Constant::default().times(StepDecay::new(0))), "step_size");
}

/// What a schedule remembers, as numbers.
fn state(schedule: &dyn Schedule) -> Vec<f64> {
    let mut numbers = Vec::new();
    schedule.save_state(&mut |number| numbers.push(number));
    numbers
}

fn measured(loss: f64) -> Measures {
    Measures { loss, accuracy: None, validation_loss: None, validation_accuracy: None }
}

#[test]
fn a_state_that_is_put_back_goes_on_as_if_nothing_had_happened() {
    let fresh =
        ReduceOnPlateau::new().patience(1).cooldown(2).after_warm_up(3).times(ReduceOnPlateau::new().patience(2));
    let mut schedule = fresh;
    let losses = [1.0, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4];
    for loss in losses {
        schedule.observe(&measured(loss));
        let numbers = state(&schedule);
        let mut again = fresh;
        let mut next = numbers.iter().copied();
        assert_eq!(again.load_state(&mut || next.next()), Some(()));
        assert_eq!((again, next.next()), (schedule, None));
        let mut short = numbers[1..].iter().copied();
        assert_eq!(fresh.clone().load_state(&mut || short.next()), None);
    }
    assert!(schedule.rate(0.1, 9) < 0.0011, "{schedule:?}");
    let mut fresh_state = state(&fresh).into_iter();
    assert_eq!(schedule.load_state(&mut || fresh_state.next()), Some(()));
    assert_eq!(schedule, fresh);
}

#[test]
fn numbers_that_are_no_state_are_refused() {
    for bad in [f64::NAN, -1.0, 0.5, 1e300] {
        let mut numbers = [1.0, 0.0, bad, 0.0].into_iter();
        let mut schedule = ReduceOnPlateau::new();
        assert_eq!(schedule.load_state(&mut || numbers.next()), None);
        assert_eq!(schedule, ReduceOnPlateau::new());
    }
}

#[test]
fn schedules_say_what_they_monitor() {
    let mut seen = Vec::new();
    let accuracy = ReduceOnPlateau::new().monitor(Monitor::ValidationAccuracy);
    accuracy.after_warm_up(2).times(ReduceOnPlateau::new()).monitors(&mut |monitor| seen.push(monitor));
    assert_eq!(seen, [Monitor::ValidationAccuracy, Monitor::Auto]);
    StepDecay::new(1).monitors(&mut |monitor| panic!("{monitor}"));
}

/// After which of the values the rate is lower than before.
fn reductions(mut schedule: ReduceOnPlateau, values: &[f64]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rate = schedule.rate(0.1, 0);
    for (i, value) in values.iter().enumerate() {
        schedule.step(*value);
        let now = schedule.rate(0.1, 0);
        if now < rate {
            found.push(i);
        }
        rate = now;
    }
    found
}

#[test]
fn a_plateau_below_zero_is_one() {
    let plateau = ReduceOnPlateau::new();
    // Nothing improves, whatever the sign.
    for value in [-1.0, 0.0, 1.0] {
        assert_eq!(reductions(plateau.patience(2), &[value; 8]), [3, 6], "{value}");
    }
    // Getting worse is no improvement, nor is one by less than a tenth of the best value.
    let worse = [-10.0, -9.5, -9.0, -8.5, -8.0, -7.5, -7.0];
    assert_eq!(reductions(plateau.threshold(0.1).patience(2), &worse), [3, 6]);
    assert_eq!(reductions(plateau.threshold(0.1).patience(2), &[-10.0, -10.9, -11.0, -11.0]), [3]);
    assert!(reductions(plateau.threshold(0.1).patience(2), &[-10.0, -11.1, -12.3, -13.6, -15.0]).is_empty());
    // What is to grow, below zero too: an R2 that is negative at first.
    let growing = plateau.threshold(0.1).patience(1).monitor(Monitor::ValidationAccuracy);
    assert_eq!(reductions(growing, &[-10.0, -9.5, -9.2, -9.1]), [2]);
    assert!(reductions(growing, &[-10.0, -8.9, -8.0, -7.0]).is_empty());
    // The first value is better than none, an infinite one is not.
    assert!(reductions(plateau.threshold(0.0).patience(1), &[f64::INFINITY, -1.0, -2.0, -3.0]).is_empty());
}
