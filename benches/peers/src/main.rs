//! The same work in other libraries, in one process, one thread.
//!
//! Everybody starts from the library's own parameters; before anything is timed, all must have given the same answers and, in
//! training, the same losses. `bash benches/run peers` builds this twice: without compiler flags, and for the processor at hand.

mod agree;
mod images;
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

use benches::data::{SEED, samples};
use benches::works::{self, Work};
use benches::{Curves, Flowers, Images, LeNet5, Points, ThreeConvolutions, alternate, record};
use serde_json::json;
use static_nn::prelude::*;

use agree::{STEPS, answering, losses, training};
use images::{ImageNet, LENET5, THREE_CONVOLUTIONS};
use net::{Activation, Forward, Net, Step, Trainer};

/// Turns of everybody.
const ROUNDS: usize = 101;

fn main() {
    for variable in ["RAYON_NUM_THREADS", "RTEN_NUM_THREADS"] {
        assert_eq!(std::env::var(variable).as_deref(), Ok("1"), "set {variable}=1: everybody gets one thread");
    }
    let native = cfg!(target_feature = "avx2");
    println!("compiled for {}", if native { "this processor" } else { "any processor" });
    for mut work in dense_works().into_iter().chain(image_works()) {
        let times = alternate(&mut work.contenders, ROUNDS);
        println!("\n{}: {}", work.name, work.what);
        for (contender, &time) in work.contenders.iter().zip(&times) {
            println!("  {:20}{time:14.1} ns{:10.2}", contender.name(), time / times[0]);
            let line = json!({ "work": work.name, "who": contender.name(), "ns": time });
            record(if native { "peers_native" } else { "peers" }, &line);
        }
    }
}

/// The works on dense layers with the peers added.
fn dense_works() -> Vec<Work> {
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

/// The works on images with the peers added.
fn image_works() -> Vec<Work> {
    let (lenet5, three) = (LeNet5::boxed(SEED), ThreeConvolutions::boxed(SEED));
    let (image, batch) = (samples::<784>(1), samples::<784>(128));
    let w6 = ImageNet::new(&LENET5, lenet5.as_slice(), image.as_flattened());
    let w6_batch = ImageNet::new(&LENET5, lenet5.as_slice(), batch.as_flattened());
    let w8 = ImageNet::new(&THREE_CONVOLUTIONS, three.as_slice(), image.as_flattened());

    let mut answers = vec![[0.0; 10]; batch.len()];
    lenet5.forward_batch_with(&mut Workspace::new(), &batch, &mut answers).expect("a batch");
    let peers =
        |net: &ImageNet| [by_candle::images, by_burn::images, by_rten::images, by_tract::images].map(|peer| peer(net));
    let steps: [Trainer<ImageNet>; 2] = [("candle", by_candle::images_step), ("burn", by_burn::images_step)];
    vec![
        answering(works::w6(), &lenet5.forward(&image[0]), peers(&w6)),
        answering(works::w6_batch(), answers.as_flattened(), peers(&w6_batch)),
        training(works::w7(), &w6_batch, losses!(LeNet5, w6_batch, batch), steps),
        answering(works::w8(), &three.forward_with(&mut ThreeConvolutions::scratch(), &image[0]), peers(&w8)),
    ]
}

/// Adds everybody who computes the answers of dense layers.
fn forward(work: Work, net: &Net, answers: &[f32], dfdx: Forward) -> Work {
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
    answering(work, answers, all)
}

/// Adds everybody who trains dense layers.
fn train_step(work: Work, net: &Net, losses: [f32; STEPS], dfdx: fn(&Net, f64) -> Step) -> Work {
    let peers: [Trainer<Net>; 4] = [
        ("ndarray", by_ndarray::train_step),
        ("candle", by_candle::train_step),
        ("burn", by_burn::train_step),
        ("dfdx", dfdx),
    ];
    training(work, net, losses, peers.into_iter().chain(by_eigen::train_step()))
}
