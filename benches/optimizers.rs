//! One step of an optimizer: the library beside a plain loop, and beside the limit, which reads and writes as much memory.
//!
//! `cargo bench -p benches --bench optimizers`

use std::hint::black_box;
use std::time::Duration;

use benches::baselines::loops;
use benches::data::RATE;
use benches::roofline::Update;
use benches::{Contender, Images, Points};
use criterion::{BenchmarkId, Criterion, Throughput};
use static_nn::optim::Optimizer;
use static_nn::{Adagrad, Adam, AdamW, Level, Lion, Nadam, RmsProp, Sgd, kernels};

/// What an optimizer changes.
struct Parameters {
    p: Vec<f32>,
    g: Vec<f32>,
    memory: Vec<f32>,
    step: u64,
}

impl Parameters {
    fn new(count: usize) -> Self {
        Self { p: vec![0.5; count], g: vec![0.25; count], memory: vec![0.0; 3 * count], step: 0 }
    }
}

/// One step by the library.
fn ours(optimizer: impl Optimizer + 'static, count: usize) -> Contender<'static> {
    let level: Level = kernels::level();
    let mut all = Parameters::new(count);
    Contender::new("static", move || {
        let Parameters { p, g, memory, step } = black_box(&mut all);
        *step += 1;
        let memory = &mut memory[..optimizer.runs() * count];
        optimizer.step(level, p, g, memory, *step);
    })
}

/// One step by a loop over parameters, gradient, and as many runs of the memory as it needs.
fn plain(
    mut step: impl FnMut(&mut [f32], &[f32], [&mut [f32]; 3], f32, i32) + 'static,
    count: usize,
) -> Contender<'static> {
    let mut all = Parameters::new(count);
    Contender::new("loop", move || {
        let Parameters { p, g, memory, step: steps } = black_box(&mut all);
        *steps += 1;
        let (m, rest) = memory.split_at_mut(count);
        let (v, largest) = rest.split_at_mut(count);
        step(p, g, [m, v, largest], black_box(1e-9), i32::try_from(*steps).unwrap_or(i32::MAX));
    })
}

/// What an optimizer with `RUNS - 1` runs of memory reads and writes.
fn limit<const RUNS: usize>(count: usize) -> Contender<'static> {
    let mut update = Update::<RUNS>::new(count);
    Contender::new("limit", move || update.run())
}

fn main() {
    let times =
        Criterion::default().warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_millis(600));
    let mut criterion = times.configure_from_args();
    let mut group = criterion.benchmark_group("optimizers");
    for count in [Points::PARAMETERS, Images::PARAMETERS] {
        group.throughput(Throughput::Elements(count as u64));
        let (momentum, amsgrad) = (Sgd::new(RATE).momentum(0.9), Adam::new(RATE).amsgrad(true));
        let mut product = 1.0;
        let nadam = move |p: &mut [f32], g: &[f32], [m, v, _]: [&mut [f32]; 3], rate: f32, step: i32| {
            loops::nadam(p, g, m, v, &mut product, rate, step);
        };
        let optimizers = [
            (
                "Sgd",
                [ours(Sgd::new(RATE), count), plain(|p, g, _, r, _| loops::sgd(p, g, r), count), limit::<1>(count)],
            ),
            (
                "momentum",
                [
                    ours(momentum, count),
                    plain(|p, g, [v, ..], r, _| loops::momentum(p, g, v, r), count),
                    limit::<2>(count),
                ],
            ),
            (
                "Adagrad",
                [
                    ours(Adagrad::new(RATE), count),
                    plain(|p, g, [s, ..], r, _| loops::adagrad(p, g, s, r), count),
                    limit::<2>(count),
                ],
            ),
            (
                "RmsProp",
                [
                    ours(RmsProp::new(RATE), count),
                    plain(|p, g, [v, ..], r, _| loops::rms_prop(p, g, v, r), count),
                    limit::<2>(count),
                ],
            ),
            (
                "Lion",
                [
                    ours(Lion::new(RATE), count),
                    plain(|p, g, [m, ..], r, _| loops::lion(p, g, m, r), count),
                    limit::<2>(count),
                ],
            ),
            (
                "Adam",
                [
                    ours(Adam::new(RATE), count),
                    plain(|p, g, [m, v, _], r, t| loops::adam(p, g, m, v, r, t), count),
                    limit::<3>(count),
                ],
            ),
            (
                "AdamW",
                [
                    ours(AdamW::new(RATE), count),
                    plain(|p, g, [m, v, _], r, t| loops::adamw(p, g, m, v, r, t), count),
                    limit::<3>(count),
                ],
            ),
            ("Nadam", [ours(Nadam::new(RATE), count), plain(nadam, count), limit::<3>(count)]),
            (
                "AMSGrad",
                [
                    ours(amsgrad, count),
                    plain(|p, g, [m, v, largest], r, t| loops::amsgrad(p, g, m, v, largest, r, t), count),
                    limit::<4>(count),
                ],
            ),
        ];
        for (name, contenders) in optimizers {
            for mut contender in contenders {
                let id = BenchmarkId::new(format!("{name} {count}"), contender.name());
                group.bench_function(id, |b| b.iter_custom(|times| contender.time(times)));
            }
        }
    }
    group.finish();
    criterion.final_summary();
}
