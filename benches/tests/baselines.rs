//! What is written by hand computes the same numbers as the library: nobody is timed for less than the work.

use benches::baselines::dynamic::{Activation, Matrix, Network};
use benches::baselines::loops;
use benches::baselines::nalgebra::{Batch, Three};
use benches::data::{SEED, classes, samples};
use benches::{Curves, Flowers, Images, Points};
use nalgebra::SVector;
use static_nn::prelude::*;
use static_nn::{Level, optim::Optimizer};

/// The error of single precision in sums of some hundred terms, relative to the norm of what is compared.
const SINGLE: f32 = 1e-5;

/// Fails unless two vectors are equal but for rounding.
fn assert_near(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let norm = |values: &mut dyn Iterator<Item = f32>| values.map(|value| value * value).sum::<f32>().sqrt();
    let error = norm(&mut found.iter().zip(expected).map(|(a, b)| a - b)) / norm(&mut expected.iter().copied());
    assert!(error <= SINGLE, "{what}: {error:e}");
}

#[test]
fn one_sample_of_4_10_10_3() {
    let net = Flowers::boxed(SEED);
    let dynamic = Network::new(&[4, 10, 10, 3], Activation::Relu, net.as_slice()).softmax();
    let by_hand = Three::<4, 10, 10, 3>::new(net.as_slice());
    for x in samples::<4>(20) {
        let y = net.forward(&x);
        assert_near(dynamic.forward(&Matrix::from_rows(&[x])).values(), &y, "dynamic");
        assert_near(by_hand.softmax(&SVector::from(x), |x| x.max(0.0)).as_slice(), &y, "nalgebra");
    }
}

#[test]
fn one_sample_of_4_32_16_4() {
    let net = Curves::boxed(SEED);
    let dynamic = Network::new(&[4, 32, 16, 4], Activation::Tanh, net.as_slice());
    let by_hand = Three::<4, 32, 16, 4>::new(net.as_slice());
    for x in samples::<4>(20) {
        let y = net.forward(&x);
        assert_near(dynamic.forward(&Matrix::from_rows(&[x])).values(), &y, "dynamic");
        assert_near(by_hand.forward(&SVector::from(x), f32::tanh).as_slice(), &y, "nalgebra");
    }
}

#[test]
fn one_sample_and_a_batch_of_784_128_64_10() {
    // A debug build copies static matrices through the stack when they are made.
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(images).unwrap();
    thread.join().unwrap();
}

fn images() {
    let net = Images::boxed(SEED);
    let dynamic = Network::new(&[784, 128, 64, 10], Activation::Relu, net.as_slice());
    let by_hand = Three::<784, 128, 64, 10>::new(net.as_slice());
    let xs = samples::<784>(64);
    let mut ys = vec![[0.0; 10]; 64];
    net.forward_batch_with(&mut Workspace::new(), &xs, &mut ys).unwrap();
    for (x, y) in xs.iter().zip(&ys) {
        assert_near(&net.forward(x), y, "one sample");
        assert_near(by_hand.forward(&SVector::from(*x), |x| x.max(0.0)).as_slice(), y, "nalgebra");
    }
    assert_near(dynamic.forward(&Matrix::from_rows(&xs)).values(), ys.as_flattened(), "dynamic");
    let mut batch = Batch::new(&[784, 128, 64, 10], 64, net.as_slice());
    assert_near(batch.forward(&xs).as_slice(), ys.as_flattened(), "nalgebra");
}

/// Losses, gradients and the losses of five steps of training.
macro_rules! training {
    ($test:ident, $Net:ident, $sizes:expr, $samples:literal) => {
        #[test]
        fn $test() {
            const SIZES: [usize; 4] = $sizes;
            let mut net = $Net::boxed(SEED);
            let mut dynamic = Network::new(&SIZES, Activation::Relu, net.as_slice());
            let mut by_hand = Batch::new(&SIZES, $samples, net.as_slice());
            let xs = samples::<{ SIZES[0] }>($samples);
            let (rows, classes) = (Matrix::from_rows(&xs), classes($samples, u8::try_from(SIZES[3]).unwrap()));
            let mut workspace = Workspace::new();

            let gradient = net.gradient_batch(&mut workspace, &xs, &classes, CrossEntropy).unwrap().clone_boxed();
            let loss = workspace.loss();
            assert_near(&[dynamic.gradient(&rows, &classes)], &[loss], "dynamic: loss");
            assert_near(&[by_hand.gradient(&xs, &classes)], &[loss], "nalgebra: loss");
            for (list, who) in [(dynamic.parameters(), "dynamic"), (by_hand.parameters(), "nalgebra")] {
                let (parameters, gradients): (Vec<f32>, Vec<f32>) = list.into_iter().unzip();
                assert_eq!(parameters, net.as_slice(), "{who}: parameters");
                assert_near(&gradients, gradient.as_slice(), who);
            }

            let adam = Adam::new(1e-3);
            let mut state = State::new::<$Net>(&adam);
            for _ in 0..5 {
                let loss = net.train_step(&mut workspace, &adam, &mut state, &xs, &classes, CrossEntropy).unwrap();
                assert_near(&[dynamic.train_step(&rows, &classes, 1e-3)], &[loss], "dynamic: a step's loss");
                assert_near(&[by_hand.train_step(&xs, &classes, 1e-3)], &[loss], "nalgebra: a step's loss");
            }
        }
    };
}

training!(training_2_64_32_3, Points, [2, 64, 32, 3], 32);
training!(training_784_128_64_10, Images, [784, 128, 64, 10], 64);

#[test]
fn optimizers() {
    const COUNT: usize = 37;
    type Memory = [[f32; COUNT]; 3];
    fn check(optimizer: &impl Optimizer, mut plain: impl FnMut(&mut [f32], &[f32], &mut Memory, i32), what: &str) {
        let ([mut p], [g]) = ([samples::<COUNT>(1)[0]], [samples::<COUNT>(2)[1]]);
        let (mut plain_p, mut plain_memory) = (p, [[0.0; COUNT]; 3]);
        let mut memory = vec![0.0; optimizer.runs() * COUNT];
        for step in 1..=5 {
            optimizer.step(Level::baseline(), &mut p, &g, &mut memory, step);
            plain(&mut plain_p, &g, &mut plain_memory, i32::try_from(step).unwrap());
        }
        assert_near(&plain_p, &p, what);
    }
    let mut product = 1.0;
    check(&Sgd::new(0.1), |p, g, _, _| loops::sgd(p, g, 0.1), "Sgd");
    check(&Sgd::new(0.1).momentum(0.9), |p, g, [m, ..], _| loops::momentum(p, g, m, 0.1), "Sgd with momentum");
    check(&Adagrad::new(0.1), |p, g, [sum, ..], _| loops::adagrad(p, g, sum, 0.1), "Adagrad");
    check(&RmsProp::new(0.1), |p, g, [v, ..], _| loops::rms_prop(p, g, v, 0.1), "RmsProp");
    check(&Lion::new(0.1), |p, g, [m, ..], _| loops::lion(p, g, m, 0.1), "Lion");
    check(&Adam::new(0.1), |p, g, [m, v, _], step| loops::adam(p, g, m, v, 0.1, step), "Adam");
    check(&AdamW::new(0.1), |p, g, [m, v, _], step| loops::adamw(p, g, m, v, 0.1, step), "AdamW");
    check(&Nadam::new(0.1), |p, g, [m, v, _], step| loops::nadam(p, g, m, v, &mut product, 0.1, step), "Nadam");
    check(
        &Adam::new(0.1).amsgrad(true),
        |p, g, [m, v, largest], step| loops::amsgrad(p, g, m, v, largest, 0.1, step),
        "AMSGrad",
    );
}
