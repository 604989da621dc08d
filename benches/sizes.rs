//! Whether any size is much slower than its neighbour, or slower than static nalgebra by hand.
//!
//! `cargo bench -p benches --bench sizes`
//!
//! Sizes stand around every border that a kernel may have: vectors, pairs and quadruples of them, tiles, blocks of samples.

use std::hint::black_box;

use benches::baselines::nalgebra::Batch;
use benches::data::{RATE, SEED, classes, samples};
use benches::{Contender, alternate, record};
use serde_json::json;
use static_nn::init::Rng;
use static_nn::network::forward_with;
use static_nn::prelude::*;
use static_nn::{Dense, Layer, SVector, network};

network! {
    /// 64-64-10.
    pub struct Small { input: [64], Dense(64), Relu, Dense(10) }
}

/// The largest ratio of neighbours that is no cliff.
const CLIFF: f64 = 1.5;
/// The largest batch.
const BATCH: usize = 200;
/// Turns of everybody at first, and when two are compared again.
const ROUNDS: [usize; 2] = [15, 101];

/// One size: the library, and nalgebra by hand.
struct Size {
    n: usize,
    ours: Contender<'static>,
    by_hand: Contender<'static>,
}

/// One dense layer, one sample.
fn dense<const IN: usize, const OUT: usize>(n: usize) -> Size {
    let mut layer = Dense::<f32, IN, OUT>::zeroed_boxed();
    layer.init(&mut Rng::new(SEED));
    let (same, x) = (layer.clone_boxed(), samples::<IN>(1)[0]);
    let column = SVector::from(x);
    Size {
        n,
        ours: Contender::new("", move || forward_with(black_box(&*layer), &mut [], black_box(&x))),
        by_hand: Contender::new("", move || {
            let Dense { weight, bias } = black_box(&*same);
            weight * black_box(&column) + bias
        }),
    }
}

/// All sizes of one chain: `dense!(n to n)`, `dense!(64 to n)`, `dense!(n to 64)`.
macro_rules! dense {
    (@ $chain:tt $($n:literal)*) => { vec![$(dense!(@one $chain $n)),*] };
    (@one (n to n) $n:literal) => { dense::<$n, $n>($n) };
    (@one (n to 64) $n:literal) => { dense::<$n, 64>($n) };
    (@one (64 to n) $n:literal) => { dense::<64, $n>($n) };
    ($from:tt to $to:tt) => {
        dense!(@ ($from to $to)
            1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
            47 48 49 63 64 65 66 79 80 81 95 96 97 111 112 113 127 128 129 130 191 192 193 255 256 257 258 299 300)
    };
}

/// A batch forward.
fn forward_batch(n: usize) -> Size {
    let (net, xs) = (Small::boxed(SEED), samples::<64>(n));
    let mut by_hand = Batch::new(&[64, 64, 10], n, net.as_slice());
    let (mut workspace, mut ys, columns) = (Workspace::new(), vec![[0.0; 10]; n], xs.clone());
    Size {
        n,
        ours: Contender::new("", move || {
            net.forward_batch_with(&mut workspace, black_box(&xs), &mut ys).expect("a batch");
            black_box(&ys);
        }),
        by_hand: Contender::new("", move || {
            black_box(by_hand.forward(black_box(&columns)));
        }),
    }
}

/// A training step.
#[expect(clippy::cast_possible_truncation, reason = "a learning rate")]
fn train_step(n: usize) -> Size {
    let (mut net, xs, classes, adam) = (Small::boxed(SEED), samples::<64>(n), classes(n, 10), Adam::new(RATE));
    let mut by_hand = Batch::new(&[64, 64, 10], n, net.as_slice());
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Small>(&adam));
    let (columns, classes_too) = (xs.clone(), classes.clone());
    Size {
        n,
        ours: Contender::new("", move || {
            let (xs, classes) = (black_box(&xs), black_box(&classes));
            net.train_step(&mut workspace, &adam, &mut state, xs, classes, CrossEntropy).expect("a step")
        }),
        by_hand: Contender::new("", move || {
            by_hand.train_step(black_box(&columns), black_box(&classes_too), RATE as f32)
        }),
    }
}

/// A pair that is worse than it should be: how much, and at which size.
struct Worst {
    ratio: f64,
    n: usize,
}

/// Times all sizes of a chain, prints them, and says which is the worst against its neighbour and against nalgebra.
fn report(chain: &str, sizes: Vec<Size>) {
    println!("\n{chain}\n{:>6}{:>12}{:>12}{:>8}", "n", "static", "nalgebra", "ratio");
    let numbers: Vec<usize> = sizes.iter().map(|size| size.n).collect();
    let mut contenders: Vec<_> = sizes.into_iter().flat_map(|size| [size.ours, size.by_hand]).collect();
    let times = alternate(&mut contenders, ROUNDS[0]);
    // Whatever looks bad is measured again, alone.
    let mut again = |a: usize, b: usize, limit: f64| {
        let ratio = times[a] / times[b];
        if ratio <= limit {
            return ratio;
        }
        let mut pair = contenders.get_disjoint_mut([a, b]).expect("two contenders");
        let times = alternate(&mut pair, ROUNDS[1]);
        times[0] / times[1]
    };
    let (mut cliff, mut slower) = (Worst { ratio: 1.0, n: 0 }, Worst { ratio: 0.0, n: 0 });
    let (mut cliffs, mut behind) = (Vec::new(), Vec::new());
    for (i, &n) in numbers.iter().enumerate() {
        let mut marks = String::new();
        let by_hand = again(2 * i, 2 * i + 1, 1.0);
        if by_hand > slower.ratio {
            slower = Worst { ratio: by_hand, n };
        }
        if by_hand > 1.0 {
            behind.push(n);
            marks += "  slower";
        }
        if i > 0 && numbers[i - 1] + 1 == n {
            let (up, down) = (again(2 * i, 2 * i - 2, CLIFF), again(2 * i - 2, 2 * i, CLIFF));
            let ratio = up.max(down);
            if ratio > cliff.ratio {
                cliff = Worst { ratio, n: n - 1 };
            }
            if ratio > CLIFF {
                cliffs.push(n - 1);
                marks += "  cliff";
            }
        }
        println!("{n:>6}{:>9.1} ns{:>9.1} ns{by_hand:>8.2}{marks}", times[2 * i], times[2 * i + 1]);
    }
    println!(
        "largest ratio of n and n + 1: {:.2}, at {}; beside nalgebra at worst {:.2}, at {}",
        cliff.ratio, cliff.n, slower.ratio, slower.n
    );
    let line = json!({
        "chain": chain, "cliff": cliff.ratio, "cliff_at": cliff.n, "cliffs": cliffs,
        "nalgebra": slower.ratio, "nalgebra_at": slower.n, "behind": behind, "sizes": numbers.len(),
    });
    record("sizes", &line);
}

fn main() {
    report("one sample, n to n", dense!(n to n));
    report("one sample, 64 to n", dense!(64 to n));
    report("one sample, n to 64", dense!(n to 64));
    report("forward_batch of n samples, 64-64-10", (1..=BATCH).map(forward_batch).collect());
    report("train_step on n samples, 64-64-10", (1..=BATCH).map(train_step).collect());
}
