//! Signals cut into windows: layers go on where the window before has left them, and gradients end with their window.
#![expect(clippy::float_cmp, reason = "the same bits")]

use static_nn::init::Rng;
use static_nn::network::{BatchError, StepError};
use static_nn::prelude::*;
use static_nn::train::TrainError;
use static_nn::{Loss, network};

network! {
    /// Layers that remember, on each other and beside each other.
    #[derive(Clone, Debug, PartialEq)]
    struct Memory {
        input: [5, 2],
        lstm: Lstm(3, layers = 2),
        sides: Concat { { Gru(2) }, { Dense(2), Rnn(2, nonlinearity = relu) }, {} },
        Residual { LayerNorm, Rnn(7) },
        out: Dense(2),
    }
}

type Window = [[f64; 2]; 5];

/// So many samples: more than a block, and no whole blocks.
const SAMPLES: usize = 11;

fn windows(rng: &mut Rng) -> Vec<Window> {
    (0..SAMPLES).map(|_| std::array::from_fn(|_| std::array::from_fn(|_| rng.normal()))).collect()
}

/// What the answers to a window come to if each sample goes on where `states` are; those are left at its end.
fn loss_of(
    net: &Memory<f64>,
    states: &mut [<Memory<f64> as static_nn::Stream<f64>>::State],
    xs: &[Window],
    ys: &[Window],
) -> f64 {
    let losses = states.iter_mut().zip(xs.iter().zip(ys)).map(|(state, (x, y))| {
        let mut answers = [[0.0; 2]; 5];
        net.stream(state, x, &mut answers);
        Loss::<f64, static_nn::D2<5, 2, 10>, Window>::value(&MeanSquaredError, &answers, y)
    });
    losses.sum::<f64>() / SAMPLES as f64
}

#[test]
fn the_gradient_of_a_window_takes_its_state_as_given() -> Result<(), BatchError> {
    let mut rng = Rng::new(3);
    let mut net = Memory::<f64>::new(5);
    net.as_mut_slice().iter_mut().for_each(|value| *value *= 1.5);
    let [first, second, third] = [(); 3].map(|()| [windows(&mut rng), windows(&mut rng)]);
    let mut workspace = Workspace::with_batch(SAMPLES).stateful();
    net.gradient_batch(&mut workspace, &first[0], &first[1], MeanSquaredError)?;
    let mut states = [Memory::<f64>::state(); SAMPLES];
    assert!((workspace.loss() - loss_of(&net, &mut states, &first[0], &first[1])).abs() < 1e-12);

    let begun = states;
    let gradient = net.gradient_batch(&mut workspace, &second[0], &second[1], MeanSquaredError)?.clone();
    assert!((workspace.loss() - loss_of(&net, &mut states, &second[0], &second[1])).abs() < 1e-12);
    for i in 0..Memory::PARAMETERS {
        const STEP: f64 = 1e-5;
        let at = |offset: f64| {
            let mut moved = net.clone();
            moved.as_mut_slice()[i] += offset;
            loss_of(&moved, &mut begun.clone(), &second[0], &second[1])
        };
        let (found, expected) = (gradient.as_slice()[i], (at(STEP) - at(-STEP)) / (2.0 * STEP));
        assert!((found - expected).abs() < 1e-6 * expected.abs().max(1.0), "{i}: {found} {expected}");
    }

    net.gradient_batch(&mut workspace, &third[0], &third[1], MeanSquaredError)?;
    assert!((workspace.loss() - loss_of(&net, &mut states, &third[0], &third[1])).abs() < 1e-12);
    workspace.reset_state();
    net.gradient_batch(&mut workspace, &third[0], &third[1], MeanSquaredError)?;
    let anew = loss_of(&net, &mut [Memory::<f64>::state(); SAMPLES], &third[0], &third[1]);
    assert!((workspace.loss() - anew).abs() < 1e-12);
    Ok(())
}

/// A window of which only the first steps are real leaves the state in which these have ended.
#[test]
fn a_window_that_ends_early_leaves_the_state_of_its_end() -> Result<(), BatchError> {
    let mut rng = Rng::new(37);
    let net = Memory::<f64>::new(41);
    let (mut xs, ys) = (windows(&mut rng), windows(&mut rng));
    let lengths: Vec<usize> = (0..SAMPLES).map(|_| 1 + rng.below(5)).collect();
    xs.iter_mut().zip(&lengths).for_each(|(x, length)| x[*length..].fill([f64::NAN; 2]));
    let padded = |xs: &[Window]| -> Vec<Padded<Window>> {
        xs.iter().zip(&lengths).map(|(x, length)| Padded { values: *x, length: *length }).collect()
    };
    let mut workspace = Workspace::with_batch(SAMPLES).stateful();
    let mut states = [Memory::<f64>::state(); SAMPLES];
    // Twice: what ends early may have gone on itself.
    for _ in 0..2 {
        net.gradient_batch(&mut workspace, &padded(&xs), &ys, EveryStep(MeanSquaredError))?;
        for ((state, x), length) in states.iter_mut().zip(&xs).zip(&lengths) {
            net.stream(state, &x[..*length], &mut [[0.0; 2]; 5]);
        }
    }
    let [xs, ys] = [(); 2].map(|()| windows(&mut rng));
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    assert!((workspace.loss() - loss_of(&net, &mut states, &xs, &ys)).abs() < 1e-12);
    Ok(())
}

#[test]
fn one_sample_and_answers_forget_the_state() -> Result<(), BatchError> {
    let mut rng = Rng::new(7);
    let (net, xs, ys) = (Memory::<f64>::new(9), windows(&mut rng), windows(&mut rng));
    let mut workspace = Workspace::with_batch(SAMPLES).stateful();
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    let first = workspace.loss();
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    assert_ne!(workspace.loss(), first);
    net.gradient(&mut workspace, &xs[0], &ys[0], MeanSquaredError)?;
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    assert_eq!(workspace.loss(), first);
    let short = Padded { values: xs[0], length: 3 };
    net.gradient(&mut workspace, &short, &ys[0], EveryStep(MeanSquaredError))?;
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    assert_eq!(workspace.loss(), first);
    net.forward_batch_with(&mut workspace, &xs, &mut [[[0.0; 2]; 5]; SAMPLES])?;
    net.gradient_batch(&mut workspace, &xs, &ys, MeanSquaredError)?;
    assert_eq!(workspace.loss(), first);
    Ok(())
}

#[test]
fn as_many_samples_go_on_as_have_ended() -> Result<(), BatchError> {
    let mut rng = Rng::new(11);
    let (net, xs, ys) = (Memory::<f64>::new(13), windows(&mut rng), windows(&mut rng));
    let mut workspace = Workspace::with_batch(8).stateful();
    let room = net.gradient_batch(
        &mut workspace,
        &[xs.clone(), xs.clone()].concat(),
        &[ys.clone(), ys.clone()].concat(),
        MeanSquaredError,
    );
    let room = room.unwrap_err();
    assert!(matches!(room, BatchError::StateRoom { samples: 22, room } if room < 22), "{room}");
    assert!(room.to_string().ends_with("make it with `Workspace::with_batch(22).stateful()`"));
    net.gradient_batch(&mut workspace, &xs[..4], &ys[..4], MeanSquaredError)?;
    let error = net.gradient_batch(&mut workspace, &xs[..3], &ys[..3], MeanSquaredError).unwrap_err();
    assert_eq!(error, BatchError::Windows { samples: 3, before: 4 });
    assert_eq!(error.to_string(), "3 samples cannot go on where 4 have ended: `reset_state` lets new ones begin");
    workspace.reset_state();
    net.gradient_batch(&mut workspace, &xs[..3], &ys[..3], MeanSquaredError)?;
    Ok(())
}

#[test]
fn a_trainer_takes_the_windows_of_signals_in_turn() -> Result<(), Box<dyn std::error::Error>> {
    const WINDOWS: usize = 3;
    let mut rng = Rng::new(17);
    // Five signals of three windows.
    let xs: Vec<Window> = windows(&mut rng).into_iter().chain(windows(&mut rng)).take(5 * WINDOWS).collect();
    let ys: Vec<Window> = windows(&mut rng).into_iter().chain(windows(&mut rng)).take(5 * WINDOWS).collect();
    let begun = Memory::<f64>::new(19);

    let mut by_hand = begun.clone();
    let (adam, mut workspace) = (Adam::new(0.01), Workspace::with_batch(2).stateful());
    let mut state = State::new::<Memory<f64>>(&adam);
    for _ in 0..2 {
        for signals in [vec![0, 1], vec![2, 3], vec![4]] {
            workspace.reset_state();
            for window in 0..WINDOWS {
                let of =
                    |all: &[Window]| signals.iter().map(|signal| all[signal * WINDOWS + window]).collect::<Vec<_>>();
                by_hand.train_step(&mut workspace, &adam, &mut state, &of(&xs), &of(&ys), MeanSquaredError)?;
            }
        }
    }
    let trainer = Trainer::new(MeanSquaredError, adam).epochs(2).batch_size(2).stateful(WINDOWS);
    let mut trained = begun.clone();
    trainer.fit(&mut trained, &xs, &ys)?;
    assert_eq!(trained, by_hand);
    assert_eq!(trainer.steps_per_epoch(15), 9);

    // Without the state it is something else; and in another order of the signals.
    let mut other = begun.clone();
    Trainer::new(MeanSquaredError, adam).epochs(2).batch_size(2).fit(&mut other, &xs, &ys)?;
    assert_ne!(other, trained);
    let mut shuffled = begun.clone();
    trainer.clone().shuffle(23).fit(&mut shuffled, &xs, &ys)?;
    assert_ne!(shuffled, trained);

    let mut untouched = begun.clone();
    let error = trainer.fit(&mut untouched, &xs[..14], &ys[..14]).unwrap_err();
    assert_eq!(error, TrainError::Windows { samples: 14, windows: 3 });
    let zero = Trainer::new(MeanSquaredError, adam).stateful(0).fit(&mut untouched, &xs, &ys).unwrap_err();
    assert!(matches!(zero, TrainError::Setting(error) if error.setting == "stateful"), "{zero}");
    assert_eq!(untouched, begun);
    Ok(())
}

#[test]
fn long_signals_are_learned_from_short_windows() -> Result<(), StepError> {
    network! {
        /// Tells whether the last mark was positive, long after its window.
        struct Latch { input: [4, 1], Gru(4), Dense(1) }
    }
    let mut rng = Rng::new(29);
    let mut net = Latch::new(31);
    let (adam, mut workspace) = (Adam::new(0.01), Workspace::with_batch(16).stateful());
    let mut state = State::new::<Latch>(&adam);
    let mut latched = [0.0_f32; 16];
    let mut losses = Vec::new();
    for step in 0..600 {
        if step % 20 == 0 {
            workspace.reset_state();
            latched = [0.0; 16];
        }
        let mut xs = [[[0.0_f32]; 4]; 16];
        let mut ys = [[[0.0_f32]; 4]; 16];
        for (signal, (x, y)) in xs.iter_mut().zip(&mut ys).enumerate() {
            for (x, y) in x.iter_mut().zip(y) {
                // A mark every twelve steps or so: three windows.
                if rng.uniform() < 1.0 / 12.0 {
                    x[0] = if rng.uniform() < 0.5 { -1.0 } else { 1.0 };
                    latched[signal] = x[0];
                }
                y[0] = latched[signal];
            }
        }
        losses.push(net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, MeanSquaredError)?);
    }
    let mean = losses[580..].iter().sum::<f32>() / 20.0;
    assert!(mean < 0.1, "{mean}");
    Ok(())
}
