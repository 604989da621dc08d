//! Tells three kinds of sound apart under noise, and then listens to a stream for them.
//!
//! `cargo run --release --features plot --example keyword`
//!
//! The sounds are made: a rising tone, a falling tone, and two short ones, of random pitch, length and loudness. The network hears them by
//! frames of 64 samples. Its convolutions are causal, so that no layer looks ahead: `forward` tells which word a clip ends with, and `step` gives
//! the same answers frame by frame, for as long as one likes. It is trained on clips alone. Zhang et al., Hello Edge: keyword spotting on
//! microcontrollers, 2017, compare small networks for this; one of convolutions with a recurrent layer behind them is among the best.

mod support;

use std::error::Error;
use std::f64::consts::{PI, TAU};
use std::process::ExitCode;
use std::time::Instant;

use static_nn::init::Rng;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Confusion, Grid, Images};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// A clip of sound, and which word it ends with.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Listener {
        input: [FRAMES, FRAME],
        conv1: Conv1d(32, kernel = 2, causal = true), Relu,
        conv2: Conv1d(24, kernel = 3, dilation = 2, causal = true), Relu,
        gru: Gru(24),
        Last,
        word: Dense(4),
    }
}

/// Samples a second.
const RATE: f64 = 8_000.0;
/// A frame is 8 ms.
const FRAME: usize = 64;
/// A clip is half a second.
const FRAMES: usize = 64;
/// The standard deviation of the noise; a word is from 0.3 to 1 loud.
const NOISE: f64 = 0.1;

/// The answers: nothing, or the word that has just ended.
const WORDS: [&str; 4] = ["nothing", "rising", "falling", "double"];
/// A word has just ended for so many frames, and no longer when so many have passed. What is between is not asked.
const JUST: usize = 8;
const OVER: usize = 16;

/// How many clips there are to learn from, and to be tested on. Three quarters of them end with a word.
const CLIPS: [usize; 2] = [3_000, 1_000];
/// The part of the test clips that the example promises to tell.
const GOAL: f64 = 0.95;

/// The words in the stream, how many of them must be heard, and how many may be heard that nobody said.
const SAID: usize = 100;
const HEARD: usize = 95;
const IMAGINED: usize = 10;
/// A word is heard when so many frames in a row say the same.
const SURE: usize = 5;

const EPOCHS: usize = 10;
/// Decides the sounds, the starting values and the order of the clips.
const SEED: u64 = 8;

type Frame = [f32; FRAME];
type Clip = [Frame; FRAMES];

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let start = Instant::now();
    let [(clips, answers), (tested, truth)] = CLIPS.map(|count| {
        let clips = (0..count).map(|i| (clip(&mut rng, i % 4), i % 4));
        clips.unzip::<Clip, usize, Vec<_>, Vec<_>>()
    });
    println!("{} clips in {:.2} s", clips.len(), start.elapsed().as_secs_f64());
    println!("{}\n\n{} clips to learn from, {} to be tested on", Listener::summary(), clips.len(), tested.len());
    let start = Instant::now();
    let mut net = Listener::boxed(SEED);
    Trainer::new(CrossEntropy, Adam::new(3e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .progress()
        .fit(&mut net, &clips, &answers)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let mut scores = vec![[0.0; 4]; tested.len()];
    Workspace::new().forward_batch(&*net, &tested, &mut scores)?;
    let confusion = ConfusionMatrix::of(&scores, &truth)?;
    let accuracy = confusion.accuracy().unwrap_or(0.0);
    println!("{:.1} % of the test clips are right", 100.0 * accuracy);

    // The last frame of a clip, taken one by one, gives the answer to the whole clip.
    let mut state = Listener::<f32>::state();
    let last = tested[0].iter().map(|frame| net.step(&mut state, frame)).last();
    claim::check(last == Some(net.forward(&tested[0])), || {
        "a stream answers otherwise than the whole clip".to_owned()
    })?;

    let (sound, said) = talk(&mut rng);
    let mut state = Listener::<f32>::state();
    let mut scores = vec![[0.0; 4]; sound.len()];
    let start = Instant::now();
    net.stream(&mut state, &sound, &mut scores);
    let (seconds, long) = (start.elapsed().as_secs_f64(), sound.len() as f64 * FRAME as f64 / RATE);
    let (heard, imagined) = compare(&reports(&scores), &said);
    println!("{long:.0} s of sound in {:.1} ms: {:.0} times as fast as it is heard", 1e3 * seconds, long / seconds);
    println!("{heard} of {SAID} words heard, {imagined} that nobody said");

    let picture = Grid::new(1)
        .panel(clips_of(&tested, &truth, &net))
        .panel(listening(&scores, &said))
        .panel(
            Confusion::new(&confusion).names(WORDS).title(format!("{:.1} % of the clips are right", 100.0 * accuracy)),
        )
        .picture()?;
    pictures::save("keyword", &picture)?;

    claim::check(accuracy >= GOAL, || {
        format!("{:.1} % is less than the {:.0} % that this example promises", 100.0 * accuracy, 100.0 * GOAL)
    })?;
    claim::check(heard >= HEARD && imagined <= IMAGINED, || {
        format!("{heard} words heard and {imagined} imagined: at least {HEARD} and at most {IMAGINED} were promised")
    })
}

/// Words one after the other with silence between, and in which frame each of them ends.
fn talk(rng: &mut Rng) -> (Vec<Frame>, Vec<(usize, usize)>) {
    let (mut sound, mut said) = (Sound::default(), Vec::new());
    for _ in 0..SAID {
        let word = 1 + rng.below(3);
        sound.silence(1_600 + rng.below(4_000));
        sound.say(rng, word);
        said.push((word, sound.samples.len() / FRAME));
    }
    sound.silence(2_000);
    (sound.frames(rng), said)
}

/// The words that are heard, and the frame in which the network is sure of each.
fn reports(scores: &[[f32; 4]]) -> Vec<(usize, usize)> {
    let (mut reports, mut before, mut same) = (Vec::new(), 0, 0);
    for (frame, answer) in scores.iter().map(|scores| argmax(scores)).enumerate() {
        same = if answer == before { same + 1 } else { 1 };
        before = answer;
        if answer > 0 && same == SURE {
            reports.push((answer, frame));
        }
    }
    reports
}

/// How many of the words that were said are reported at their end, and how many reports are of nothing, or a second one.
fn compare(reports: &[(usize, usize)], said: &[(usize, usize)]) -> (usize, usize) {
    let mut left = said.to_vec();
    for (report, frame) in reports {
        let about =
            |(word, end): &(usize, usize)| word == report && (end.saturating_sub(JUST)..end + OVER).contains(frame);
        if let Some(i) = left.iter().position(about) {
            left.swap_remove(i);
        }
    }
    let heard = said.len() - left.len();
    (heard, reports.len() - heard)
}

/// Clips of each kind, wrong answers first: low tones below, later ones to the right.
fn clips_of(clips: &[Clip], truth: &[usize], net: &Listener) -> Images {
    let answered = clips.iter().zip(truth).map(|(clip, truth)| (clip, *truth, net.predict(clip)));
    let (wrong, right): (Vec<_>, Vec<_>) = answered.partition(|(_, truth, answer)| truth != answer);
    let shown = wrong.into_iter().take(2).chain(right.into_iter().take(10)).take(10);
    let picture =
        Images::new(FRAMES, FRAME / 2).columns(5).title("What the clips end with, and what was heard").range(0.0, 8.0);
    shown.fold(picture, |picture, (clip, truth, answer)| picture.answer(&spectrum(clip), WORDS[truth], WORDS[answer]))
}

/// How much of each frequency there is in each frame, the highest first.
fn spectrum(clip: &Clip) -> Vec<f32> {
    let energy = |bin: usize, frame: &Frame| {
        let part = |wave: fn(f32) -> f32| -> f32 {
            let angle = |i: usize| std::f32::consts::TAU * (bin * i) as f32 / FRAME as f32;
            frame.iter().enumerate().map(|(i, sample)| sample * wave(angle(i))).sum()
        };
        part(f32::sin).hypot(part(f32::cos))
    };
    (0..FRAME / 2).rev().flat_map(|bin| clip.iter().map(move |frame| energy(bin, frame))).collect()
}

/// The probability of each word, frame by frame, and the words that were said.
fn listening(scores: &[[f32; 4]], said: &[(usize, usize)]) -> Chart {
    let seconds = |frame: usize| (frame * FRAME) as f64 / RATE;
    let probability =
        |scores: &[f32; 4], word: usize| scores[word].exp() / scores.iter().map(|score| score.exp()).sum::<f32>();
    let shown = 700;
    let said: Vec<_> = said.iter().filter(|(_, end)| *end < shown).collect();
    let words: Vec<usize> = said.iter().map(|(word, _)| word - 1).collect();
    let chart = Chart::new().title("Listening to a stream").x_label("seconds").y_label("probability");
    let chart = (1..4).fold(chart, |chart, word| {
        let curve = scores[..shown].iter().enumerate();
        chart.curve(WORDS[word], curve.map(|(frame, scores)| (seconds(frame), probability(scores, word))))
    });
    chart.classes(
        said.iter().map(|(_, end)| (seconds(*end), 1.1)),
        &words,
        WORDS[1..].iter().map(|word| format!("{word} was said")),
    )
}

/// Sound that is being made.
#[derive(Default)]
struct Sound {
    samples: Vec<f64>,
}

impl Sound {
    fn silence(&mut self, samples: usize) {
        self.samples.resize(self.samples.len() + samples, 0.0);
    }

    /// Adds a word of random length, pitch and loudness.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive number of samples")]
    fn say(&mut self, rng: &mut Rng, word: usize) {
        let mut between = |low: f64, high: f64| low * (high / low).powf(rng.uniform());
        let (seconds, loudness) = (between(0.12, 0.24), between(0.3, 1.0));
        let (pitch, bend) = (between(300.0, 800.0), between(1.6, 2.4));
        let count = (seconds * RATE) as usize;
        let mut phase = 0.0;
        for i in 0..count {
            let part = i as f64 / count as f64;
            // How much higher than the lowest pitch it is, and how far it is through its own tone.
            let (higher, part) = match word {
                1 => (part, part),
                2 => (1.0 - part, part),
                _ => (0.5, 2.5 * part % 1.5),
            };
            phase += TAU * pitch * bend.powf(higher) / RATE;
            // A tone swells and fades, so that nothing clicks.
            self.samples.push(loudness * (PI * part.min(1.0)).sin().sqrt() * phase.sin());
        }
    }

    /// All of it under noise.
    #[expect(clippy::cast_possible_truncation, reason = "sound needs no double precision")]
    fn frames(&self, rng: &mut Rng) -> Vec<Frame> {
        // As much noise as a normal distribution would make, and quicker.
        let wide = NOISE * 12.0_f64.sqrt();
        let noisy: Vec<f32> =
            self.samples.iter().map(|sample| (sample + wide * (rng.uniform() - 0.5)) as f32).collect();
        noisy.as_chunks().0.to_vec()
    }
}

/// Half a second that ends with a word, or with nothing: silence for long, or a word that has only begun.
fn clip(rng: &mut Rng, answer: usize) -> Clip {
    let mut sound = Sound::default();
    sound.silence(FRAMES * FRAME);
    if rng.below(2) == 0 {
        let word = 1 + rng.below(3);
        sound.say(rng, word);
    }
    if answer > 0 {
        sound.silence(1_000 + rng.below(2_000));
        sound.say(rng, answer);
        sound.silence(rng.below(JUST * FRAME));
    } else if rng.below(2) == 0 {
        sound.silence(OVER * FRAME + rng.below(3_000));
    } else {
        sound.silence(1_000 + rng.below(2_000));
        let begun = sound.samples.len();
        let word = 1 + rng.below(3);
        sound.say(rng, word);
        let all = sound.samples.len() - begun;
        sound.samples.truncate(begun + rng.below(3 * all / 4));
    }
    let skipped = sound.samples.len() - FRAMES * FRAME;
    sound.samples.drain(..skipped);
    let frames = sound.frames(rng);
    std::array::from_fn(|i| frames[i])
}
