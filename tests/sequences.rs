//! Networks over sequences, from the list to the file.

use static_nn::init::Rng;
use static_nn::layers::setting::bits;
use static_nn::layers::{Dense, EachStep};
use static_nn::prelude::*;
use static_nn::{BatchNorm, D2, Parameters, gradcheck, network};

network! {
    /// A label for every step.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Tagger {
        input: [6, 4],
        embed: Dense(5), Tanh,
        lstm: Lstm(4), LayerNorm, Dropout(p = 0.1),
        mix: Residual { Gru(4, bias = false), Dense(4), RmsNorm },
        label: Dense(3), LogSoftmax,
        output: [6, 3],
    }
}

const STEPS: usize = 5;
const FEATURES: usize = 3;

network! {
    /// One class of a sequence, whose sizes only rustc knows.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Classifier {
        input: [STEPS, FEATURES],
        Rnn(2 * FEATURES, nonlinearity = relu),
        Concat { { Gru({ 2 * FEATURES } -> 4), MaxOverTime }, { Dense(FEATURES), MeanOverTime }, { Last } },
        class: Dense(2),
    }
}

network! {
    /// Attention, of sizes that are known and of those that only rustc knows.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Attentive {
        input: [STEPS, 6],
        places: PositionalEncoding(learned = true),
        attention: SelfAttention(heads = 3),
        Residual { LayerNorm, SelfAttention(heads = 2, causal = true) },
        Dense({ 4 * FEATURES }), PositionalEncoding, SelfAttention(heads = FEATURES), Last,
    }
}

network! {
    #[derive(Clone)]
    pub struct Encoder { input: [8, 2], Dense(3), Softplus, Gru(3) }
}

network! {
    /// Networks of sequences inside of another, and before layers that only rustc can join to them.
    #[derive(Clone)]
    pub struct Nested {
        input: [16],
        Reshape([8, 2]),
        encoder: Encoder,
        Lstm(4),
        Concat { { LayerNorm }, {} },
        Reshape([4, 16]), Standardize, Softmax,
        MeanOverTime,
        Reshape([2, 4, 2]), Conv2d(2, kernel = 2),
        Flatten, Dense(2),
    }
}

/// Analytic gradients and differences agree to this relative error.
const TOLERANCE: f64 = 1e-6;
/// One sample and blocks differ by rounding alone.
const ROUNDING: f32 = 1e-5;

/// The forecast of a wave: its next value from the last ones.
fn waves(count: usize) -> (Vec<[[f32; 1]; 12]>, Vec<[f32; 1]>) {
    let wave = |i: usize, step: usize| (0.4 * (i * 5 % 37 + step) as f32).sin();
    let xs = (0..count).map(|i| core::array::from_fn(|step| [wave(i, step)])).collect();
    (xs, (0..count).map(|i| [wave(i, 12)]).collect())
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Forecast { input: [12, 1], lstm: Lstm(8), Last, next: Dense(1) }
}

fn assert_near(a: &[f32], b: &[f32]) {
    assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < ROUNDING), "{a:?} {b:?}");
}

#[test]
fn gradients_are_right_on_both_paths() {
    let samples = |seed: u64| {
        let mut rng = static_nn::init::Rng::new(seed);
        move || rng.normal()
    };
    let mut draw = samples(1);
    let xs: [[f64; 24]; 10] = core::array::from_fn(|_| core::array::from_fn(|_| draw()));
    let report = gradcheck::layer(&mut Tagger::<f64>::new(1), &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
    let xs: [[f64; 15]; 10] = core::array::from_fn(|_| core::array::from_fn(|_| draw()));
    let report = gradcheck::layer(&mut Classifier::<f64>::new(3), &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
    let xs: [[f64; 16]; 10] = core::array::from_fn(|_| core::array::from_fn(|_| draw()));
    let report = gradcheck::layer(&mut Nested::<f64>::new(2), &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
}

#[test]
fn both_paths_agree() {
    let net = Tagger::boxed(4);
    let xs: Vec<[[f32; 4]; 6]> = (0..37)
        .map(|i| core::array::from_fn(|t| core::array::from_fn(|f| ((i * 7 + t * 3 + f) as f32).sin())))
        .collect();
    let mut answers = vec![[[0.0; 3]; 6]; xs.len()];
    net.forward_batch(&xs, &mut answers).unwrap();
    for (x, answer) in xs.iter().zip(&answers) {
        assert_near(net.forward(x).as_flattened(), answer.as_flattened());
    }
}

#[test]
fn a_sequence_is_a_nested_array_or_flat() {
    let net = Forecast::new(1);
    let x: [[f32; 1]; 12] = core::array::from_fn(|step| [step as f32 / 12.0]);
    let flat: [f32; 12] = core::array::from_fn(|step| step as f32 / 12.0);
    assert_eq!(net.forward(&x).map(f32::to_bits), net.forward(&flat).map(f32::to_bits));
}

#[test]
fn fields_are_reached_through_the_steps() {
    let mut net = Tagger::zeroed();
    let _: &EachStep<Dense<f32, 4, 5>, D2<6, 4, 24>, D2<6, 5, 30>> = &net.embed;
    net.embed.weight[(4, 3)] = 1.0;
    net.lstm.weight_hh[(15, 3)] = 2.0;
    net.mix.gru1.weight_ih[(11, 3)] = 3.0;
    net.mix.dense1.bias[0] = 4.0;
    let mut names = Vec::new();
    <Tagger as Parameters<f32>>::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        names.push(format!("{} {:?}", tensor.name, tensor.dims));
    });
    assert_eq!(
        names,
        [
            "embed.weight [5, 4]",
            "embed.bias [5]",
            "lstm.weight_ih_l0 [16, 5]",
            "lstm.bias_ih_l0 [16]",
            "lstm.weight_hh_l0 [16, 4]",
            "lstm.bias_hh_l0 [16]",
            "layer_norm1.weight [4]",
            "layer_norm1.bias [4]",
            "mix.gru1.weight_ih_l0 [12, 4]",
            "mix.gru1.weight_hh_l0 [12, 4]",
            "mix.dense1.weight [4, 4]",
            "mix.dense1.bias [4]",
            "mix.rms_norm1.weight [4]",
            "label.weight [3, 4]",
            "label.bias [3]",
        ]
    );
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Deep {
        input: [4, 3],
        lstm: Lstm(4, layers = 3, bidirectional = true),
        gru: Gru(STEPS, layers = 2, bias = false),
        rnn: Rnn(3, bidirectional = true, nonlinearity = relu),
        MeanOverTime, class: Dense(2),
    }
}

#[test]
fn layers_stand_on_each_other_in_both_directions() {
    let mut names = Vec::new();
    <Deep as Parameters<f32>>::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        names.push(format!("{} {:?}", tensor.name, tensor.dims));
    });
    assert_eq!(names.len(), 3 * 2 * 4 + 2 * 2 + 2 * 4 + 2);
    for name in [
        "lstm.weight_ih_l0 [16, 3]",
        "lstm.bias_hh_l0_reverse [16]",
        "lstm.weight_ih_l2 [16, 8]",
        "lstm.weight_hh_l2_reverse [16, 4]",
        "gru.weight_ih_l0 [15, 8]",
        "gru.weight_ih_l1 [15, 5]",
        "rnn.weight_ih_l0_reverse [3, 5]",
        "class.weight [2, 6]",
    ] {
        assert!(names.iter().any(|found| found == name), "{name}: {names:?}");
    }
    let mut net = Deep::<f64>::new(5);
    net.as_mut_slice().iter_mut().for_each(|value| *value *= 2.0);
    let xs: [[f64; 12]; 10] = core::array::from_fn(|i| core::array::from_fn(|j| ((i * 12 + j * 5) as f64).sin()));
    let report = gradcheck::layer(&mut net, &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
    assert_eq!(Deep::PARAMETERS, Deep::boxed(1).as_slice().len());

    let path = std::env::temp_dir().join(format!("deep-{}.safetensors", std::process::id()));
    let net = Deep::boxed(3);
    net.save(&path).unwrap();
    let loaded = Deep::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded.unwrap(), net);
}

network! {
    /// Sizes that are the same, but not to the letter.
    pub struct Written {
        input: [2 * STEPS, FEATURES],
        Gru({ FEATURES } -> 2 * FEATURES),
        Residual { Dense({ FEATURES + 3 } -> FEATURES), Tanh, Dense(2 * 3) },
        Dense({ FEATURES * 2 } -> 2),
        output: [{ STEPS + 5 }, 2],
    }
}

#[test]
fn steps_are_those_of_the_whole_sequence() {
    let net = Written::boxed(1);
    let x: [[f32; 3]; 10] = core::array::from_fn(|t| core::array::from_fn(|f| ((t * 3 + f) as f32).sin()));
    let mut state = Written::state();
    assert_eq!(net.forward(&x), x.map(|frame| net.step(&mut state, &frame)));
}

#[test]
fn attention_is_a_layer_like_others() {
    let mut names = Vec::new();
    <Attentive as Parameters<f32>>::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        names.push(format!("{} {:?}", tensor.name, tensor.dims));
    });
    assert_eq!(
        names[..5],
        [
            "places.weight [5, 6]",
            "attention.in_proj_weight [18, 6]",
            "attention.in_proj_bias [18]",
            "attention.out_proj.weight [6, 6]",
            "attention.out_proj.bias [6]",
        ]
    );
    let mut net = Attentive::<f64>::new(5);
    // As PyTorch has it: biases begin at zero.
    assert!(net.attention.in_proj_bias.iter().chain(&net.attention.out_proj.bias).all(|bias| *bias == 0.0));
    assert!(net.attention.in_proj_weight.iter().all(|w| w.abs() <= 0.5) && net.attention.in_proj_weight.amax() > 0.45);
    net.as_mut_slice().iter_mut().for_each(|value| *value *= 2.0);
    let xs: [[f64; 30]; 10] = core::array::from_fn(|i| core::array::from_fn(|j| ((i * 30 + j * 5) as f64).sin()));
    let report = gradcheck::layer(&mut net, &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");

    let path = std::env::temp_dir().join(format!("attentive-{}.safetensors", std::process::id()));
    let net = Attentive::boxed(3);
    net.save(&path).unwrap();
    let loaded = Attentive::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded.unwrap(), net);
}

#[test]
fn the_summary_shows_both_extents() {
    let text = Tagger::summary().to_string();
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    for line in
        ["input [6, 4]", "embed Dense(4 -> 5) [6, 5] 25 120", "lstm Lstm(5 -> 4) [6, 4] 176 864", "LogSoftmax [6, 3]"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(Tagger::PARAMETERS, 25 + 16 * 9 + 32 + 8 + 12 * 8 + 20 + 4 + 15);
    let lstm = 6 * 16 * 9;
    let mix = 6 * (12 * 8 + 16 + 8);
    assert_eq!(Tagger::MACS, 6 * 20 + lstm + 6 * 12 + mix + 6 * 12);
}

#[test]
fn a_forecast_is_learned() {
    let (xs, ys) = waves(200);
    let mut net = Forecast::boxed(7);
    let before = evaluate(&*net, &xs, &ys, MeanSquaredError).unwrap().loss;
    let trainer = Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(30).batch_size(20).shuffle(1);
    trainer.fit(&mut net, &xs, &ys).unwrap();
    let after = evaluate(&*net, &xs, &ys, MeanSquaredError).unwrap().loss;
    assert!(after < before / 20.0, "{before} {after}");
}

#[test]
fn a_target_may_be_a_sequence() {
    let xs: Vec<[[f32; 4]; 6]> = (0..64)
        .map(|i| core::array::from_fn(|t| core::array::from_fn(|f| ((i * 7 + t * 3 + f) as f32).sin())))
        .collect();
    // The mean of the features so far: the state is needed.
    let ys: Vec<[[f32; 3]; 6]> = xs
        .iter()
        .map(|x| core::array::from_fn(|t| [x[..=t].iter().map(|step| step[0]).sum::<f32>() / (t + 1) as f32; 3]))
        .collect();
    let mut net = Every::boxed(2);
    let before = evaluate(&*net, &xs, &ys, MeanSquaredError).unwrap().loss;
    Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(60).batch_size(16).fit(&mut net, &xs, &ys).unwrap();
    let after = evaluate(&*net, &xs, &ys, MeanSquaredError).unwrap().loss;
    assert!(after < before / 5.0, "{before} {after}");
}

network! {
    pub struct Every { input: [6, 4], Gru(8), Dense(3) }
}

#[test]
fn what_is_saved_is_loaded() {
    let path = std::env::temp_dir().join(format!("sequences-{}.safetensors", std::process::id()));
    let net = Tagger::boxed(3);
    net.save(&path).unwrap();
    let loaded = Tagger::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded.unwrap(), net);
}

network! {
    /// The file holds what `boxed(11)` draws.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/data/sequences.safetensors")]
    pub struct Embedded {
        input: [5, 2],
        lstm: Lstm(3), Dense(2, bias = false), Tanh,
        back: Residual { rnn: Rnn(2, bias = false, nonlinearity = relu), norm: LayerNorm },
        Last, class: Dense(2),
    }
}

#[test]
fn weights_are_built_into_the_program() {
    assert_eq!(*Embedded::EMBEDDED, *Embedded::boxed(11));
}

network! {
    pub struct Started {
        input: [4, 2],
        #[init(zeros)]
        zeros: Gru(3),
        #[init(auto)]
        auto: Dense(3), Relu,
        #[init(constant(0.5))]
        #[frozen]
        frozen: Rnn(2),
        Last,
    }
}

#[test]
fn starting_values_are_chosen_and_frozen_layers_stay() {
    let mut net = Started::new(1);
    assert!(net.zeros.weight_ih.iter().chain(&net.zeros.weight_hh).all(|w| w.to_bits() == 0));
    assert!(net.frozen.weight_hh.iter().all(|w| (w - 0.5).abs() < f32::EPSILON));
    let before = net.frozen;
    let (xs, ys) = ([[[1.0, -1.0]; 4]; 3], [[0.25, -0.5]; 3]);
    Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(3).fit(&mut net, &xs, &ys).unwrap();
    assert_eq!(net.frozen, before);
}

/// Over the steps of sequences a feature is normalised as over so many samples.
#[test]
fn batch_normalisation_counts_every_step_as_a_sample() -> Result<(), static_nn::network::BatchError> {
    type Steps = BatchNorm<f64, 3, { bits(1e-5) }, { bits(0.1) }, D2<4, 3, 12>>;
    type Vectors = BatchNorm<f64, 3>;
    let mut rng = Rng::new(31);
    let xs: [[[f64; 3]; 4]; 21] =
        std::array::from_fn(|_| std::array::from_fn(|_| std::array::from_fn(|_| rng.normal())));
    let targets: [[[f64; 3]; 4]; 21] = xs.map(|x| x.map(|row| row.map(|value| (3.0 * value).sin())));
    let (mut steps, mut vectors) = (Steps::zeroed(), Vectors::zeroed());
    steps.as_mut_slice().fill_with(|| 0.5 + rng.uniform());
    vectors.as_mut_slice().copy_from_slice(steps.as_slice());
    let (mut of_steps, mut of_vectors) = (Workspace::with_batch(21), Workspace::with_batch(84));
    network::gradient_batch(&steps, &mut of_steps, &xs, &targets, MeanSquaredError)?;
    network::gradient_batch(&vectors, &mut of_vectors, xs.as_flattened(), targets.as_flattened(), MeanSquaredError)?;
    of_steps.update_statistics(&mut steps);
    of_vectors.update_statistics(&mut vectors);
    let close = |a: &[f64], b: &[f64]| assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12), "{a:?} {b:?}");
    close(&[of_steps.loss()], &[of_vectors.loss()]);
    close(of_steps.gradient().as_slice(), of_vectors.gradient().as_slice());
    close(steps.as_slice(), vectors.as_slice());
    for x in &xs {
        let answer = network::forward_with(&steps, &mut [], x);
        close(answer.as_flattened(), x.map(|row| network::forward_with(&vectors, &mut [], &row)).as_flattened());
    }
    Ok(())
}

/// What only training needs is not on the stack of an evaluation.
#[test]
fn an_evaluation_needs_little_memory() {
    network! {
        pub struct Large { input: [64, 8], Lstm(32), Residual { LayerNorm, Gru(32) }, Last, Dense(10) }
    }
    let net = Large::boxed(33);
    let x = [[0.5; 8]; 64];
    let same = net
        .forward(&x)
        .iter()
        .zip(&net.forward_with(&mut Large::scratch(), &x))
        .all(|(a, b)| a.to_bits() == b.to_bits());
    assert!(same);
    // Three seams of 64 steps, the state of the larger cell, and its gates of nine steps.
    const { assert!(Large::<f32>::FORWARD_BYTES <= 4 * (3 * 64 * 32 + 2 * 32 + 9 * 4 * 32)) }
    const { assert!(Large::<f32>::TRAIN_BYTES > 64 * 1024) }
}

/// Two blocks of samples take each step together where there are two. How many there are changes no bit.
#[test]
#[expect(clippy::cast_possible_truncation, reason = "a sample needs no double precision")]
fn a_gradient_is_the_same_whatever_the_workspace() {
    network! {
        pub struct Recurrent { input: [37, 2], Lstm(7), gru: Gru(5, bidirectional = true), Rnn(3), Dense(1) }
    }
    let mut rng = Rng::new(35);
    let xs: Vec<[[f32; 2]; 37]> = (0..100).map(|_| [(); 37].map(|()| [rng.normal() as f32, 0.5])).collect();
    let ys: Vec<[[f32; 1]; 37]> = xs.iter().map(|x| x.map(|[x, _]| [x.sin()])).collect();
    let net = Recurrent::boxed(36);
    for samples in [15, 33, 50, 100] {
        let run = |mut workspace: Workspace<f32, Recurrent>| {
            net.gradient_batch(&mut workspace, &xs[..samples], &ys[..samples], MeanSquaredError).unwrap();
            let bits: Vec<u32> = workspace.gradient().as_slice().iter().map(|value| value.to_bits()).collect();
            (workspace.loss().to_bits(), bits)
        };
        let first = run(Workspace::new());
        for room in [1, 17, 33, 100] {
            assert!(run(Workspace::with_batch(room)) == first, "{samples} samples, a workspace for {room}");
        }
    }
}
