//! Training in memory of the caller's: the same as in a workspace.

use static_nn::network::{BatchError, StepError, train_step_in};
use static_nn::optim::{Optimizer, State};
use static_nn::prelude::*;
use static_nn::{Loss, Parameters, Sample};

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Classifier { input: [3], fc1: Dense(7), LayerNorm, Tanh, Dropout(p = 0.3), fc2: Dense(4) }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Reader { input: [5], Embedding(9 -> 3), Gru(4), Last, Dense(2) }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Transferred { input: [2], #[frozen] fc1: Dense(40), Relu, fc2: Dense(2) }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Standardized { input: [2], norm: Standardize, Dense(3), Relu, Dense(1) }
}

/// A batch by blocks of samples adds in another order.
const ROUNDING: f64 = 1e-12;

/// Takes five steps either way from the same network, and compares the losses and the networks after each.
fn both_ways<N, X, Y, L>(net: &N, optimizer: &impl Optimizer, xs: &[X], ys: &[Y], loss: L)
where
    N: Network<f64> + Clone,
    X: Sample<f64, N::Input>,
    Y: Sync,
    L: Loss<f64, N::Output, Y> + Copy,
{
    let (mut whole, mut single) = (net.clone(), net.clone());
    let (mut workspace, mut state) = (Workspace::new(), State::new::<N>(optimizer));
    let (mut gradient, mut room, mut state_in) = (N::zeroed(), vec![f64::NAN; 4 * N::TRAIN_ROOM], state.clone());
    for _ in 0..5 {
        let a = whole.train_step(&mut workspace, optimizer, &mut state, xs, ys, loss).unwrap();
        let b = single.train_step_in(&mut gradient, &mut room, optimizer, &mut state_in, xs, ys, loss).unwrap();
        assert!((a - b).abs() <= ROUNDING * a.abs(), "{a} {b}");
        for (a, b) in whole.as_slice().iter().zip(single.as_slice()) {
            assert!((a - b).abs() <= ROUNDING * a.abs().max(1.0), "{a} {b}");
        }
        for (a, b) in workspace.gradient().as_slice().iter().zip(gradient.as_slice()) {
            assert!((a - b).abs() <= ROUNDING * a.abs().max(1.0), "{a} {b}");
        }
    }
    assert_ne!(whole.as_slice(), net.as_slice());
}

const XS: [[f64; 3]; 5] = [[0.1, 0.2, 0.3], [-1.0, 0.5, 0.0], [2.0, -0.3, 0.9], [0.4, 0.4, -0.4], [-0.2, 1.3, -0.7]];

#[test]
fn a_step_is_that_of_a_workspace_and_draws_the_same_numbers() {
    let net: Classifier<f64> = Network::new(3);
    both_ways(&net, &Sgd::new(0.1).momentum(0.9), &XS, &[0_usize, 3, 2, 1, 1], CrossEntropy);
    both_ways(&net, &AdamW::new(0.01), &XS, &[[0.5; 4]; 5], MeanSquaredError);
}

#[test]
fn losses_with_weights_and_sums_are_divided_alike() {
    let net: Classifier<f64> = Network::new(4);
    let weighted = CrossEntropy.class_weights([1.0, 2.0, 0.5, 3.0]);
    both_ways(&net, &Sgd::new(0.05), &XS, &[0_usize, 3, 2, 1, 1], weighted);
    both_ways(&net, &Sgd::new(0.01), &XS, &[[0.5; 4]; 5], SumSquaredError);
}

#[test]
fn words_are_learned_from() {
    let net: Reader<f64> = Network::new(5);
    both_ways(
        &net,
        &Adam::new(0.01),
        &[[1_u8, 2, 3, 4, 8], [0, 0, 7, 1, 2]],
        &[[0.1, 0.2], [0.3, -0.4]],
        MeanSquaredError,
    );
    let (mut net, mut gradient) = (net.clone(), Reader::<f64>::zeroed());
    let mut room = vec![0.0; <Reader<f64> as Network<f64>>::TRAIN_ROOM];
    let sgd = Sgd::new(0.1);
    let error = net
        .train_step_in(
            &mut gradient,
            &mut room,
            &sgd,
            &mut State::over([]),
            &[[9_u8; 5]],
            &[[0.0; 2]],
            MeanSquaredError,
        )
        .unwrap_err();
    assert!(matches!(error, StepError::Batch(BatchError::Vocabulary { vocabulary: 9, .. })), "{error}");
}

#[test]
fn what_a_declaration_freezes_stays_to_the_bit() {
    let net: Transferred<f64> = Network::new(6);
    let xs = [[0.5, 0.1], [0.3, -0.8], [0.9, 0.9]];
    both_ways(&net, &AdamW::new(0.01).weight_decay(0.1), &xs, &[0_usize, 1, 1], CrossEntropy);

    let (mut trained, mut gradient) = (net.clone(), net.clone());
    let needed = 40 * 3;
    let room = |length: usize| vec![0.0; length];
    let adamw = AdamW::new(0.01);
    let mut state = State::new::<Transferred<f64>>(&adamw);
    let mut step = |room: &mut [f64]| {
        trained.train_step_in(&mut gradient, room, &adamw, &mut state, &xs, &[0_usize, 1, 1], CrossEntropy)
    };
    let least = needed.max(<Transferred<f64> as Network<f64>>::TRAIN_ROOM);
    assert_eq!(step(&mut room(least - 1)), Err(StepError::Room { needed: least, found: least - 1 }));
    step(&mut room(least)).unwrap();
    assert_eq!(trained.fc1, net.fc1);
    assert_ne!(trained.fc2, net.fc2);
    assert!(gradient.fc1.as_slice().iter().all(|value| *value == 0.0));
}

#[test]
fn statistics_that_no_batch_changes_stay() {
    let mut net: Standardized<f64> = Network::new(7);
    net.as_mut_slice()[..4].copy_from_slice(&[0.5, -1.0, 2.0, 3.0]);
    both_ways(&net, &AdamW::new(0.01).weight_decay(0.1), &[[0.5, 0.1], [0.3, -0.8]], &[1.0, -1.0], MeanSquaredError);
}

#[test]
fn a_step_that_cannot_be_taken_changes_nothing() {
    type Net = static_nn::Dense<f64, 1, 1>;
    let (mut net, mut gradient, mut room) = (Net::zeroed(), Net::zeroed(), [0.0; 8]);
    let sgd = Sgd::new(0.1).momentum(0.5);
    let mut state = State::over([0.0; 2]);
    let mut step = |xs: &[[f64; 1]], ys: &[f64], room: &mut [f64]| {
        let before = (net, state.clone());
        let result = train_step_in(&mut net, &mut gradient, room, &sgd, &mut state, xs, ys, MeanSquaredError);
        assert_eq!(result.is_ok(), (&net, &state) != (&before.0, &before.1));
        result
    };
    assert_eq!(step(&[], &[], &mut room), Err(BatchError::Empty.into()));
    assert!(matches!(step(&[[1.0]], &[], &mut room), Err(StepError::Batch(BatchError::Length { .. }))));
    assert!(matches!(step(&[[f64::NAN]], &[1.0], &mut room), Err(StepError::NotFinite { what: "the loss", .. })));
    assert!(matches!(step(&[[1.0]], &[f64::INFINITY], &mut room), Err(StepError::Batch(BatchError::Target { .. }))));
    assert!(matches!(step(&[[1.0]], &[1.0], &mut room[..1]), Err(StepError::Room { found: 1, .. })));
    assert_eq!(step(&[[1.0]], &[1.0], &mut room), Ok(1.0));
}

/// A network in a static, as a machine without an allocator has it.
static ZEROS: Classifier = Classifier::zeros();

#[test]
fn a_network_of_zeros_is_a_constant() {
    assert!(ZEROS.as_slice().iter().all(|value| *value == 0.0));
}
