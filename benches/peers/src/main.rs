//! The same work in other libraries, in one process, one thread.
//!
//! Everybody starts from the library's own parameters; before anything is timed, all must have given the same answers and, in
//! training, the same losses. `bash benches/run peers` builds this twice: without compiler flags, and for the processor at hand.

mod net;
mod onnx;

mod by_burn;
mod by_candle;
mod by_dfdx;
mod by_eigen;
mod by_embedded;
mod by_ndarray;
mod by_nexus;
mod by_rten;
mod by_tract;

use benches::data::{RATE, SEED, samples};
use benches::works::{self, Work};
use benches::{Contender, Curves, Flowers, Images, Points, alternate, record};
use serde_json::json;
use static_nn::prelude::*;

use net::{Activation, Forward, Net, Step};

/// Turns of everybody.
const ROUNDS: usize = 101;
/// How far answers may lie apart: the error of single precision in sums of 784 terms.
const SINGLE: f32 = 2e-5;

fn main() {
    for variable in ["RAYON_NUM_THREADS", "RTEN_NUM_THREADS"] {
        assert_eq!(std::env::var(variable).as_deref(), Ok("1"), "set {variable}=1: everybody gets one thread");
    }
    let native = cfg!(target_feature = "avx2");
    println!("compiled for {}", if native { "this processor" } else { "any processor" });
    for mut work in all_works() {
        let times = alternate(&mut work.contenders, ROUNDS);
        println!("\n{}: {}", work.name, work.what);
        for (contender, &time) in work.contenders.iter().zip(&times) {
            println!("  {:20}{time:14.1} ns{:10.2}", contender.name(), time / times[0]);
            let line = json!({ "work": work.name, "who": contender.name(), "ns": time });
            record(if native { "peers_native" } else { "peers" }, &line);
        }
    }
}

/// All works with the peers added.
fn all_works() -> Vec<Work> {
    let (flowers, curves) = (Flowers::boxed(SEED), Curves::boxed(SEED));
    let (images, points) = (Images::boxed(SEED), Points::boxed(SEED));
    let sample = samples::<4>(1);
    let (image, batch) = (samples::<784>(1), samples::<784>(64));
    let small = samples::<2>(32);
    let relu = |sizes, parameters, xs| Net::new(sizes, Activation::Relu, parameters, xs);

    let w1 = relu([4, 10, 10, 3], flowers.as_slice(), sample.as_flattened()).softmax();
    let wt = Net::new([4, 32, 16, 4], Activation::Tanh, curves.as_slice(), sample.as_flattened());
    let w2 = relu([784, 128, 64, 10], images.as_slice(), image.as_flattened());
    let w3 = relu([784, 128, 64, 10], images.as_slice(), batch.as_flattened());
    let w4 = relu([2, 64, 32, 3], points.as_slice(), small.as_flattened());

    let mut answers = vec![[0.0; 10]; 64];
    images.forward_batch(&batch, &mut answers).expect("a batch");
    vec![
        forward(works::w1(), &w1, &flowers.forward(&sample[0]), by_dfdx::w1(&w1)),
        forward(works::wt(), &wt, &curves.forward(&sample[0]), by_dfdx::wt(&wt)),
        forward(works::w2(), &w2, &images.forward(&image[0]), by_dfdx::w2(&w2)),
        forward(works::w3(), &w3, answers.as_flattened(), by_dfdx::w3(&w3)),
        train_step(works::w4(), &w4, losses!(Points, w4, small), by_dfdx::w4),
        train_step(works::w5(), &w3, losses!(Images, w3, batch), by_dfdx::w5),
    ]
}

/// The losses of a few steps of the library.
macro_rules! losses {
    ($Net:ident, $net:ident, $xs:ident) => {{
        let adam = Adam::new(CHECKED_RATE);
        let mut net = $Net::boxed(SEED);
        let (mut workspace, mut state) = (Workspace::new(), State::new::<$Net>(&adam));
        let mut step = || net.train_step(&mut workspace, &adam, &mut state, &$xs, &$net.classes, CrossEntropy);
        [(); STEPS].map(|()| step().expect("a step"))
    }};
}
use losses;

/// Adds everybody who computes these answers.
fn forward(mut work: Work, net: &Net, answers: &[f32], dfdx: Forward) -> Work {
    let peers = [
        by_ndarray::forward,
        by_candle::forward,
        by_burn::forward,
        by_nexus::forward,
        by_rten::forward,
        by_tract::forward,
    ];
    let all =
        peers.iter().map(|peer| peer(net)).chain([dfdx]).chain(by_embedded::forward(net)).chain(by_eigen::forward(net));
    for Forward { answers: found, contender } in all {
        check(found.as_slice(), answers, work.name, contender.name());
        work.contenders.push(contender);
    }
    work
}

/// The learning rate while losses are compared.
const CHECKED_RATE: f64 = 1e-3;
/// The steps whose losses are compared.
const STEPS: usize = 4;

/// Adds everybody who trains with these losses.
fn train_step(mut work: Work, net: &Net, losses: [f32; STEPS], dfdx: fn(&Net, f64) -> Step) -> Work {
    let peers: [(&str, fn(&Net, f64) -> Step); 4] = [
        ("ndarray", by_ndarray::train_step),
        ("candle", by_candle::train_step),
        ("burn", by_burn::train_step),
        ("dfdx", dfdx),
    ];
    for (name, peer) in peers.into_iter().chain(by_eigen::train_step()) {
        let mut step = peer(net, CHECKED_RATE);
        check(&[(); STEPS].map(|()| step()), &losses, work.name, name);
        work.contenders.push(Contender::new(name, peer(net, RATE)));
    }
    work
}

/// Fails unless somebody has done the same work.
fn check(found: &[f32], expected: &[f32], work: &str, who: &str) {
    assert_eq!(found.len(), expected.len(), "{work}, {who}");
    let norm = |values: &mut dyn Iterator<Item = f32>| values.map(|value| value * value).sum::<f32>().sqrt();
    let error = norm(&mut found.iter().zip(expected).map(|(a, b)| a - b)) / norm(&mut expected.iter().copied());
    assert!(error <= SINGLE, "{work}, {who}: {found:?} instead of {expected:?}");
}
