//! Networks over words: whole numbers that an `Embedding` looks up.
#![expect(clippy::float_cmp, reason = "the same bits")]

use static_nn::network::{self, BatchError, StepError};
use static_nn::optim::State;
use static_nn::prelude::*;
use static_nn::train::{Set, TrainError};
use static_nn::{D2, Embedding, Layer, SVector, gradcheck};

network! {
    /// Which of two kinds of words a text has more of.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Text { input: [6], words: Embedding(10 -> 4), gru: Gru(5), Last, kind: Dense(2) }
}

const VOCABULARY: usize = 9;
const WIDTH: usize = 3;
const STEPS: usize = 5;

network! {
    /// The same words in two tables, of sizes that only rustc knows.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Twice {
        input: [STEPS],
        Concat { { near: Embedding(VOCABULARY -> WIDTH) }, { Embedding(7 -> 2), Dense(4), Tanh } },
        SelfAttention(heads = 1), MeanOverTime, Dense(1),
    }
}

network! {
    /// Another network that begins with words.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Outer { input: [6], text: Text, Tanh, Dense(2) }
}

/// One sample and blocks differ by rounding alone.
const ROUNDING: f32 = 1e-5;
/// Analytic gradients and differences agree to this relative error.
const TOLERANCE: f64 = 1e-6;

/// Texts of six words of ten.
#[expect(clippy::cast_possible_truncation, reason = "below ten")]
fn texts(count: usize) -> Vec<[u8; 6]> {
    (0..count).map(|i| std::array::from_fn(|t| ((i * 7 + t * t * 3 + i * i * t) % 10) as u8)).collect()
}

#[test]
fn words_are_rows_of_the_table() {
    let net = Text::new(1);
    let table: &Embedding<f32, 10, 4, 6, D2<6, 4, 24>> = &net.words;
    let y = network::forward_with(table, &mut [], &[3_u8, 0, 9, 9, 1, 2]);
    assert_eq!(y, [3, 0, 9, 9, 1, 2].map(|word: usize| net.words.weight[word]));
    assert_eq!(Text::PARAMETERS, 40 + 15 * (4 + 5 + 2) + 12);
    assert_eq!(<Text as Layer<f32>>::VOCABULARY, Some(10));
    assert_eq!(<Twice as Layer<f32>>::VOCABULARY, Some(7));
    assert_eq!(<Outer as Layer<f32>>::VOCABULARY, Some(10));
}

#[test]
fn whole_numbers_of_every_type_are_the_same_words() {
    let net = Outer::boxed(2);
    let words = [4_u8, 0, 9, 1, 1, 7];
    let y = net.forward(&words.map(f32::from));
    assert_eq!(y, net.forward(&words));
    assert_eq!(y, net.forward(&words.map(u16::from)));
    assert_eq!(y, net.forward(&words.map(u32::from)));
    let parsed = words.map(|word| word.to_string().parse().unwrap());
    assert_eq!(y, net.forward::<[f32; 6]>(&parsed));
    assert_eq!(y, net.forward(&SVector::from(words.map(f32::from))));
    assert_eq!(y, net.forward(&Box::new(words)));
    assert_eq!(y, net.forward_with(&mut Outer::scratch(), &words));
    assert_eq!(net.forward(&[4.0, 0.0, 9.0, 1.0, 1.0, 7.0]), y);
}

#[test]
fn gradients_are_right_on_both_paths() {
    let xs: Vec<[u8; 6]> = texts(19);
    let report = gradcheck::layer(&mut Text::<f64>::new(1), &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
    let xs: Vec<[u16; STEPS]> = xs.iter().map(|x| std::array::from_fn(|t| u16::from(x[t] % 7))).collect();
    let report = gradcheck::layer(&mut Twice::<f64>::new(3), &xs, 1);
    assert!(report.worst() < TOLERANCE, "{report}");
    let (xs, ys) = (texts(19), [[0.3, -0.7]; 19]);
    let report = gradcheck::network(&mut Outer::<f64>::new(3), &xs, &ys, MeanSquaredError).unwrap();
    assert!(report.worst() < TOLERANCE, "{report}");
}

network! {
    /// The next word after each.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Writer {
        input: [12],
        words: Embedding(10 -> 6), Residual { LayerNorm, Gru(6) }, Dropout(p = 0.2), next: Dense(10),
    }
}

network! {
    /// Two tables of one stream.
    pub struct Pair { input: [6], Concat { { Embedding(5 -> 3) }, { Embedding(4 -> 2), Tanh } }, Rnn(3) }
}

#[test]
fn a_stream_takes_one_word_at_a_time() {
    let (net, x) = (Writer::new(4), std::array::from_fn::<f32, 12, _>(|t| ((t * t + 3) % 10) as f32));
    let mut state = Writer::<f32>::state();
    let steps = x.map(|word| net.step(&mut state, &[word]));
    assert_eq!(steps, net.forward(&x));
    let mut all = [[0.0; 10]; 12];
    net.stream(&mut Writer::<f32>::state(), &x.map(|word| [word]), &mut all);
    assert_eq!(all, steps);
    assert!(net.step(&mut state, &[10.0]).iter().all(|y| y.is_nan()));

    let (net, x) = (Pair::new(4), [3.0, 0.0, 2.0, 1.0, 1.0, 3.0]);
    let mut state = Pair::<f32>::state();
    assert_eq!(x.map(|word| net.step(&mut state, &[word])), net.forward(&x));

    let (net, x) = (Text::new(4), [4.0, 0.0, 9.0, 1.0, 1.0, 7.0]);
    let mut state = Text::<f32>::state();
    let steps = x.map(|word| net.step(&mut state, &[word]));
    assert_eq!(steps[5], net.forward(&x));
}

fn assert_near(a: &[f32], b: &[f32]) {
    assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < ROUNDING), "{a:?} {b:?}");
}

#[test]
fn both_paths_agree_whatever_the_type() {
    let (net, xs) = (Outer::boxed(4), texts(37));
    let scalars: Vec<[f32; 6]> = xs.iter().map(|x| x.map(f32::from)).collect();
    let (mut ys, mut of_scalars) = (vec![[0.0; 2]; 37], vec![[0.0; 2]; 37]);
    net.forward_batch(&xs, &mut ys).unwrap();
    net.forward_batch(&scalars, &mut of_scalars).unwrap();
    assert_eq!(ys, of_scalars);
    xs.iter().zip(&ys).for_each(|(x, y)| assert_near(&net.forward(x), y));

    let (mut workspace, targets) = (Workspace::new(), vec![1_u8; 37]);
    let of_scalars = net.gradient_batch(&mut workspace, &scalars, &targets, CrossEntropy).unwrap().clone();
    assert_eq!(*net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap(), of_scalars);
    let mut mean = vec![0.0; Outer::PARAMETERS];
    for (x, target) in xs.iter().zip(&targets) {
        let gradient = net.gradient(&mut workspace, x, target, CrossEntropy).unwrap();
        mean.iter_mut().zip(gradient.as_slice()).for_each(|(mean, gradient)| *mean += gradient / 37.0);
    }
    assert_near(&mean, of_scalars.as_slice());
}

#[test]
fn a_gradient_reaches_the_words_that_occur_and_no_others() {
    let (net, mut workspace) = (Text::boxed(1), Workspace::new());
    let gradient = net.gradient(&mut workspace, &[3_u8, 3, 0, 9, 9, 9], &0_u8, CrossEntropy).unwrap();
    for (word, row) in gradient.words.weight.iter().enumerate() {
        assert_eq!(row.iter().any(|g| *g != 0.0), [0, 3, 9].contains(&word), "{word}");
    }
    let dx = net.input_gradient(&mut workspace, &[3_u8, 3, 0, 9, 9, 9], &0_u8, CrossEntropy).unwrap();
    assert_eq!(*dx, [0.0; 6]);
}

#[test]
fn no_cut_of_a_batch_changes_a_bit() {
    let (net, xs, targets) = (Text::boxed(1), texts(300), vec![0_u8; 300]);
    let whole = net.gradient_batch(&mut Workspace::new(), &xs, &targets, CrossEntropy).unwrap().clone();
    for room in [1, 16, 48] {
        let mut workspace = Workspace::with_batch(room);
        assert_eq!(*net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap(), whole, "{room}");
    }
}

#[test]
fn what_is_no_word_gives_nan() {
    let net = Text::boxed(1);
    for wrong in [10.0, -1.0, 2.5, 1e30, f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let mut y = network::forward_with(&net.words, &mut [], &[1.0, 2.0, wrong, 0.0, -0.0, 9.0]);
        assert!(y[2].iter().all(|y| y.is_nan()), "{wrong}");
        y[2] = net.words.weight[0];
        assert_eq!(y, [1, 2, 0, 0, 0, 9].map(|word: usize| net.words.weight[word]));
        let mut xs: Vec<[f32; 6]> = texts(20).iter().map(|x| x.map(f32::from)).collect();
        xs[18][3] = wrong;
        let mut ys = vec![[0.0; 2]; 20];
        net.forward_batch(&xs, &mut ys).unwrap();
        for (i, y) in ys.iter().enumerate() {
            assert_eq!(y.iter().all(|y| y.is_nan()), i == 18, "{wrong} {i}");
        }
    }
}

network! {
    /// As many words as there can be.
    pub struct Large { input: [1], Embedding(16777216 -> 1), Last }
}

#[test]
fn a_number_beyond_the_scalar_is_no_other_word() {
    let mut net = Large::zeroed_boxed();
    net.embedding1.weight[(1 << 24) - 1][0] = 5.0;
    assert_eq!(net.forward(&[(1_u32 << 24) - 1]), [5.0]);
    for beyond in [1 << 24, (1 << 24) + 1, (1 << 25) - 1, u32::MAX] {
        assert!(net.forward(&[beyond])[0].is_nan(), "{beyond}");
    }
}

#[test]
fn data_that_is_no_words_is_refused() {
    let mut net = Text::boxed(1);
    let before = net.clone();
    let (mut xs, ys) = (texts(20).iter().map(|x| x.map(u32::from)).collect::<Vec<_>>(), [1_u8; 20]);
    xs[17][4] = 16_777_217;
    let mut workspace = Workspace::new();
    let (place, value, vocabulary) = (4, 16_777_217.0, 10);
    let error = net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap_err();
    assert_eq!(error, BatchError::Vocabulary { sample: 17, place, value, vocabulary });
    assert_eq!(error.to_string(), "value 4 of sample 17 is 16777217, but the network takes whole numbers from 0 to 9");
    let alone = BatchError::Vocabulary { sample: 0, place, value, vocabulary };
    assert_eq!(net.gradient(&mut workspace, &xs[17], &1_u8, CrossEntropy).unwrap_err(), alone);
    assert_eq!(net.input_gradient(&mut workspace, &xs[17], &1_u8, CrossEntropy).unwrap_err(), alone);
    let (adam, mut state) = (Adam::new(0.1), State::new::<Text>(&Adam::new(0.1)));
    let step = net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, CrossEntropy);
    assert_eq!(step, Err(StepError::Batch(error)));

    let trainer = Trainer::new(CrossEntropy, Adam::new(0.1));
    let refused = trainer.fit(&mut net, &xs, &ys).unwrap_err();
    let of = |set| TrainError::Vocabulary { set, sample: 17, place, value, vocabulary };
    assert_eq!(refused, of(Set::Training));
    assert_eq!(
        refused.to_string(),
        "value 4 of sample 17 of the training set is 16777217, but the network takes whole numbers from 0 to 9"
    );
    let refused = trainer.validation(&xs, &ys).fit(&mut net, &xs[..16], &ys[..16]).unwrap_err();
    assert_eq!(refused, of(Set::Validation));
    assert_eq!(evaluate(&net, &xs, &ys, CrossEntropy).unwrap_err(), of(Set::Evaluation));
    let halves = [[0.0, 1.0, 2.5, 0.0, 0.0, 0.0]];
    let error = net.gradient_batch(&mut workspace, &halves, &[0_u8], CrossEntropy).unwrap_err();
    assert_eq!(error.to_string(), "value 2 of sample 0 is 2.5, but the network takes whole numbers from 0 to 9");
    assert_eq!(net, before);
}

#[test]
fn words_are_learned() {
    // Which of the words below five and of those above there are more.
    let xs = texts(400);
    let ys: Vec<u8> = xs.iter().map(|x| u8::from(x.iter().filter(|word| **word < 5).count() > 3)).collect();
    let mut net = Text::boxed(7);
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-2)).epochs(30).batch_size(20).shuffle(1);
    trainer.validation(&xs[300..], &ys[300..]).fit(&mut net, &xs[..300], &ys[..300]).unwrap();
    let accuracy = evaluate(&net, &xs, &ys, CrossEntropy).unwrap().accuracy.unwrap();
    assert!(accuracy > 0.95, "{accuracy}");
}

#[test]
fn a_table_begins_with_normal_numbers() {
    network! { struct Wide { input: [1], words: Embedding(500 -> 40), Last } }
    let net = Wide::boxed(3);
    let weights = net.words.weight.as_flattened();
    let mean = weights.iter().sum::<f32>() / weights.len() as f32;
    let variance = weights.iter().map(|w| w * w).sum::<f32>() / weights.len() as f32;
    // 20,000 draws: five standard deviations of the mean, and of the variance.
    assert!(mean.abs() < 0.036 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
}

#[test]
fn what_is_saved_is_loaded() {
    let path = std::env::temp_dir().join(format!("words-{}.safetensors", std::process::id()));
    let net = Twice::boxed(3);
    net.save(&path).unwrap();
    let loaded = Twice::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded.unwrap(), net);
}
