//! Forecasts a sum of two waves under noise, and goes on by itself with what it has forecast.
//!
//! `cargo run --release --features plot --example sine_lstm`
//!
//! Without noise such a sum follows from its last four values by a linear recursion, for ever. With noise that recursion fails: factors that
//! are fitted to inexact values come out too small (Fuller, Measurement error models, 1987), and its waves die down. A recurrent layer can
//! weigh all that it has heard. Here an LSTM (Hochreiter and Schmidhuber, Long short-term memory, 1997) learns to tell the next value of a noisy
//! series, hears more of the series, and then nothing but its own answers, for four periods of the slow wave. It promises to come nearer to the
//! wave behind the noise than the recursion, and nearly as near as a linear forecast of 32 values, which for waves is hard to beat.

mod support;

use std::error::Error;
use std::f64::consts::TAU;
use std::process::ExitCode;
use std::time::Instant;

use nalgebra::{SMatrix, SVector};
use static_nn::init::Rng;
use static_nn::plot::{Chart, Grid};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// The next value after each of those before.
    pub struct Forecast {
        input: [WINDOW, 1],
        lstm: Lstm(24),
        next: Dense(1),
    }
}

/// How much of the series is a sample of the training.
const WINDOW: usize = 64;
/// The steps of the slow wave; the fast one has no period in common with it.
const PERIOD: usize = 25;
/// The standard deviation of what is added to each value. The wave itself has one of 0.79.
const NOISE: f64 = 0.1;

const TRAIN: usize = 1_200;
const TEST: usize = 1_000;
/// Steps without anything to hear.
const FREE: usize = 4 * PERIOD;
/// After how many values of the test the networks are left to themselves.
const STARTS: [usize; 12] = [200, 260, 320, 380, 440, 500, 560, 620, 680, 740, 800, 860];
/// How many values the linear forecasts see: as many as are enough without noise, and many more.
const FEW: usize = 4;
const MANY: usize = 32;

/// How far the forecasts may be from the wave, one step ahead and left to themselves (root mean squared errors).
const ONE_STEP: f64 = 0.06;
const FREE_RUNNING: f64 = 0.1;

const EPOCHS: usize = 60;
/// Decides the noise, the starting values and the order of the windows.
const SEED: u64 = 5;

fn main() -> ExitCode {
    claim::exit(run())
}

/// The wave behind the noise.
fn wave(step: usize) -> f64 {
    let t = TAU * step as f64 / PERIOD as f64;
    t.sin() + 0.5 * (2.3 * t + 1.0).sin()
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    #[expect(clippy::cast_possible_truncation, reason = "the network computes in single precision")]
    let series: Vec<[f32; 1]> = (0..TRAIN + TEST).map(|step| [(wave(step) + NOISE * rng.normal()) as f32]).collect();
    let (learned, heard) = series.split_at(TRAIN);

    let windows = learned.windows(WINDOW + 1);
    let (xs, ys): (Vec<[_; WINDOW]>, Vec<[_; WINDOW]>) =
        windows.map(|window| (std::array::from_fn(|i| window[i]), std::array::from_fn(|i| window[i + 1]))).unzip();
    println!("{}\n\n{} windows of {WINDOW} steps to learn from", Forecast::summary(), xs.len());
    let start = Instant::now();
    let mut net = Forecast::new(SEED);
    Trainer::new(MeanSquaredError, Adam::new(5e-3))
        .epochs(EPOCHS)
        .batch_size(32)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .progress()
        .fit(&mut net, &xs, &ys)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let (few, many) = (linear::<FEW>(learned)?, linear::<MANY>(learned)?);
    println!("off by            one step ahead  left to themselves");
    let [lstm, by_few, by_many, by_last] = [
        Errors::of("LSTM", heard, |heard, free| left_alone(&net, heard, free)),
        Errors::of("4 values", heard, |heard, free| recursion(few.as_slice(), heard, free)),
        Errors::of("32 values", heard, |heard, free| recursion(many.as_slice(), heard, free)),
        Errors::of("the last value", heard, |heard, free| recursion(&[1.0], heard, free)),
    ];

    let [first, ..] = STARTS;
    let (from, to) = (first - 2 * PERIOD, first + FREE);
    let part = |forecasts: &[f64]| (from..to).zip(forecasts[from - 1..to - 1].to_vec()).collect::<Vec<_>>();
    let chart = Chart::new()
        .title(format!("Heard until step {first}, and left alone from there"))
        .x_label("step")
        .curve("the wave", (from..to).map(|step| (step, wave(TRAIN + step))))
        .curve("LSTM", part(&left_alone(&net, &heard[..first], FREE)))
        .curve("4 values", part(&recursion(few.as_slice(), &heard[..first], FREE)))
        .dashed()
        .points("heard", (from..first).map(|step| (step, heard[step][0])));
    let growth = [&lstm, &by_few, &by_many, &by_last].into_iter().fold(
        Chart::new()
            .title(format!("Off from the wave, over {} starts", STARTS.len()))
            .x_label("steps left alone")
            .y_label("root mean squared error")
            .log_y(),
        |chart, errors| chart.line(errors.name, &errors.by_step),
    );
    pictures::save("sine_lstm", &Grid::new(1).panel(chart).panel(growth).picture()?)?;

    claim::check(lstm.one_step <= ONE_STEP && lstm.free <= FREE_RUNNING, || {
        format!(
            "the LSTM is off by {:.3} one step ahead and by {:.3} by itself: more than {ONE_STEP} and {FREE_RUNNING}",
            lstm.one_step, lstm.free
        )
    })?;
    for dull in [by_few, by_last] {
        claim::check(2.0 * lstm.one_step <= dull.one_step && 4.0 * lstm.free <= dull.free, || {
            format!("the LSTM is hardly better than a forecast by {}", dull.name)
        })?;
    }
    Ok(())
}

/// How far a forecast is from the wave.
struct Errors {
    name: &'static str,
    /// One step ahead.
    one_step: f64,
    /// Over all steps by itself.
    free: f64,
    /// For each of these steps.
    by_step: Vec<f64>,
}

impl Errors {
    /// `forecast` is given what is heard, and how many steps to go on by itself; it tells the next value after each of all these steps.
    fn of(name: &'static str, heard: &[[f32; 1]], forecast: impl Fn(&[[f32; 1]], usize) -> Vec<f64>) -> Self {
        let error = |step: usize, forecast: f64| (forecast - wave(TRAIN + step)).powi(2);
        let mean = |squares: &[f64]| squares.iter().sum::<f64>() / squares.len() as f64;
        // What is forecast after the first values rests on too few of them.
        let ahead = forecast(heard, 0);
        let ahead: Vec<f64> = (MANY..heard.len()).map(|step| error(step, ahead[step - 1])).collect();
        let free = STARTS.map(|start| {
            let answers = forecast(&heard[..start], FREE);
            (start..start + FREE).map(|step| error(step, answers[step - 1])).collect::<Vec<f64>>()
        });
        let by_step: Vec<f64> = (0..FREE).map(|i| mean(&free.each_ref().map(|errors| errors[i]))).collect();
        let (one_step, free) = (mean(&ahead).sqrt(), mean(&by_step).sqrt());
        println!("{name:16}  {one_step:14.3}  {free:18.3}");
        Self { name, one_step, free, by_step: by_step.into_iter().map(f64::sqrt).collect() }
    }
}

/// What the network forecasts after each value that is heard, and then after each of its own forecasts.
fn left_alone(net: &Forecast, heard: &[[f32; 1]], free: usize) -> Vec<f64> {
    let (mut state, mut next) = (Forecast::<f32>::state(), [0.0]);
    let step = |i: usize| {
        next = net.step(&mut state, heard.get(i).unwrap_or(&next));
        f64::from(next[0])
    };
    (0..heard.len() + free).map(step).collect()
}

/// The same with a sum of the last values, the newest of which has the first factor.
fn recursion(factors: &[f64], heard: &[[f32; 1]], free: usize) -> Vec<f64> {
    let (mut known, mut next) = (Vec::new(), 0.0);
    let step = |i: usize| {
        known.push(heard.get(i).map_or(next, |[value]| f64::from(*value)));
        next = factors.iter().zip(known.iter().rev()).map(|(factor, value)| factor * value).sum();
        next
    };
    (0..heard.len() + free).map(step).collect()
}

/// The factors of the last values whose sum comes nearest to the next one (least squares).
fn linear<const LAGS: usize>(series: &[[f32; 1]]) -> Result<SVector<f64, LAGS>, Box<dyn Error>> {
    let (mut products, mut targets) = (SMatrix::<f64, LAGS, LAGS>::zeros(), SVector::<f64, LAGS>::zeros());
    for window in series.windows(LAGS + 1) {
        let x = SVector::<f64, LAGS>::from_fn(|lag, _| f64::from(window[LAGS - 1 - lag][0]));
        products += x * x.transpose();
        targets += x * f64::from(window[LAGS][0]);
    }
    Ok(products.cholesky().ok_or("the series is too regular for a linear forecast")?.solve(&targets))
}
