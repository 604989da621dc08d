//! Every activation, forward, over 64 and 4096 values of one sample and over four blocks of 64 values, which are 4096 too: the library beside a plain
//! loop over the standard library's functions.
//!
//! `cargo bench -p benches --bench activations`

use std::array;
use std::hint::black_box;
use std::time::Duration;

use benches::Contender;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use static_nn::fearless_simd::dispatch;
use static_nn::{
    D1, Elu, Gelu, HardSigmoid, HardTanh, Layer, LeakyRelu, Number, Pass, Relu, Sigmoid, Silu, Softplus, Step, Tanh,
    kernels,
};

/// What lies side by side in a block.
type Lanes = <f32 as Number>::Lanes;

/// Values from -4 to 4, where no function has reached its limit.
fn values<const N: usize>() -> [f32; N] {
    array::from_fn(|i| 8.0 * i as f32 / N as f32 - 4.0)
}

/// The library's layer, one sample.
fn sample<L: Layer<f32, Input = D1<N>, Output = D1<N>> + 'static, const N: usize>(layer: L) -> Contender<'static> {
    let (x, mut y, level) = (values::<N>(), [0.0; N], kernels::level());
    Contender::new("static", move || {
        let (layer, x, y) = (black_box(&layer), black_box(&x), black_box(&mut y));
        dispatch!(level, simd => layer.forward(simd, x, y, &mut []));
    })
}

/// The library's layer, a run of blocks.
fn blocks<L: Layer<f32, Input = D1<N>, Output = D1<N>> + 'static, const N: usize>(
    layer: L,
    count: usize,
) -> Contender<'static> {
    let block: [Lanes; N] = values::<N>().map(|x| static_nn::scalar::Lanes32([x; <f32 as Number>::LANES]));
    let (x, mut y, pass) = (vec![block; count], vec![block; count], Pass::new(count * <f32 as Number>::LANES));
    Contender::new("blocks", move || {
        black_box(&layer).forward_blocks(&pass, black_box(&x), black_box(&mut y), &mut []);
    })
}

/// A loop.
fn plain<const N: usize>(f: impl Fn(f32) -> f32 + 'static) -> Contender<'static> {
    let (x, mut y) = (values::<N>(), [0.0; N]);
    Contender::new("loop", move || {
        for (y, x) in black_box(&mut y).iter_mut().zip(black_box(&x)) {
            *y = f(*x);
        }
    })
}

fn run(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, count: usize, contenders: [Contender<'_>; 2]) {
    group.throughput(Throughput::Elements(count as u64));
    for mut contender in contenders {
        let id = BenchmarkId::new(format!("{name} {count}"), contender.name());
        group.bench_function(id, |b| b.iter_custom(|times| contender.time(times)));
    }
}

/// One activation: the layer, and its formula.
macro_rules! activation {
    ($group:ident, $name:literal, $layer:expr, $formula:expr) => {
        run(&mut $group, $name, 64, [sample::<_, 64>($layer), plain::<64>($formula)]);
        run(&mut $group, $name, 4096, [sample::<_, 4096>($layer), plain::<4096>($formula)]);
        let mut contender = blocks::<_, 64>($layer, 4);
        $group.bench_function(BenchmarkId::new(concat!($name, " 4096"), "blocks"), |b| {
            b.iter_custom(|times| contender.time(times));
        });
    };
}

fn main() {
    let times =
        Criterion::default().warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(300));
    let mut criterion = times.sample_size(50).configure_from_args();
    let mut group = criterion.benchmark_group("activations");
    activation!(group, "ReLU", Relu::new(), |x| x.max(0.0));
    activation!(group, "LeakyReLU", LeakyRelu::new(0.01), |x| if x > 0.0 { x } else { 0.01 * x });
    activation!(group, "ELU", Elu::new(1.0), |x| if x > 0.0 { x } else { x.exp_m1() });
    activation!(group, "GELU", Gelu::exact(), |x| 0.5 * x * (1.0 + libm::erff(x * std::f32::consts::FRAC_1_SQRT_2)));
    activation!(group, "GELU (tanh)", Gelu::tanh(), |x| {
        0.5 * x * (1.0 + (0.797_884_6 * (x + 0.044_715 * x * x * x)).tanh())
    });
    activation!(group, "SiLU", Silu::new(), |x| x / (1.0 + (-x).exp()));
    activation!(group, "sigmoid", Sigmoid::new(), |x| 1.0 / (1.0 + (-x).exp()));
    activation!(group, "tanh", Tanh::new(), f32::tanh);
    activation!(group, "softplus", Softplus::new(), |x| x.max(0.0) + (-x.abs()).exp().ln_1p());
    activation!(group, "hard sigmoid", HardSigmoid::new(), |x| (x / 6.0 + 0.5).clamp(0.0, 1.0));
    activation!(group, "hard tanh", HardTanh::new(), |x| x.clamp(-1.0, 1.0));
    activation!(group, "step", Step::new(), |x| if x > 0.0 { 1.0 } else { 0.0 });
    group.finish();
    criterion.final_summary();
}
