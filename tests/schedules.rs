//! The learning rates of every schedule are PyTorch's: `tests/goldens` says where the numbers come from.

use std::fs;
use std::path::Path;

use safetensors::tensor::SafeTensors;
use static_nn::schedule::{
    Anneal, Constant, CosineAnnealing, CosineWarmRestarts, ExponentialDecay, Linear, Measures, Monitor, MultiStepDecay,
    OneCycle, Polynomial, ReduceOnPlateau, Schedule, StepDecay,
};

/// The optimizer's learning rate.
const BASE: f64 = 0.1;

/// Relative to `BASE`. PyTorch multiplies the rate by a factor from place to place where here the formula is asked for each of
/// them, so that the rounding of 60 products adds up; a rate near zero keeps what was lost while it was large.
const ROUNDING: f64 = 60.0 * f64::EPSILON;

fn golden() -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/schedules.golden.safetensors")).unwrap()
}

fn numbers(file: &SafeTensors<'_>, name: &str) -> Vec<f64> {
    file.tensor(name).unwrap().data().as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect()
}

#[track_caller]
fn assert_close(name: &str, place: usize, rate: f64, expected: f64) {
    assert!((rate - expected).abs() <= ROUNDING * BASE, "{name} at {place}: {rate}, but PyTorch's is {expected}");
}

#[test]
fn rates_are_those_of_pytorch() {
    let bytes = golden();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let steps = 61;
    let schedules: [(&str, &dyn Schedule); 16] = [
        ("constant", &Constant::new(1.0 / 3.0, 5)),
        ("linear", &Linear::new(40).start_factor(0.25).end_factor(0.75)),
        ("linear.default", &Linear::new(5)),
        ("polynomial", &Polynomial::new(50).power(1.7)),
        ("step", &StepDecay::new(7)),
        ("multi_step", &MultiStepDecay::new([3, 20, 41]).gamma(0.3)),
        ("exponential", &ExponentialDecay::new(0.93)),
        ("cosine", &CosineAnnealing::new(25).eta_min(0.01)),
        ("warm_restarts", &CosineWarmRestarts::new(4).t_mult(2).eta_min(0.001)),
        ("warm_restarts.even", &CosineWarmRestarts::new(11)),
        ("one_cycle", &OneCycle::new(0.5, steps)),
        (
            "one_cycle.linear",
            &OneCycle::new(0.5, steps).pct_start(0.45).div_factor(10.0).final_div_factor(100.0).anneal(Anneal::Linear),
        ),
        ("one_cycle.three", &OneCycle::new(0.5, steps).three_phase(true)),
        ("warm_up", &CosineAnnealing::new(52).after_warm_up(8)),
        ("sequence", &Constant::new(0.5, 100).then(10, ExponentialDecay::new(0.9)).then(30, StepDecay::new(5))),
        ("chain", &Linear::new(12).times(ExponentialDecay::new(0.95)).times(StepDecay::new(20).gamma(0.5))),
    ];
    for (name, schedule) in schedules {
        assert_eq!(schedule.check(), Ok(()), "{name}");
        let expected = numbers(&file, name);
        assert_eq!(expected.len(), 60, "{name}");
        // In whatever order they are asked for.
        for (place, expected) in expected.iter().enumerate().rev() {
            assert_close(name, place, schedule.rate(BASE, place as u64), *expected);
        }
    }
    assert_eq!(file.len(), schedules.len() + 5, "every golden is compared with: these, four plateaus and their metric");
}

#[test]
fn plateaus_are_those_of_pytorch() {
    let bytes = golden();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let metric = numbers(&file, "plateau.metric");
    let plateau = ReduceOnPlateau::new();
    for (name, mut schedule) in [
        ("plateau", plateau.patience(2).factor(0.5)),
        ("plateau.cooldown", plateau.patience(1).factor(0.3).cooldown(3).min_lr(1e-3).threshold(0.05)),
        ("plateau.absolute", plateau.patience(0).factor(0.7).absolute_threshold(0.1).eps(1e-3)),
        ("plateau.max", plateau.patience(3).monitor(Monitor::TrainingAccuracy)),
    ] {
        let expected = numbers(&file, name);
        assert_eq!(expected.len(), metric.len() + 1, "{name}");
        assert_close(name, 0, schedule.rate(BASE, 0), expected[0]);
        for (epoch, (value, expected)) in metric.iter().zip(&expected[1..]).enumerate() {
            let measures =
                Measures { loss: *value, accuracy: Some(*value), validation_loss: None, validation_accuracy: None };
            schedule.observe(&measures);
            assert_close(name, epoch + 1, schedule.rate(BASE, epoch as u64 + 1), *expected);
        }
        assert!(expected[metric.len()] < 0.9 * BASE, "{name}: something happens");
    }
}
