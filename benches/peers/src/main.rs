//! The same work in other libraries, in one process, one thread.
//!
//! Everybody starts from the library's own parameters; before anything is timed, all must have given the same answers and, in
//! training, the same losses. `bash benches/run peers` builds this twice: without compiler flags, and for the processor at hand.

mod agree;
mod images;
mod net;
mod onnx;
mod sequences;

mod by_burn;
mod by_candle;
mod by_dfdx;
mod by_eigen;
mod by_embedded;
mod by_nam;
mod by_ndarray;
mod by_nexus;
mod by_rten;
mod by_tract;

use benches::data::{SEED, samples};
use benches::works::{self, Work};
use benches::{Amplifier, Dilated, Gated, SmallAmplifier, Transformer};
use benches::{Curves, Flowers, Images, LeNet5, Points, ThreeConvolutions, alternate, record};
use serde_json::json;
use static_nn::prelude::*;

use agree::{STEPS, answering, losses, training};
use images::{ImageNet, LENET5, THREE_CONVOLUTIONS};
use net::{Activation, Forward, Net, Step, Trainer};
use sequences::{CausalNet, Cell, RecurrentNet, STEPS as STREAM, TransformerNet};

/// Turns of everybody.
const ROUNDS: usize = 101;

fn main() {
    for variable in ["RAYON_NUM_THREADS", "RTEN_NUM_THREADS"] {
        assert_eq!(std::env::var(variable).as_deref(), Ok("1"), "set {variable}=1: everybody gets one thread");
    }
    let native = cfg!(target_feature = "avx2");
    println!("compiled for {}", if native { "this processor" } else { "any processor" });
    for mut work in dense_works().into_iter().chain(image_works()).chain(sequence_works()) {
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

/// The works on sequences with the peers added.
fn sequence_works() -> Vec<Work> {
    let (amplifier, small) = (Amplifier::boxed(SEED), SmallAmplifier::boxed(SEED));
    let (gated, dilated, transformer) = (Gated::boxed(SEED), Dilated::boxed(SEED), Transformer::boxed(SEED));
    let frames = samples::<1>(64);
    let (stream, x): (Vec<[f32; 1]>, _) = (frames.iter().copied().cycle().take(STREAM).collect(), samples::<64>(32));
    let frames = frames.as_flattened();
    let w9 = RecurrentNet::new(Cell::Lstm, 20, amplifier.as_slice(), frames, 1);
    let w9_block = RecurrentNet::new(Cell::Lstm, 16, small.as_slice(), frames, frames.len());
    let w10 = RecurrentNet::new(Cell::Gru, 24, gated.as_slice(), frames, 1);
    let w12 = CausalNet::new(8, 3, &[1, 2, 4, 8, 16, 32, 64, 128], dilated.as_slice(), frames);
    let w13 = TransformerNet::new(2, 4, 256, transformer.as_slice(), &x);

    macro_rules! answers {
        ($Net:ident, $net:ident) => {{
            let mut answers = [[0.0]; STREAM];
            $net.stream(&mut $Net::<f32>::state(), &stream, &mut answers);
            answers
        }};
    }
    let x: [[f32; 64]; 32] = x.try_into().expect("as many steps");
    let transformed = transformer.forward_with(&mut Transformer::scratch(), &x);
    let recurrent = |net: &RecurrentNet| {
        [by_candle::recurrent, by_rten::recurrent, by_tract::recurrent].map(|peer| peer(net)).into_iter()
    };
    let causal = [by_candle::causal, by_rten::causal, by_tract::causal].map(|peer| peer(&w12));
    let transformers = [by_candle::transformer, by_rten::transformer, by_tract::transformer].map(|peer| peer(&w13));
    let blocks = recurrent(&w9_block).chain([by_nam::recurrent(&w9_block)]);
    vec![
        answering(works::w9(), answers!(Amplifier, amplifier).as_flattened(), recurrent(&w9)),
        answering(works::w9_block(), answers!(SmallAmplifier, small).as_flattened(), blocks),
        answering(works::w10(), answers!(Gated, gated).as_flattened(), recurrent(&w10)),
        answering(works::w12(), answers!(Dilated, dilated).as_flattened(), causal),
        answering(works::w13(), transformed.as_flattened(), transformers),
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
