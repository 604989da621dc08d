//! PyTorch's numbers, and what can go wrong.

use super::*;
use crate::layers::Dense;
use crate::loss::MeanSquaredError;
use crate::parameters::Parameters;
use std::string::ToString;

/// Rounding that some thirty steps through a curved valley have made larger, relative to the loss.
const ROUNDING: f64 = 1e-6;

/// The function of Rosenbrock (1960), smallest at (1, 1).
fn rosenbrock<T: Scalar>(x: &[T], gradient: &mut [T]) -> f64 {
    let [x, y] = [x[0].to_f64(), x[1].to_f64()];
    let (slope, valley) = (1.0 - x, y - x * x);
    gradient[0] = T::from_f64(-400.0 * x * valley - 2.0 * slope);
    gradient[1] = T::from_f64(200.0 * valley);
    100.0 * valley * valley + slope * slope
}

/// PyTorch's LBFGS from (-1.2, 1), with `max_eval=1000`: steps, evaluations and loss at the end of some steps.
fn check_rosenbrock(history_size: usize, expected: &[(usize, usize, f64)]) {
    for &(steps, evaluations, loss) in expected {
        let mut x = [-1.2_f64, 1.0];
        let lbfgs = Lbfgs::new().max_iter(steps).max_eval(1000).history_size(history_size);
        let report = lbfgs.minimize_function(&mut x, rosenbrock).unwrap();
        assert_eq!((report.iterations, report.evaluations), (steps, evaluations));
        assert!((report.loss / loss - 1.0).abs() < ROUNDING, "{} is not {loss} after {steps}", report.loss);
        assert_eq!(rosenbrock(&x, &mut [0.0; 2]).to_bits(), report.loss.to_bits());
    }
}

#[test]
fn the_valley_is_that_of_pytorch() {
    check_rosenbrock(
        10,
        &[
            (1, 3, 4.146_927_102_567_213),
            (2, 4, 4.125_586_713_674_038),
            (5, 7, 4.084_955_376_327_375),
            (10, 12, 2.859_759_140_731_463),
            (20, 26, 0.242_062_875_204_809_87),
            (30, 38, 9.258_792_741_980_968e-4),
        ],
    );
}

#[test]
fn old_steps_are_forgotten_as_in_pytorch() {
    check_rosenbrock(
        2,
        &[
            (5, 7, 4.082_807_343_944_086),
            (10, 13, 2.480_640_549_674_153_5),
            (20, 26, 0.423_813_912_866_076_2),
            (30, 39, 3.968_307_386_759_623e-3),
        ],
    );
}

#[test]
fn the_end_is_found_in_both_scalars() {
    let mut x = [-1.2_f64, 1.0];
    let report = Lbfgs::new().minimize_function(&mut x, rosenbrock).unwrap();
    // PyTorch counts a 36th step, which it does not take.
    assert_eq!((report.iterations, report.evaluations, report.stop), (35, 44, Stop::Change));
    assert!((x[0] - 1.0).abs() < 1e-6 && (x[1] - 1.0).abs() < 2e-6, "{x:?}");
    let mut x = [-1.2_f32, 1.0];
    let report = Lbfgs::new().minimize_function(&mut x, rosenbrock).unwrap();
    assert!(report.converged() && (x[0] - 1.0).abs() < 1e-3, "{report:?} {x:?}");
}

#[test]
fn limits_are_kept() {
    let run = |lbfgs: Lbfgs| lbfgs.minimize_function(&mut [-1.2_f64, 1.0], rosenbrock).unwrap();
    let report = run(Lbfgs::new().max_iter(4));
    assert_eq!(
        (report.iterations, report.evaluations, report.stop, report.converged()),
        (3, 5, Stop::Evaluations, false)
    );
    let report = run(Lbfgs::new().max_iter(4).max_eval(100));
    assert_eq!((report.iterations, report.stop), (4, Stop::Iterations));
    let report = run(Lbfgs::new().tolerance_grad(1e3));
    assert_eq!((report.iterations, report.evaluations, report.stop), (0, 1, Stop::Gradient));
}

/// A line search that may not go on has changed nothing, and says why it ended.
#[test]
fn evaluations_may_run_out_within_a_line_search() {
    let mut x = [0.001_f64];
    let parabola = |x: &[f64], gradient: &mut [f64]| {
        gradient[0] = 200.0 * x[0];
        100.0 * x[0] * x[0]
    };
    let report = Lbfgs::new().max_iter(1).minimize_function(&mut x, parabola).unwrap();
    assert_eq!((report.stop, report.converged()), (Stop::Evaluations, false), "{report:?}");
    assert_eq!(report.loss.to_bits(), parabola(&x, &mut [0.0]).to_bits());
    assert!(report.loss <= 1e-4, "{report:?}");
    // With more of them the end is found.
    let report = Lbfgs::new().max_iter(1).max_eval(20).minimize_function(&mut x, parabola).unwrap();
    assert!(report.loss < 1e-8 && report.stop != Stop::Evaluations, "{report:?}");
}

#[test]
fn a_minimum_is_left_as_it_is() {
    let mut x = [1.0_f64, 1.0];
    let report = Lbfgs::new().minimize_function(&mut x, rosenbrock).unwrap();
    let expected = Report { loss: 0.0, gradient: 0.0, iterations: 0, evaluations: 1, stop: Stop::Gradient };
    assert_eq!((report, x), (expected, [1.0, 1.0]));
    let report = Lbfgs::new().minimize_function::<f64>(&mut [], |_, _| 7.0).unwrap();
    assert_eq!((report.loss.to_bits(), report.stop), (7.0_f64.to_bits(), Stop::Gradient));
}

#[test]
fn what_is_not_finite_from_the_start_is_refused() {
    let mut x = [1.0_f64];
    let error = Lbfgs::new().minimize_function(&mut x, |_, _| f64::NAN).unwrap_err();
    assert_eq!(error.to_string(), "the loss is NaN at the start: a sample or a parameter is not finite, or too large");
    let infinite = |_: &[f64], gradient: &mut [f64]| {
        gradient[0] = f64::INFINITY;
        1.0
    };
    let error = Lbfgs::new().minimize_function(&mut x, infinite).unwrap_err();
    assert_eq!(error, LbfgsError::NotFinite { what: "the gradient", value: f64::INFINITY });
    assert_eq!(x.map(f64::to_bits), [1.0_f64.to_bits()]);
}

/// The logarithm does not exist beyond zero, where the first full step would lead.
#[test]
fn a_loss_that_is_not_finite_further_on_shortens_the_step() {
    let mut x = [0.05_f64];
    let barrier = |x: &[f64], gradient: &mut [f64]| {
        gradient[0] = 3.0 - 1.0 / x[0];
        3.0 * x[0] - x[0].ln()
    };
    let report = Lbfgs::new().minimize_function(&mut x, barrier).unwrap();
    assert!(report.converged() && (x[0] - 1.0 / 3.0).abs() < 1e-6, "{report:?} {x:?}");
}

#[test]
fn settings_out_of_range_are_refused() {
    let refused = |lbfgs: Lbfgs| {
        let LbfgsError::Setting(error) = lbfgs.minimize_function(&mut [1.0_f64], |_, _| panic!()).unwrap_err() else {
            panic!("another error")
        };
        error.setting
    };
    assert_eq!(Lbfgs::default().check(), Ok(()));
    assert_eq!(refused(Lbfgs::new().max_iter(0)), "max_iter");
    assert_eq!(refused(Lbfgs::new().max_eval(0)), "max_eval");
    assert_eq!(refused(Lbfgs::new().history_size(0)), "history_size");
    assert_eq!(refused(Lbfgs::new().tolerance_grad(f64::NAN)), "tolerance_grad");
    assert_eq!(refused(Lbfgs::new().tolerance_change(-1.0)), "tolerance_change");
}

#[test]
fn a_network_that_cannot_be_trained_is_left_as_it_is() {
    let mut net = Dense::<f64, 1, 1>::zeroed();
    net.weight[0] = 0.5;
    let (before, mut workspace) = (net, Workspace::new());
    let mut minimize = |xs: &[[f64; 1]], ys: &[[f64; 1]]| {
        let error = Lbfgs::new().minimize(&mut net, &mut workspace, xs, ys, MeanSquaredError).unwrap_err();
        assert_eq!(net, before);
        error
    };
    assert_eq!(minimize(&[], &[]), LbfgsError::Batch(BatchError::Empty));
    let length = BatchError::Length { samples: 1, others: 2, what: "targets" };
    assert_eq!(minimize(&[[1.0]], &[[1.0], [1.0]]), LbfgsError::Batch(length));
    assert!(matches!(minimize(&[[f64::NAN]], &[[1.0]]), LbfgsError::NotFinite { what: "the loss", .. }));
}
