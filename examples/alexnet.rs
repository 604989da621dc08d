//! AlexNet at full size: an image of 227 x 227 pixels in three colours, through 60,965,224 parameters, to the scores of 1,000 classes.
//!
//! `cargo run --release --example alexnet`
//!
//! This is the network of Krizhevsky, Sutskever and Hinton ("`ImageNet` Classification with Deep Convolutional Neural Networks", NIPS 2012) with
//! its two groups of channels, which were two processors then. Without them, `groups = 1` throughout, it has 62,378,344 parameters. Pools
//! overlap, channels compete by response normalisation, and dropout stands behind the wide dense layers. The paper multiplies the sum of five
//! squares by 1e-4; PyTorch, and so this library, divides it by five first, hence 5e-4.
//!
//! Nothing of it may touch the stack: the network is a quarter of a gigabyte, and as much again each for the gradient and for the momentum. The
//! example runs on a thread whose stack is smaller than one image, in a debug build too. The images are made, and so are their classes: it
//! shows that the network runs and learns, not what it can tell apart.

mod support;

use std::error::Error;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use static_nn::optim::State;
use static_nn::prelude::*;
use support::claim;

network! {
    /// 227 x 227 pixels in three colours in, a score for each class out.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AlexNet {
        input: [3, 227, 227],
        conv1: Conv2d(96, kernel = 11, stride = 4), Relu,
        LocalResponseNorm(size = 5, alpha = 5e-4, beta = 0.75, k = 2.0),
        MaxPool2d(3, stride = 2),
        conv2: Conv2d(256, kernel = 5, padding = 2, groups = 2), Relu,
        LocalResponseNorm(size = 5, alpha = 5e-4, beta = 0.75, k = 2.0),
        MaxPool2d(3, stride = 2),
        conv3: Conv2d(384, kernel = 3, padding = 1), Relu,
        conv4: Conv2d(384, kernel = 3, padding = 1, groups = 2), Relu,
        conv5: Conv2d(256, kernel = 3, padding = 1, groups = 2), Relu,
        MaxPool2d(3, stride = 2),
        Flatten,
        fc6: Dense(4096), Relu, Dropout(p = 0.5),
        fc7: Dense(4096), Relu, Dropout(p = 0.5),
        fc8: Dense(1000),
    }
}

const _: () = assert!(AlexNet::PARAMETERS == 60_965_224);

/// The values of an image.
const PIXELS: usize = 3 * 227 * 227;

/// The stack of the thread that does everything: an image has 604 KiB.
const STACK: usize = 512 * 1024;

const SEED: u64 = 42;

/// How many images a step sees, the paper's 128 are eight times as many: they go side by side through the lanes of one vector, where fewer would
/// take as long.
const BATCH: usize = 16;

fn main() -> ExitCode {
    let all = thread::Builder::new().stack_size(STACK).spawn(|| run().map_err(|error| error.to_string()));
    match all.map(thread::JoinHandle::join) {
        Ok(Ok(result)) => claim::exit(result.map_err(Into::into)),
        Ok(Err(_)) => ExitCode::FAILURE,
        Err(error) => claim::exit(Err(error.into())),
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    println!("{}", AlexNet::summary());
    let start = Instant::now();
    let mut net = AlexNet::boxed(SEED);
    println!("made in {:.2} s", start.elapsed().as_secs_f64());

    let images: Vec<Box<[f32; PIXELS]>> = (0..BATCH).map(rings).collect::<Result<_, _>>()?;
    let classes: Vec<usize> = (0..BATCH).map(|i| 251 * i % 1000).collect();

    let mut scratch = AlexNet::scratch();
    let start = Instant::now();
    let scores = net.forward_with(&mut scratch, &images[0]);
    println!("one image forward in {:.3} s", start.elapsed().as_secs_f64());
    claim::check(scores.iter().all(|score| score.is_finite()), || "a score is not finite".into())?;

    let sgd = Sgd::new(0.01).momentum(0.9).weight_decay(5e-4); // the paper's
    let mut workspace = Workspace::with_batch(BATCH);
    let mut state: State<Box<[f32]>> = State::new::<AlexNet>(&sgd);
    let mut losses = [f32::NAN; 2];
    for loss in &mut losses {
        let start = Instant::now();
        *loss = net.train_step(&mut workspace, &sgd, &mut state, &images, &classes, CrossEntropy)?;
        println!("a step of {BATCH} images in {:.2} s, loss {loss:.4}", start.elapsed().as_secs_f64());
    }
    claim::check(losses[1] < losses[0], || format!("the loss does not fall: {losses:?}"))
}

/// An image of rings around its middle, `i` decides how wide and of which colour, made on the heap.
fn rings(i: usize) -> Result<Box<[f32; PIXELS]>, Box<dyn Error>> {
    let pixel = |place: usize| {
        let (channel, row, column) = (place / (227 * 227), place / 227 % 227, place % 227);
        let radius = (row as f32 - 113.0).hypot(column as f32 - 113.0);
        (radius / (4.0 + 3.0 * i as f32) + (channel * i) as f32).sin()
    };
    let values: Box<[f32]> = (0..PIXELS).map(pixel).collect();
    Ok(values.try_into().map_err(|_| "an image has another size")?)
}
