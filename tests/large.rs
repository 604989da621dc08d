//! A network far larger than the stack is made, copied, run and trained, without the help of an optimizing compiler.

use std::thread;

use static_nn::optim::{Sgd, State};
use static_nn::{CrossEntropy, MeanSquaredError, Workspace, network};

/// Values of a sample: 16 KiB of them.
const WIDTH: usize = 4096;
/// A sixty-fourth of the network's 64 MiB.
const STACK: usize = 1024 * 1024;

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Large {
        input: [WIDTH],
        hidden: Dense(WIDTH), Tanh,
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Small {
        input: [7],
        Dense(9), Relu,
        Residual { Dense(9), Tanh },
        #[init(he_normal)]
        Dense(3, bias = false),
    }
}

fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(STACK).spawn(run).unwrap().join().unwrap();
}

#[test]
fn a_large_network_never_passes_over_the_stack() {
    const { assert!(Large::PARAMETER_BYTES > 64 * STACK) };
    on_a_small_stack(|| {
        let mut net = Large::boxed(3);
        let before = net.clone();
        assert!(net.as_slice() == before.as_slice() && net.as_slice() == net.clone_boxed().as_slice());

        let xs: Vec<[f32; WIDTH]> = vec![[0.5; WIDTH], [-0.25; WIDTH]];
        let targets: Vec<[f32; WIDTH]> = vec![[0.125; WIDTH], [0.75; WIDTH]];
        let mut scratch = Large::scratch();
        let y = net.forward_with(&mut scratch, &xs[0]);
        let expected: f32 = net.hidden.weight.row(0).iter().map(|w| 0.5 * w).sum::<f32>() + net.hidden.bias[0];
        // A sum of 4096 products in another order.
        assert!((y[0] - expected.tanh()).abs() < 1e-5, "{} {expected}", y[0]);

        let mut workspace = Workspace::with_batch(xs.len());
        let sgd = Sgd::new(0.1);
        let mut state: State<Box<[f32]>> = State::new::<Large>(&sgd);
        let mut step = || net.train_step(&mut workspace, &sgd, &mut state, &xs, &targets, MeanSquaredError).unwrap();
        let (first, second) = (step(), step());
        assert!(second < first, "{second} after {first}");
        assert!(net.as_slice() != before.as_slice());
    });
}

#[test]
fn batches_of_a_large_network_go_through_a_workspace() {
    on_a_small_stack(|| {
        let net = Large::boxed(3);
        let xs: Vec<[f32; WIDTH]> = vec![[0.5; WIDTH]; 17];
        let mut ys: Vec<[f32; WIDTH]> = vec![[0.0; WIDTH]; 17];
        Workspace::<f32, Large>::with_batch(17).forward_batch(&net, &xs, &mut ys).unwrap();
        assert!(ys[0][0] != 0.0 && ys.windows(2).all(|pair| pair[0][..].eq(&pair[1][..])));
    });
}

// A sample is 64 KiB, and passes through five seams: a block of 16 samples is more than any cache of a core.
network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Wide {
        input: [1, 128, 128],
        Tanh, Gelu, Sigmoid, Flatten,
        Dense(2),
    }
}

/// The bits of the loss and the gradient of a batch, with a workspace for so many samples.
fn bits(net: &Wide, samples: usize, xs: &[Vec<f32>]) -> Vec<u32> {
    let mut workspace = Workspace::with_batch(samples);
    let xs: Vec<&[f32; 128 * 128]> = xs.iter().map(|x| x.as_slice().try_into().unwrap()).collect();
    let targets: Vec<[f32; 2]> = (0..xs.len()).map(|i| [i as f32 / 32.0, -0.5]).collect();
    let gradient = net.gradient_batch(&mut workspace, &xs, &targets, MeanSquaredError).unwrap();
    let mut bits: Vec<u32> = gradient.as_slice().iter().map(|value| value.to_bits()).collect();
    bits.push(workspace.loss().to_bits());
    bits
}

#[test]
fn large_activations_pass_through_in_short_runs() {
    assert_eq!(Workspace::<f32, Wide>::SAMPLES_AT_A_TIME, 16);
    assert_eq!(Workspace::<f64, Wide<f64>>::SAMPLES_AT_A_TIME, 8);
    // Those of small networks, and of networks whose weights are more than their activations, are as long as they ever were.
    assert_eq!(Workspace::<f32, Small>::SAMPLES_AT_A_TIME, 64);
    assert_eq!(Workspace::<f32, Large>::SAMPLES_AT_A_TIME, 64);
    on_a_small_stack(|| {
        let net = Wide::boxed(3);
        let xs: Vec<Vec<f32>> =
            (0..37).map(|i| (0..128 * 128).map(|j| ((i * 7 + j) % 64) as f32 / 32.0 - 1.0).collect()).collect();
        let whole = bits(&net, 64, &xs);
        assert!(bits(&net, Workspace::<f32, Wide>::SAMPLES_AT_A_TIME, &xs) == whole);
        assert!(bits(&net, 1, &xs) == whole);
    });
}

#[test]
fn by_value_and_in_a_box_a_seed_gives_the_same_network() {
    assert_eq!(Small::new(42), *Small::boxed(42));
    assert_ne!(Small::new(42), *Small::boxed(43));
    assert_eq!(*Small::new(42).clone_boxed(), Small::new(42));
    assert!(Small::zeroed_boxed().as_slice().iter().all(|value| *value == 0.0));
}

// An image has 604 KiB, and the first convolution makes 1.1 MiB of it.
network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Photograph {
        input: [3, 227, 227],
        Conv2d(96, kernel = 11, stride = 4), Relu, LocalResponseNorm(5), MaxPool2d(3, stride = 2),
        Add { { Conv2d(64, kernel = 5, padding = 2, groups = 2), BatchNorm }, { Conv2d(64, kernel = 1) } }, Relu,
        Concat { {}, { Dropout2d(p = 0.5) } },
        Residual { Upsample(2), AvgPool2d(2) },
        ConvTranspose2d(8, kernel = 3, stride = 2), Relu,
        AdaptiveAvgPool2d(6), Flatten,
        Dense(10),
    }
}

#[test]
fn large_images_never_pass_over_the_stack() {
    on_a_small_stack(|| {
        let image = |shift: f32| -> Box<[f32; 3 * 227 * 227]> {
            let pixels: Box<[f32]> = (0..3 * 227 * 227).map(|i| (i as f32 / 50.0 + shift).sin()).collect();
            pixels.try_into().unwrap()
        };
        let (images, classes) = ([image(0.0), image(1.0)], [3_u8, 7]);
        let mut net = Photograph::boxed(3);
        assert!(net.as_slice() == net.clone_boxed().as_slice());
        let scores = net.forward_with(&mut Photograph::scratch(), &images[0]);
        assert!(scores.iter().all(|score| score.is_finite()));

        let (mut workspace, sgd) = (Workspace::with_batch(images.len()), Sgd::new(0.01));
        let mut state: State<Box<[f32]>> = State::new::<Photograph>(&sgd);
        let mut step = || net.train_step(&mut workspace, &sgd, &mut state, &images, &classes, CrossEntropy).unwrap();
        let losses: [f32; 4] = std::array::from_fn(|_| step());
        assert!(losses[3] < losses[0], "{losses:?}");
    });
}
