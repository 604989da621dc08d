//! How the losses of many samples come together, and the settings of losses.

use std::string::ToString;
use std::vec::Vec;

use fearless_simd::Simd;

use super::{Classifier, classifier, clouds};
use crate::init::{Init, Rng, fill};
use crate::layer::{Layer, Record};
use crate::layers::Dense;
use crate::loss::{
    BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, CosineSimilarity, CrossEntropy, HalfMeanSquaredError, Hinge,
    Huber, KlDivergence, Loss, MeanAbsoluteError, MeanSquaredError, MultiMargin, SmoothL1, SumSquaredError,
};
use crate::network::{self, Workspace};
use crate::optim::{Adam, Sgd, State};
use crate::parameters::{Order, Parameters, Path, Role, Tensor};
use crate::shape::D1;
use crate::train::{Trainer, evaluate};

#[test]
fn the_settings_of_a_loss_are_checked_wherever_it_is_used() {
    let (xs, ys) = clouds(9, 1);
    let text = "`label_smoothing` is 1.5, but must be between 0 and 1";
    let loss = CrossEntropy.label_smoothing(1.5);
    let mut network = classifier(3);
    let error = Trainer::new(loss, Adam::new(0.05)).fit(&mut network, &xs, &ys).unwrap_err();
    assert_eq!(error.to_string(), text);
    assert_eq!(evaluate(&network, &xs, &ys, loss).unwrap_err().to_string(), text);
    let text = "the loss cannot be used: `class_weights` is -2, but must be finite numbers that are not negative";
    let (mut workspace, loss) = (Workspace::new(), CrossEntropy.class_weights([1.0, -2.0, 1.0]));
    let error = network::gradient_batch(&network, &mut workspace, &xs, &ys, loss).unwrap_err();
    assert_eq!(error.to_string(), text);
    let error = network::gradient(&network, &mut workspace, &xs[0], &ys[0], loss).unwrap_err();
    assert_eq!(error.to_string(), text);
    let (adam, mut state) = (Adam::new(0.05), State::new::<Classifier>(&Adam::new(0.05)));
    let error = network::train_step(&mut network, &mut workspace, &adam, &mut state, &xs, &ys, loss).unwrap_err();
    assert_eq!(error.to_string(), text);
    assert_eq!(network, classifier(3));
}

/// Sums of some hundred numbers around one, in `f32`.
const SUM: f64 = 1e-5;

fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < SUM * expected.abs().max(1.0), "{found} {expected}");
}

#[test]
fn a_weighted_mean_does_not_depend_on_how_the_samples_are_cut() {
    let (xs, ys) = clouds(301, 1);
    let loss = CrossEntropy.class_weights([0.25, 4.0, 1.0]).label_smoothing(0.1);
    let network = classifier(3);
    let mean = evaluate(&network, &xs, &ys, loss).unwrap().loss;
    // Steps of no length: every batch is measured with the same network.
    for batch in [1, 7, 301] {
        let trainer = Trainer::new(loss, Sgd::new(0.0)).batch_size(batch).shuffle(9);
        let epoch = trainer.fit(&mut { network }, &xs, &ys).unwrap().epochs[0];
        assert_near(epoch.loss, mean);
    }
    // The gradient of the whole from those of its samples, weighted and divided by hand.
    let mut workspace = Workspace::with_batch(16);
    let whole = *network::gradient_batch(&network, &mut workspace, &xs, &ys, loss).unwrap();
    assert_near(workspace.loss().into(), mean);
    let bits = |network: &Classifier| network.as_slice().iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    let other = *network::gradient_batch(&network, &mut Workspace::with_batch(512), &xs, &ys, loss).unwrap();
    assert_eq!(bits(&whole), bits(&other));
    let weight = |class: u8| [0.25, 4.0, 1.0][usize::from(class)];
    let total: f64 = ys.iter().map(|class| weight(*class)).sum();
    let mut sum = [0.0; Classifier::PARAMETERS];
    for (x, y) in xs.iter().zip(&ys) {
        let gradient = network::gradient(&network, &mut workspace, x, y, loss).unwrap();
        for (sum, slope) in sum.iter_mut().zip(gradient.as_slice()) {
            *sum += f64::from(*slope) * weight(*y) / total;
        }
    }
    for (found, expected) in whole.as_slice().iter().zip(sum) {
        assert_near(f64::from(*found), expected);
    }
}

#[test]
fn samples_without_weight_are_no_samples() {
    let (xs, ys) = clouds(90, 1);
    let loss = CrossEntropy.class_weights([1.0, 0.0, 1.0]);
    let network = classifier(3);
    let kept: (Vec<[f32; 2]>, Vec<u8>) = xs.iter().zip(&ys).filter(|(_, y)| **y != 1).unzip();
    let result = evaluate(&network, &xs, &ys, loss).unwrap();
    assert_near(result.loss, evaluate(&network, &kept.0, &kept.1, CrossEntropy).unwrap().loss);
    // None that counts: no loss, no step.
    let mut still = network;
    let history = Trainer::new(loss, Sgd::new(0.1)).fit(&mut still, &xs, &[1; 90]).unwrap();
    assert_eq!((still, history.epochs[0].loss.to_bits()), (network, 0));
}

#[test]
fn a_sum_over_a_batch_has_the_gradient_of_all_and_shows_the_mean() {
    let (xs, ys) = ([[1.0_f64], [2.0], [4.0]], [[2.0], [3.0], [9.0]]);
    let mut line = Dense::<f64, 1, 1>::zeroed_boxed();
    let history = Trainer::new(SumSquaredError, Sgd::new(0.01)).batch_size(8).fit(&mut line, &xs, &ys).unwrap();
    // From zero: loss = 4 + 9 + 81, dw = -2 (2 + 6 + 36), db = -2 (2 + 3 + 9).
    assert!((history.epochs[0].loss - 94.0 / 3.0).abs() < 1e-12);
    assert!((line.weight[0] - 0.88).abs() < 1e-12 && (line.bias[0] - 0.28).abs() < 1e-12);
    let (line, mut workspace) = (Dense::<f64, 1, 1>::zeroed_boxed(), Workspace::new());
    network::gradient_batch(&*line, &mut workspace, &xs, &ys, SumSquaredError).unwrap();
    assert!((workspace.loss() - 94.0).abs() < 1e-12);
}

/// A sigmoid of the input times a weight, value by value: a network whose outputs are probabilities.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
struct Certain {
    weight: [f64; 3],
}

// SAFETY: a transparent array of three scalars.
#[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
unsafe impl Parameters<f64> for Certain {
    const PARAMETERS: usize = 3;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let name = &name.join("weight");
        visit(&Tensor { name, dims: &[3], order: Order::RowMajor, role: Role::Weight, fan_in: 1, fan_out: 1 });
    }
}

impl Layer<f64> for Certain {
    type Input = D1<3>;
    type Output = D1<3>;

    fn forward<S: Simd>(&self, _: S, x: &[f64; 3], y: &mut [f64; 3], _: &mut [f64]) {
        for i in 0..3 {
            y[i] = 1.0 / (1.0 + libm::exp(-self.weight[i] * x[i]));
        }
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: Record<'_, [f64; 3], [f64; 3], f64>,
        dy: &[f64; 3],
        dx: Option<&mut [f64; 3]>,
        gradient: &mut Self,
        _: &mut [f64],
    ) {
        let ds: [f64; 3] = core::array::from_fn(|i| dy[i] * record.y[i] * (1.0 - record.y[i]));
        for (slope, (ds, x)) in gradient.weight.iter_mut().zip(ds.iter().zip(record.x)) {
            *slope += ds * x;
        }
        if let Some(dx) = dx {
            *dx = core::array::from_fn(|i| ds[i] * self.weight[i]);
        }
    }
}

/// Checks the gradient of the mean loss over some samples.
fn check_of<const IN: usize, N, Y, L>(network: &mut N, loss: &L, target: impl Fn(usize) -> Y)
where
    N: Layer<f64, Input = D1<IN>, Output = D1<3>>,
    Y: Sync,
    L: Loss<f64, D1<3>, Y>,
{
    let mut rng = Rng::new(4);
    let xs: Vec<[f64; IN]> = (0..19).map(|_| core::array::from_fn(|_| rng.normal())).collect();
    let targets: Vec<Y> = (0..19).map(target).collect();
    let report = crate::gradcheck::network(network, &xs, &targets, loss).unwrap();
    assert!(report.worst() < 1e-7, "{report}");
}

#[test]
fn every_loss_of_a_network_passes_its_gradient_check() {
    fn check<Y: Sync, L: Loss<f64, D1<3>, Y>>(loss: &L, target: impl Fn(usize) -> Y) {
        let mut network = *Dense::<f64, 2, 3>::zeroed_boxed();
        fill(&mut network, Init::Default, &mut Rng::new(3));
        check_of(&mut network, loss, target);
    }
    let numbers = |i: usize| [0.1, 0.7 * i as f64, -3.0];
    let bools = |i: usize| [i.is_multiple_of(2), i.is_multiple_of(3), true];
    check(&CrossEntropy.class_weights([0.5, 3.0, 1.0]), |i| i % 3);
    check(&CrossEntropy.class_weights([0.5, 3.0, 1.0]).label_smoothing(0.2), |_| [0.2, 0.5, 0.3]);
    check(&MultiMargin::default(), |i| i % 3);
    check(&KlDivergence, |_| [0.2, 0.5, 0.3]);
    check(&BinaryCrossEntropy.positive_weight(2.0), bools);
    check(&BinaryCrossEntropy.positive_weight(2.0), |_| [0.2, 1.0, 0.45]);
    check_of(&mut Certain { weight: [0.7, -1.2, 0.3] }, &BinaryCrossEntropyOfProbabilities, bools);
    check_of(&mut Certain { weight: [0.7, -1.2, 0.3] }, &BinaryCrossEntropyOfProbabilities, |_| [0.2, 1.0, 0.45]);
    check(&Hinge, bools);
    check(&MeanSquaredError, numbers);
    check(&HalfMeanSquaredError, numbers);
    check(&SumSquaredError, numbers);
    check(&MeanAbsoluteError, numbers);
    check(&Huber::default(), numbers);
    check(&SmoothL1::default(), numbers);
    check(&CosineSimilarity, numbers);
}
