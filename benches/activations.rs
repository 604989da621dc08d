//! Every activation, forward, over 64 and 4096 values of one sample and over four blocks of 64 values, which are 4096 too: the library beside a plain
//! loop over the standard library's functions.
//!
//! `cargo bench -p benches --bench activations`

use std::array;
use std::hint::black_box;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::time::Duration;

use benches::Contender;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};
use static_nn::fearless_simd::dispatch;
use static_nn::kernels::pointwise::{Formula, Real};
use static_nn::{D1, Layer, Number, Pass, kernels};

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

/// A number with the functions of the standard library, and the error function of `libm`.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Plain(f32);

macro_rules! operators {
    ($($Operator:ident $name:ident),*) => {
        $(impl $Operator for Plain {
            type Output = Self;

            fn $name(self, other: Self) -> Self {
                Self(self.0.$name(other.0))
            }
        })*
    };
}

operators! { Add add, Sub sub, Mul mul, Div div }

impl Neg for Plain {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Real for Plain {
    #[expect(clippy::cast_possible_truncation, reason = "a constant of a formula is rounded once")]
    fn from_f64(value: f64) -> Self {
        Self(value as f32)
    }

    fn exp(self) -> Self {
        Self(self.0.exp())
    }

    fn exp_m1(self) -> Self {
        Self(self.0.exp_m1())
    }

    fn ln_1p(self) -> Self {
        Self(self.0.ln_1p())
    }

    fn tanh(self) -> Self {
        Self(self.0.tanh())
    }

    fn erfc(self) -> Self {
        Self(libm::erfcf(self.0))
    }
}

/// A loop over the formula.
fn plain<const N: usize>(function: impl Formula + 'static) -> Contender<'static> {
    let (x, mut y) = (values::<N>(), [0.0; N]);
    Contender::new("loop", move || {
        for (y, x) in black_box(&mut y).iter_mut().zip(black_box(&x)) {
            *y = function.formula(Plain(*x)).0;
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

/// Every activation: the layer, and its formula.
macro_rules! activations {
    ($(
        $(#[$doc:meta])*
        $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
    )*) => {
        fn all(group: &mut BenchmarkGroup<'_, WallTime>) {
            $($({
                let name = match stringify!($constructor) {
                    "new" => stringify!($Name).to_owned(),
                    form => format!("{} ({form})", stringify!($Name)),
                };
                let formula = kernels::pointwise::$Name::$constructor($($default)?);
                let short = static_nn::$Name::<D1<64>>::$constructor($($default)?);
                let long = static_nn::$Name::<D1<4096>>::$constructor($($default)?);
                run(group, &name, 64, [sample(short), plain::<64>(formula)]);
                run(group, &name, 4096, [sample(long), plain::<4096>(formula)]);
                let mut contender = blocks(short, 4);
                group.bench_function(BenchmarkId::new(format!("{name} 4096"), "blocks"), |b| {
                    b.iter_custom(|times| contender.time(times));
                });
            })*)*
        }
    };
}

kernels::for_each_function! { activations }

fn main() {
    let times =
        Criterion::default().warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(300));
    let mut criterion = times.sample_size(50).configure_from_args();
    let mut group = criterion.benchmark_group("activations");
    all(&mut group);
    group.finish();
    criterion.final_summary();
}
