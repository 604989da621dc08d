//! Branches: their gradients, both paths, names, files, and what they have in common with a `Residual`.

use static_nn::init::Rng;
use static_nn::kernels::{dispatch, level};
use static_nn::prelude::*;
use static_nn::{Layer, Noise, Parameters, Path, Tensor, gradcheck, network};

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Vectors {
        input: [5],
        down: Add { { fc1: Dense(7), Tanh, fc2: Dense(4) }, { Dense(4, bias = false) }, { Dense(4), Silu } },
        Multiply { {}, { Dense(4), Sigmoid } },
        Concat { { Dense(3), Gelu }, {}, { Tanh } },
        Add { {}, { Dense(11), Tanh, Dense(11) }, {} },
        last: Dense(3),
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Images {
        input: [2, 3, 4],
        wide: Concat { { Tanh }, {}, { Residual { Silu } } },
        Multiply { { Sigmoid }, {}, { Gelu } },
        Add { {}, { Tanh } },
        Concat {
            { Flatten, fc: Dense(6), Tanh },
            { Flatten, Repeat(2) { Multiply { { Dense(5), Tanh }, { Dense(5) } } } },
        },
        last: Dense(2),
    }
}

network! {
    /// Branches of the same values, and branches that are nothing but the input.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Alike {
        input: [4],
        Multiply { {}, {} },
        Add { {}, {} },
        Concat { {}, {} },
        Multiply { { Identity }, { Identity }, {} },
        Multiply { { Tanh }, { Tanh } },
        fc: Dense(2),
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Skip { input: [4], body: Residual { Dense(6), Tanh, Dense(4) }, Dense(2) }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Sum { input: [4], body: Add { { Dense(6), Tanh, Dense(4) }, {} }, Dense(2) }
}

network! {
    /// A residual block with a projection, and what stands around it in a network of them.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Residuals {
        input: [2, 6, 6],
        stem: Conv2d(3, kernel = 3, padding = same, bias = false), Tanh,
        Residual { Conv2d(3, kernel = 3, padding = same), Silu, Conv2d(3, kernel = 3, padding = same) },
        down: Add {
            { conv1: Conv2d(4, kernel = 3, stride = 2, padding = 1), Tanh, conv2: Conv2d(4, kernel = 3, padding = 1) },
            { Conv2d(4, kernel = 1, stride = 2) },
        },
        Concat { { Conv2d(2, kernel = 1) }, { AvgPool2d(3, stride = 1, padding = 1) }, {} },
        gate: Multiply { {}, { Conv2d(10, kernel = 1), Sigmoid } },
        GlobalAvgPool2d,
        class: Dense(3),
    }
}

/// A difference in double precision sees gradients to about this.
const TOLERANCE: f64 = 1e-6;
/// The two paths differ by the rounding of single precision, of numbers near one.
const ROUNDING: f32 = 1e-5;

fn normal<const N: usize>(count: usize) -> Vec<[f64; N]> {
    let mut rng = Rng::new(7);
    (0..count).map(|_| core::array::from_fn(|_| rng.normal())).collect()
}

fn single<const N: usize>(count: usize) -> Vec<[f32; N]> {
    #[expect(clippy::cast_possible_truncation, reason = "rounding is meant")]
    normal::<N>(count).into_iter().map(|x| x.map(|x| x as f32)).collect()
}

#[test]
fn gradients_are_right_on_both_paths() {
    for samples in [1, 3, 20] {
        let reports = [
            gradcheck::layer(&mut *Vectors::<f64>::boxed(1), &normal::<5>(samples), 1),
            gradcheck::layer(&mut *Images::<f64>::boxed(1), &normal::<24>(samples), 2),
            gradcheck::layer(&mut *Residuals::<f64>::boxed(1), &normal::<72>(samples), 4),
            gradcheck::layer(&mut *Alike::<f64>::boxed(1), &normal::<4>(samples), 3),
        ];
        for report in reports {
            assert!(report.worst() < TOLERANCE, "{samples}: {report}");
        }
    }
}

#[test]
fn the_gradient_of_a_product_of_zeros_is_right() {
    let mut net = Alike::<f64>::boxed(1);
    let report = gradcheck::layer(&mut *net, &[[0.0; 4], [0.0, 1.0, -1.0, 0.0]], 1);
    assert!(report.worst() < TOLERANCE, "{report}");
}

#[test]
fn both_paths_agree_and_so_does_any_cut() {
    let net = Vectors::<f32>::boxed(3);
    let xs = single::<5>(100);
    let mut ys = vec![[0.0; 3]; xs.len()];
    net.forward_batch(&xs, &mut ys).unwrap();
    for (x, y) in xs.iter().zip(&ys) {
        let alone: [f32; 3] = net.forward(x);
        assert!(alone.iter().zip(y).all(|(a, b)| (a - b).abs() < ROUNDING), "{alone:?} {y:?}");
    }
    let mut cut = vec![[0.0; 3]; xs.len()];
    for (xs, ys) in xs.chunks(7).zip(cut.chunks_mut(7)) {
        net.forward_batch(xs, ys).unwrap();
    }
    assert_eq!(ys, cut);
    let images = Images::<f32>::boxed(3);
    let xs = single::<24>(40);
    let mut ys = vec![[0.0; 2]; xs.len()];
    images.forward_batch(&xs, &mut ys).unwrap();
    for (x, y) in xs.iter().zip(&ys) {
        let alone: [f32; 2] = images.forward(x);
        assert!(alone.iter().zip(y).all(|(a, b)| (a - b).abs() < ROUNDING), "{alone:?} {y:?}");
    }
}

/// A `Residual` is an `Add` with an empty branch, to the bit.
#[test]
fn a_residual_is_a_sum_with_the_input() {
    let (skip, sum) = (Skip::<f32>::boxed(5), Sum::<f32>::boxed(5));
    assert_eq!(skip.as_slice(), sum.as_slice());
    let (xs, ys) = (single::<4>(70), [[0.5, -1.0]; 70]);
    let (mut a, mut b) = (vec![[0.0; 2]; 70], vec![[0.0; 2]; 70]);
    skip.forward_batch(&xs, &mut a).unwrap();
    sum.forward_batch(&xs, &mut b).unwrap();
    assert_eq!(a, b);
    let (mut of_skip, mut of_sum) = (Workspace::new(), Workspace::new());
    let a = skip.gradient_batch(&mut of_skip, &xs, &ys, MeanSquaredError).unwrap();
    let b = sum.gradient_batch(&mut of_sum, &xs, &ys, MeanSquaredError).unwrap();
    assert_eq!(a.as_slice(), b.as_slice());
}

fn names<P: Parameters<f32>>() -> Vec<String> {
    let mut names = Vec::new();
    P::tensors(&Path::ROOT, &mut |tensor: &Tensor<'_>| names.push(tensor.name.to_string()));
    names
}

#[test]
fn tensors_are_called_by_the_number_of_their_branch() {
    let expected = ["concat1.0.fc.weight", "concat1.0.fc.bias", "concat1.1.multiply1.0.dense1.weight"];
    assert_eq!(names::<Images>()[..3], expected);
    let expected =
        ["down.0.fc1.weight", "down.0.fc1.bias", "down.0.fc2.weight", "down.0.fc2.bias", "down.1.dense1.weight"];
    assert_eq!(names::<Vectors>()[..5], expected);
    let names = names::<Residuals>();
    let expected = ["down.0.conv1.weight", "down.0.conv1.bias", "down.0.conv2.weight", "down.0.conv2.bias"];
    assert!(expected.iter().all(|name| names.contains(&(*name).to_owned())), "{names:?}");
    let net = Vectors::<f32>::boxed(1);
    assert_eq!(
        (net.down.0.fc1.bias.len(), net.down.1.dense1.weight.len(), net.concat1.0.dense1.bias.len()),
        (7, 20, 3)
    );
}

#[test]
fn what_is_saved_is_loaded() {
    let path = std::env::temp_dir().join(format!("static-nn-branches-{}.safetensors", std::process::id()));
    let net = Vectors::<f32>::boxed(9);
    net.save(&path).unwrap();
    let loaded = Vectors::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded.unwrap(), net);
}

network! {
    pub struct Noisy { input: [64], Concat { { Dropout }, { Dropout }, { Residual { Dropout } } } }
}

#[test]
fn branches_draw_numbers_of_their_own() {
    const { assert!(<Noisy<f32> as Layer<f32>>::DRAWS && !<Vectors<f32> as Layer<f32>>::DRAWS) };
    let net = Noisy::<f32>::boxed(1);
    let noise = Noise::new(1);
    let mut y = [0.0_f32; 192];
    let mut cache = vec![0.0; <Noisy<f32> as Layer<f32>>::CACHE];
    let mut scratch = vec![0.0; <Noisy<f32> as Layer<f32>>::SCRATCH];
    dispatch!(f32: level(), simd => net.forward_train(simd, noise, &[1.0; 64], &mut y, &mut cache, &mut scratch));
    let dropped: Vec<Vec<bool>> = y.chunks(64).map(|y| y.iter().map(|y| *y <= 1.0).collect()).collect();
    assert!(dropped[0] != dropped[1] && dropped[1] != dropped[2] && dropped[0] != dropped[2]);
    for dropped in dropped {
        let count = dropped.iter().filter(|dropped| **dropped).count();
        assert!((20..45).contains(&count), "{count} of 64");
    }
}

network! {
    pub struct Normal { input: [3], Add { { Dense(4), BatchNorm }, { Dense(4) } }, Dense(2) }
}

#[test]
fn facts_are_handed_on() {
    const { assert!(<Normal<f32> as Layer<f32>>::COUPLED && !<Vectors<f32> as Layer<f32>>::COUPLED) };
    let down = (5 * 7 + 7 * 4) + 5 * 4 + 5 * 4;
    assert_eq!(<Vectors<f32> as Layer<f32>>::MACS, down + 4 * 4 + 4 * 3 + 2 * 11 * 11 + 11 * 3);
    assert_eq!(<Normal<f32> as Parameters<f32>>::STATISTICS, 8);
}

#[test]
fn folding_goes_into_branches() {
    let mut net = Normal::<f32>::boxed(4);
    let (xs, ys) = (single::<3>(64), [[0.5, -1.0]; 64]);
    Trainer::new(MeanSquaredError, Adam::new(1e-2)).epochs(3).fit(&mut net, &xs, &ys).unwrap();
    let before: [f32; 2] = net.forward(&xs[0]);
    let weight = net.add1.0.dense1.weight;
    net.fold();
    assert_ne!(net.add1.0.dense1.weight, weight);
    let after: [f32; 2] = net.forward(&xs[0]);
    assert!(before.iter().zip(&after).all(|(a, b)| (a - b).abs() < ROUNDING), "{before:?} {after:?}");
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Squares { input: [3], Multiply { {}, {} }, Add { {}, {} } }
}

#[test]
fn branches_may_all_be_the_input() {
    let [a, b, c] = Squares::new(1).forward(&[1.0, -2.0, 3.0]);
    assert!((a - 2.0).abs() + (b - 8.0).abs() + (c - 18.0).abs() < ROUNDING);
}

network! {
    /// What is generated for a branch is not written twice where it stands in another one.
    pub struct Deep {
        input: [2],
        Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { { Add { {
            Relu
        }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} } }, {} },
    }
}

#[test]
fn branches_may_stand_deep_in_each_other() {
    let net = Deep::boxed(1);
    let [a, b] = net.forward(&[1.0, -1.0]);
    assert!((a - 17.0).abs() + (b + 16.0).abs() < ROUNDING);
    let mut workspace = Workspace::new();
    net.gradient(&mut workspace, &[1.0, -1.0], &[0.0; 2], MeanSquaredError).unwrap();
    net.gradient_batch(&mut workspace, &[[1.0, -1.0]; 20], &[[0.0; 2]; 20], MeanSquaredError).unwrap();
}
