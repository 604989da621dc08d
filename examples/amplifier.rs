//! An LSTM learns what an overdriven amplifier does to a guitar, and does it in real time.
//!
//! `cargo run --release --features plot --example amplifier` makes the sound and the amplifier, learns, and plays on; `-- --save DIR` keeps
//! what was learned as `amplifier.nam` and `amplifier.json`;
//! `cargo run --release --features plot --example amplifier -- --model FILE` plays with a file of Neural Amp Modeler (`.nam`) or `RTNeural`
//! (`.json`) instead, whose LSTM has 8 units.
//!
//! That a small recurrent network can stand for an amplifier, sample by sample, is shown in Wright, Damskägg and Välimäki, Real-time black-box
//! modelling with recurrent neural networks, 2019, and so is the measure: the energy of the error as a part of that of the sound
//! (error-to-signal ratio). The strings are those of Karplus and Strong, Digital synthesis of plucked-string and drum timbres, 1983.

mod support;

use std::env;
use std::error::Error;
use std::f32::consts::TAU;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use static_nn::Stream;
use static_nn::init::Rng;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::amp::Amp;
use support::{arguments, claim, nam, pictures, rtneural};

network! {
    /// A sample of sound in, a sample out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Amplifier {
        input: [WINDOW, 1],
        lstm: Lstm(UNITS),
        out: Dense(1),
    }
}

const UNITS: usize = 8;
/// After so much sound, 5 ms, there is a step of the training; the memory goes on to the next window of the note.
const WINDOW: usize = 256;
/// So many samples a sound card asks for at a time.
const BLOCK: usize = 64;
/// Samples a second.
const RATE: u32 = 48_000;

/// How many notes there are to learn from, and how many to be tested on.
const NOTES: [usize; 2] = [32, 12];
/// The windows of a note, which sounds for a quarter of a second.
const WINDOWS: usize = 48;
const NOTE: usize = WINDOWS * WINDOW;

/// The part of the sound's energy that the error may have: a thousandth.
const BOUND: f64 = 0.001;

const EPOCHS: usize = 40;
/// Decides the notes, the starting values and the order of the windows.
const SEED: u64 = 3;

/// What an earlier run has learned, in both forms.
const NAM: &str = include_str!("data/amplifier.nam");
const RTNEURAL: &str = include_str!("data/amplifier.json");

/// What the network remembers between two samples.
type Memory = <Amplifier as Stream<f32>>::State;

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    let [guitar, heard] = NOTES.map(|notes| play(&mut rng, notes));
    let [target, wanted] = [&guitar, &heard].map(|sound| amplify(sound));
    if let Some(file) = arguments::after("model", env::args_os().skip(1))? {
        let (net, memory) = put(&read(Path::new(&file))?)?;
        return stream(&net, memory, &heard, &wanted).map(drop);
    }

    let windows = |sound: &[f32]| -> Vec<[f32; WINDOW]> { sound.as_chunks().0.to_vec() };
    let (xs, ys) = (windows(&guitar), windows(&target));
    println!("{}\n\n{} notes of {WINDOWS} windows to learn from", Amplifier::summary(), NOTES[0]);
    let start = Instant::now();
    let mut net = Amplifier::new(SEED);
    let history = Trainer::new(MeanSquaredError, Adam::new(2e-2))
        .epochs(EPOCHS)
        .batch_size(16)
        .stateful(WINDOWS)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .progress()
        .fit(&mut net, &xs, &ys)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let (played, error) = stream(&net, Amplifier::<f32>::state(), &heard, &wanted)?;
    claim::check(error <= BOUND, || format!("the error has {error:.5} of the sound's energy, more than {BOUND}"))?;
    let curve = ratio(&curve(&guitar, &target, &heard), &wanted);
    println!("the best curve without a memory is off by {:.1} %", 100.0 * curve);
    claim::check(100.0 * error <= curve, || "a curve without a memory is nearly as good".to_owned())?;

    if let Some(directory) = arguments::after("save", env::args_os().skip(1))? {
        save(&net, Path::new(&directory))?;
    }

    let files = [
        (nam::parse(&serde_json::from_str(NAM)?)?, "amplifier.nam"),
        (rtneural::parse(&serde_json::from_str(RTNEURAL)?)?, "amplifier.json"),
    ];
    for (file, name) in files {
        let (net, memory) = put(&file)?;
        println!("\n{name}:");
        let (_, error) = stream(&net, memory, &heard, &wanted)?;
        claim::check(error <= BOUND, || format!("with {name} the error has {error:.5} of the sound's energy"))?;
    }

    let picture = Grid::new(1)
        .panel(loops(&net))
        .panel(waves(&heard, &wanted, &played))
        .panel(Chart::loss(&history).title("Learning").y_label("mean squared error").log_y())
        .picture()?;
    pictures::save("amplifier", &picture)
}

/// The network of a file, and what it remembers before the first sample.
fn put(amp: &Amp<UNITS, { 4 * UNITS }>) -> Result<(Amplifier, Memory), Box<dyn Error>> {
    if let Some(rate) = amp.sample_rate.filter(|rate| (rate - f64::from(RATE)).abs() >= 1.0) {
        return Err(format!("the file is for {rate} samples a second, and the sound has {RATE}").into());
    }
    let (mut net, mut memory) = (Amplifier::zeroed(), Amplifier::<f32>::state());
    amp.put(&mut net.lstm, &mut net.out);
    (memory.0.0, memory.0.1) = (amp.hidden, amp.cell);
    Ok((net, memory))
}

/// A file by how its name ends.
fn read(file: &Path) -> Result<Amp<UNITS, { 4 * UNITS }>, Box<dyn Error>> {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("nam") => nam::read(file),
        Some("json" | "aidax") => rtneural::read(file),
        _ => Err(format!("`{}` ends neither in `.nam` nor in `.json`", file.display()).into()),
    }
}

/// Writes what was learned. A file of Neural Amp Modeler begins with what a second of silence leaves in the memory.
fn save(net: &Amplifier, directory: &Path) -> Result<(), Box<dyn Error>> {
    let mut memory = Amplifier::<f32>::state();
    for _ in 0..RATE {
        net.step(&mut memory, &[0.0]);
    }
    let mut amp = Amp::of(&net.lstm, &net.out);
    (amp.hidden, amp.cell, amp.sample_rate) = (memory.0.0, memory.0.1, Some(RATE.into()));
    for (name, text) in [("amplifier.nam", nam::text(&amp)), ("amplifier.json", rtneural::text(&amp))] {
        let file: PathBuf = directory.join(name);
        fs::write(&file, text).map_err(|error| format!("could not write `{}`: {error}", file.display()))?;
        println!("saved: {}", file.display());
    }
    Ok(())
}

/// Plays block by block, as a sound card asks for it. Tells what was played, and the energy of the error as a part of that of the sound.
fn stream(
    net: &Amplifier,
    mut memory: Memory,
    heard: &[f32],
    wanted: &[f32],
) -> Result<(Vec<f32>, f64), Box<dyn Error>> {
    let mut played = vec![[0.0]; heard.len()];
    let mut seconds = 0.0;
    let allocated = allocation_counter::measure(|| {
        let start = Instant::now();
        for (x, y) in heard.chunks(BLOCK).zip(played.chunks_mut(BLOCK)) {
            net.stream(&mut memory, x.as_chunks().0, y);
        }
        seconds = start.elapsed().as_secs_f64();
    });
    let (played, sound) = (played.into_flattened(), heard.len() as f64 / f64::from(RATE));
    let error = ratio(&played, wanted);
    println!("{sound} s of sound in {:.1} ms: {:.0} times as fast as it is heard", 1e3 * seconds, sound / seconds);
    println!("{} allocations, {} bytes", allocated.count_total, allocated.bytes_total);
    println!("off by {:.3} % of the sound's energy", 100.0 * error);
    claim::check(allocated.count_total == 0, || "a stream allocates".to_owned())?;
    claim::check(seconds < sound, || "the network is slower than the sound".to_owned())?;
    Ok((played, error))
}

/// The energy of the error as a part of that of the sound.
fn ratio(answers: &[f32], wanted: &[f32]) -> f64 {
    let errors = answers.iter().zip(wanted).map(|(answer, wanted)| f64::from(answer - wanted).powi(2));
    errors.sum::<f64>() / wanted.iter().map(|wanted| f64::from(*wanted).powi(2)).sum::<f64>()
}

/// Notes and chords of two or three strings, soft and loud, each for a quarter of a second. Every fourth is a tone that dies away: it
/// shows the amplifier's bend at all heights, as do the tones from which amplifiers are measured.
fn play(rng: &mut Rng, notes: usize) -> Vec<f32> {
    let mut sound = Vec::with_capacity(notes * NOTE);
    for i in 0..notes {
        let root = 82.4 * 2.0_f64.powf(rng.below(30) as f64 / 12.0);
        // The root, its fifth and its octave.
        let strings = &[1.0, 1.5, 2.0][..=rng.below(3)];
        let loudness = 10.0_f64.powf(-rng.uniform());
        let mut note = vec![0.0; NOTE];
        if i % 4 == 3 {
            hum(root, &mut note);
        } else {
            for string in strings {
                pluck(rng, root * string, loudness / strings.len() as f64, &mut note);
            }
        }
        sound.extend(note);
    }
    sound
}

/// A tone that is loud at first.
#[expect(clippy::cast_possible_truncation, reason = "sound needs no double precision")]
fn hum(frequency: f64, sound: &mut [f32]) {
    for (i, sample) in sound.iter_mut().enumerate() {
        let t = i as f64 / f64::from(RATE);
        *sample = ((-12.0 * t).exp() * (f64::from(TAU) * frequency * t).sin()) as f32;
    }
}

/// A plucked string: what the pick has bent goes round a loop of one period, a little duller each time.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive length; sound needs no double precision"
)]
fn pluck(rng: &mut Rng, frequency: f64, loudness: f64, sound: &mut [f32]) {
    let period = (f64::from(RATE) / frequency - 0.5) as usize;
    let pick = 0.1 + 0.3 * rng.uniform();
    let mut bend = |i: usize| {
        let x = i as f64 / period as f64;
        let height = if x < pick { x / pick } else { (1.0 - x) / (1.0 - pick) };
        loudness * (2.0 * height - 1.0 + 0.03 * rng.normal())
    };
    let mut string: Vec<f64> = (0..period).map(&mut bend).collect();
    for (i, sample) in sound.iter_mut().enumerate() {
        let (here, next) = (i % period, (i + 1) % period);
        *sample += string[here] as f32;
        string[here] = 0.499 * (string[here] + string[next]);
    }
}

/// What there is to learn: a filter, a bend that is not the same up and down, and another filter.
fn amplify(sound: &[f32]) -> Vec<f32> {
    // How far a filter of one pole goes in a sample towards what it hears.
    let towards = |frequency: f32| 1.0 - (-TAU * frequency / RATE as f32).exp();
    let (mut bass, mut treble) = (0.0, 0.0);
    let amplify = |&x: &f32| {
        bass += towards(300.0) * (x - bass);
        let bent = (8.0 * (x - 0.8 * bass) + 0.4).tanh() - 0.4_f32.tanh();
        treble += towards(4_000.0) * (bent - treble);
        treble
    };
    sound.iter().map(amplify).collect()
}

/// What a curve makes of the sound, the best one for what was learned from: the mean of what came out for about as much as went in.
fn curve(guitar: &[f32], target: &[f32], heard: &[f32]) -> Vec<f32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place between 0 and 255")]
    let place = |x: f32| (128.0 + 128.0 * x).clamp(0.0, 255.0) as usize;
    let mut sums = [(0.0, 0.0); 256];
    for (x, y) in guitar.iter().zip(target) {
        let (count, sum) = &mut sums[place(*x)];
        (*count, *sum) = (*count + 1.0, *sum + y);
    }
    heard.iter().map(|x| sums[place(*x)]).map(|(count, sum)| if count > 0.0 { sum / count } else { 0.0 }).collect()
}

/// What comes out over what goes in, of tones of 220 Hz, loud and soft.
fn loops(net: &Amplifier) -> Chart {
    let period = RATE as usize / 220;
    let chart = Chart::new().title("Tones of 220 Hz, loud and soft").x_label("goes in").y_label("comes out");
    let named = [(0.8, ["the amplifier", "the LSTM"]), (0.3, [""; 2]), (0.1, [""; 2])];
    named.into_iter().fold(chart, |chart, (loudness, names)| {
        let tone: Vec<f32> = (0..8 * period).map(|i| loudness * (TAU * i as f32 / period as f32).sin()).collect();
        let mut memory = Amplifier::<f32>::state();
        let learned = tone.iter().map(|x| net.step(&mut memory, &[*x])[0]);
        let points = |sound: Vec<f32>| tone.iter().copied().zip(sound).skip(7 * period - 1).collect::<Vec<_>>();
        chart.curve(names[0], points(amplify(&tone))).curve(names[1], points(learned.collect())).dashed()
    })
}

/// A part of the sound that was not learned from.
fn waves(heard: &[f32], wanted: &[f32], played: &[f32]) -> Chart {
    let part = |sound: &[f32]| -> Vec<(f64, f32)> {
        let sound = &sound[6 * NOTE + 500..][..480];
        (0..).zip(sound).map(|(i, value)| (1e3 * f64::from(i) / f64::from(RATE), *value)).collect()
    };
    Chart::new()
        .title("Notes that were not learned from")
        .x_label("milliseconds")
        .curve("the guitar", part(heard))
        .curve("the amplifier", part(wanted))
        .curve("the LSTM", part(played))
        .dashed()
}
