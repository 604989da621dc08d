//! One image or a block of them, cut here or there, at every level of vector instructions, in `f32` or `f64`, folded or not: whatever way a
//! network over images is run, it is the same network. `image_networks.rs` compares 200 of them with the formulas.

mod plain;

use static_nn::bytemuck::Zeroable;
use static_nn::init::Rng;
use static_nn::kernels::{dispatch, levels, pack};
use static_nn::network::{gradient, gradient_batch};
use static_nn::scalar::scalars_mut;
use static_nn::{
    D1, Level, MeanSquaredError, Network, Noise, Number, Parameters, Pass, Record, Role, Sample, Scalar, Shape,
    Workspace, network,
};

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct LeNet5 {
        input: [1, 28, 28],
        conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(120), Relu,
        fc2: Dense(84), Relu,
        digit: Dense(10),
    }
}

network! {
    /// Residual blocks, one of them with a projection, and what makes an image larger again.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Residuals {
        input: [3, 9, 7],
        stem: Conv2d(8, kernel = 3, padding = same, bias = false), GroupNorm(2), Silu,
        Residual { Conv2d(8, kernel = 3, padding = same), Relu, Conv2d(8, kernel = 3, padding = same, groups = 8) },
        down: Add {
            { Conv2d(17, kernel = 3, stride = 2, padding = 1), Relu, Conv2d(17, kernel = 3, padding = 2, dilation = 2) },
            { Conv2d(17, kernel = 1, stride = 2) },
        },
        Concat { { AvgPool2d(3, stride = 1, padding = 1) }, { Conv2d(3, kernel = [1, 3], padding = same), Tanh } },
        up: ConvTranspose2d(5, kernel = 3, stride = 2, padding = 1), LayerNorm,
        Multiply { {}, { Conv2d(5, kernel = 1), Sigmoid } },
        GlobalAvgPool2d,
        class: Dense(10),
    }
}

network! {
    /// Normalisations by channel, behind what they can be folded into.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Normal {
        input: [3, 6, 5],
        stem: Conv2d(4, kernel = 3, padding = same), norm: BatchNorm, Relu,
        body: Residual { Conv2d(4, kernel = 3, padding = same, groups = 2), BatchNorm, Tanh, Conv2d(4, kernel = 1), BatchNorm },
        Add {
            { Conv2d(6, kernel = 3, stride = 2, padding = 1), BatchNorm, Silu },
            { Conv2d(6, kernel = 1, stride = 2), BatchNorm },
        },
        Flatten,
        Dense(7), BatchNorm,
    }
}

/// The error of single precision, relative to the norm of what is compared: a sum of 400 products is off by some `sqrt(400) * 6e-8` of its norm
/// at worst, and there are up to five of them on the way and five on the way back.
const SINGLE: f64 = 1e-5;
/// The same in double precision.
const DOUBLE: f64 = SINGLE * f64::EPSILON / f32::EPSILON as f64;
/// Two blocks of `f32`, one of them with three samples.
const SAMPLES: usize = 19;
/// Samples that are cut in every place.
const CUT: usize = 35;
/// Capacities of a workspace: less than a block, one block, a little more, more than there is.
const CAPACITIES: [usize; 4] = [1, 16, 17, 1000];

/// What a network says to samples, and its gradients with respect to the inputs and the parameters, for given gradients of the outputs.
struct Found {
    y: Vec<f64>,
    dx: Vec<f64>,
    grad: Vec<f64>,
}

fn exact<T: Scalar>(values: &[T]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

/// `count` numbers that both precisions hold exactly.
fn normal(count: usize, seed: u64) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    (0..count).map(|_| f32::from_f64(rng.normal()).to_f64()).collect()
}

fn rounded<T: Scalar>(values: &[f64]) -> Vec<T> {
    values.iter().map(|value| T::from_f64(*value)).collect()
}

/// One sample after the other.
fn one_by_one<T: Scalar, N: Network<T>>(level: Level, net: &N, xs: &[T], dys: &[T]) -> Found {
    let run = |len: usize| vec![T::from_f64(f64::NAN); len];
    let (mut y, mut cache, mut scratch) = (run(N::Output::LEN), run(N::CACHE), run(N::SCRATCH));
    let (mut ys, mut dxs, mut grad) = (Vec::new(), run(xs.len()), N::zeroed_boxed());
    let samples = xs.chunks(N::Input::LEN).zip(dys.chunks(N::Output::LEN));
    for ((x, dy), dx) in samples.zip(dxs.chunks_mut(N::Input::LEN)) {
        let (x, dy, dx) = (N::Input::view(x), N::Output::view(dy), N::Input::view_mut(dx));
        dispatch!(T: level, simd => net.forward(simd, x, N::Output::view_mut(&mut y), &mut scratch));
        ys.extend(exact(&y));
        let to = N::Output::view_mut(&mut y);
        dispatch!(T: level, simd => net.forward_train(simd, Noise::new(0), x, to, &mut cache, &mut scratch));
        let record = Record { x, y: N::Output::view(&y), cache: &cache };
        dispatch!(T: level, simd => net.backward(simd, record, dy, Some(dx), &mut grad, &mut scratch));
    }
    Found { y: ys, dx: exact(&dxs), grad: exact(grad.as_slice()) }
}

/// Blocks, whose lanes are samples.
fn by_blocks<T: Scalar, N: Network<T>>(level: Level, net: &N, xs: &[T], dys: &[T]) -> Found {
    let (inputs, outputs) = (N::Input::LEN, N::Output::LEN);
    let samples = xs.len() / inputs;
    let blocks = samples.div_ceil(T::LANES);
    let lanes = |len: usize| vec![T::Lanes::zeroed(); len * blocks];
    let packed = |values: &[T], len: usize| {
        let mut to = lanes(len);
        for (values, block) in values.chunks(T::LANES * len).zip(to.chunks_mut(len)) {
            pack::pack::<T>(level, values.chunks(len), block);
        }
        to
    };
    let unpacked = |from: &[T::Lanes], len: usize| {
        let mut values = vec![T::ZERO; samples * len];
        for (sample, values) in values.chunks_mut(len).enumerate() {
            pack::unpack::<T>(&from[sample / T::LANES * len..][..len], sample % T::LANES, values);
        }
        exact(&values)
    };
    let pass = Pass { level, ..Pass::new(samples) };
    let (x, mut dy) = (packed(xs, inputs), packed(dys, outputs));
    let (behind, last) = (samples % T::LANES, (blocks - 1) * outputs);
    for lanes in scalars_mut::<T>(&mut dy[last..]).chunks_mut(T::LANES).filter(|_| behind > 0) {
        lanes[behind..].fill(T::ZERO);
    }
    let (x, dy) = (N::Input::all(&x), N::Output::all(&dy));
    let (mut y, mut dx, mut cache, mut scratch) =
        (lanes(outputs), lanes(inputs), lanes(N::CACHE), lanes(N::BLOCK_SCRATCH));
    net.forward_blocks(&pass, x, N::Output::all_mut(&mut y), &mut scratch);
    let ys = unpacked(&y, outputs);
    net.forward_train_blocks(&pass, x, N::Output::all_mut(&mut y), &mut cache, &mut scratch);
    let mut grad = N::zeroed_boxed();
    let record = Record { x, y: N::Output::all(&y), cache: &cache };
    net.backward_blocks(&pass, record, dy, Some(N::Input::all_mut(&mut dx)), &mut grad, &mut scratch);
    Found { y: ys, dx: unpacked(&dx, inputs), grad: exact(grad.as_slice()) }
}

fn assert_near<P: Parameters<f64>>(found: &Found, expected: &Found, tolerance: f64, what: &str) {
    let near = |found: &[f64], expected: &[f64], of: &str| {
        let error = plain::relative_error(found, expected);
        assert!(error <= tolerance, "{what}, {of}: {error:e}");
    };
    near(&found.y, &expected.y, "answers");
    near(&found.dx, &expected.dx, "gradient of the input");
    let mut from = 0;
    P::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        let to = from + tensor.len();
        near(&found.grad[from..to], &expected.grad[from..to], &tensor.name.to_string());
        from = to;
    });
}

/// Both paths, at every level, in both precisions, against one sample after the other in double precision.
fn check_paths<N: Network<f32>, M: Network<f64>>(seed: u64) {
    let (net, mut double) = (N::boxed(seed), M::boxed(seed));
    for (double, single) in double.as_mut_slice().iter_mut().zip(net.as_slice()) {
        *double = f64::from(*single);
    }
    let (xs, dys) = (normal(SAMPLES * N::Input::LEN, seed), normal(SAMPLES * N::Output::LEN, seed + 1));
    let (single_xs, single_dys) = (rounded::<f32>(&xs), rounded::<f32>(&dys));
    let expected = one_by_one::<f64, M>(static_nn::kernels::level(), &double, &xs, &dys);
    for level in levels() {
        let text = |what: &str| format!("{what} at {level:?}");
        let near = |found: Found, tolerance, what| assert_near::<M>(&found, &expected, tolerance, &text(what));
        near(one_by_one::<f64, M>(level, &double, &xs, &dys), DOUBLE, "one sample, f64");
        near(by_blocks::<f64, M>(level, &double, &xs, &dys), DOUBLE, "blocks, f64");
        near(one_by_one::<f32, N>(level, &net, &single_xs, &single_dys), SINGLE, "one sample, f32");
        near(by_blocks::<f32, N>(level, &net, &single_xs, &single_dys), SINGLE, "blocks, f32");
    }
}

#[test]
fn both_paths_agree_at_every_level() {
    check_paths::<LeNet5<f32>, LeNet5<f64>>(1);
    check_paths::<Residuals<f32>, Residuals<f64>>(2);
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// However a batch is cut, and however many samples a workspace takes at a time, the answers and the gradient are the same to the bit.
fn check_cuts<N: Network<f32, Output = D1<10>>, const IN: usize>()
where
    [f32; IN]: Sample<f32, N::Input>,
{
    let net = N::boxed(3);
    let xs: Vec<[f32; IN]> = rounded(&normal(CUT * IN, 5)).chunks(IN).map(|x| x.try_into().unwrap()).collect();
    let targets: Vec<[f32; 10]> = rounded(&normal(CUT * 10, 6)).chunks(10).map(|y| y.try_into().unwrap()).collect();
    let answers = |xs: &[[f32; IN]], capacity: usize| {
        let mut ys = vec![[f32::NAN; 10]; xs.len()];
        Workspace::<f32, N>::with_batch(capacity).forward_batch(&net, xs, &mut ys).unwrap();
        bits(ys.as_flattened())
    };
    let whole = answers(&xs, CUT);
    for cut in 1..CUT {
        assert!(answers(&xs[..cut], CUT) == whole[..10 * cut], "samples before {cut}");
        assert!(answers(&xs[cut..], CUT) == whole[10 * cut..], "samples from {cut}");
    }
    for capacity in CAPACITIES {
        assert!(answers(&xs, capacity) == whole, "a workspace for {capacity}");
    }
    for samples in [1, 15, 16, 17, CUT] {
        let run = |capacity: usize| {
            let mut workspace = Workspace::<f32, N>::with_batch(capacity);
            gradient_batch(&*net, &mut workspace, &xs[..samples], &targets[..samples], &MeanSquaredError).unwrap();
            (workspace.loss().to_bits(), bits(workspace.gradient().as_slice()))
        };
        let first = run(CAPACITIES[0]);
        for capacity in &CAPACITIES[1..] {
            assert!(run(*capacity) == first, "gradient of {samples} with a workspace for {capacity}");
        }
    }
    let (mut workspace, mut mean) = (Workspace::<f32, N>::new(), vec![0.0; N::PARAMETERS]);
    for (x, target) in xs.iter().zip(&targets) {
        let gradient = gradient(&*net, &mut workspace, x, target, &MeanSquaredError).unwrap();
        mean.iter_mut().zip(gradient.as_slice()).for_each(|(mean, g)| *mean += f64::from(*g) / CUT as f64);
    }
    let batch = exact(gradient_batch(&*net, &mut workspace, &xs, &targets, &MeanSquaredError).unwrap().as_slice());
    assert!(plain::relative_error(&batch, &mean) < SINGLE);
}

#[test]
fn any_cut_of_a_batch_gives_the_same_bits() {
    check_cuts::<LeNet5<f32>, 784>();
    check_cuts::<Residuals<f32>, 189>();
}

/// Its own numbers, none of which is what it begins with; variances are positive.
fn shaken(seed: u64) -> static_nn::Boxed<Normal<f64>> {
    let (mut net, mut rng) = (Normal::<f64>::boxed(seed), Rng::new(seed));
    let mut from = 0;
    let values = net.as_mut_slice();
    <Normal<f64> as Parameters<f64>>::tensors(&static_nn::Path::ROOT, &mut |tensor| {
        let to = from + tensor.len();
        if !matches!(tensor.role, Role::Weight) {
            values[from..to].fill_with(|| 0.5 + rng.uniform());
        }
        from = to;
    });
    net
}

#[test]
fn folded_equals_unfolded() {
    let mut net = shaken(4);
    let unfolded = net.clone_boxed();
    let xs: Vec<[f64; 90]> = normal(SAMPLES * 90, 7).chunks(90).map(|x| x.try_into().unwrap()).collect();
    net.fold();
    let conv: [(&[f64], &[f64]); 3] = [
        (net.stem.weight.as_slice(), unfolded.stem.weight.as_slice()),
        (net.body.conv1.weight.as_slice(), unfolded.body.conv1.weight.as_slice()),
        (net.add1.1.conv1.weight.as_slice(), unfolded.add1.1.conv1.weight.as_slice()),
    ];
    assert!(conv.iter().all(|(folded, unfolded)| folded != unfolded));
    assert_eq!(net.norm.weight.as_slice(), [net.norm.weight[0]; 4], "nothing is left to scale by");
    let (mut folded, mut expected) = ([[0.0; 7]; SAMPLES], [[0.0; 7]; SAMPLES]);
    net.forward_batch(&xs, &mut folded).unwrap();
    unfolded.forward_batch(&xs, &mut expected).unwrap();
    assert!(plain::relative_error(folded.as_flattened(), expected.as_flattened()) < DOUBLE, "blocks");
    for x in &xs {
        assert!(plain::relative_error(&net.forward(x), &unfolded.forward(x)) < DOUBLE, "one sample");
    }
    let again = net.clone_boxed();
    net.fold();
    assert_eq!(net, again);
}
