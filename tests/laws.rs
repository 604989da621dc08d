//! What must hold of every layer and every batch, whatever lay in the buffers before.

use std::ops::DerefMut;

use static_nn::bytemuck::Zeroable;
use static_nn::init::{Init, Rng, fill};
use static_nn::kernels::{dispatch, for_each_function, level};
use static_nn::loss::TargetError;
use static_nn::network::BatchError;
use static_nn::scalar::scalars_mut;
use static_nn::train::{TrainError, Trainer};
use static_nn::{
    AdaptiveAvgPool2d, AvgPool2d, Boxed, Conv2d, ConvTranspose2d, CrossEntropy, D1, D2, D3, Dense, Embedding,
    GlobalAvgPool2d, GlobalMaxPool2d, GroupNorm, Identity, Layer, LayerNorm, LocalResponseNorm, LogSoftmax, Loss,
    MaxPool2d, MeanSquaredError, Network, NoBias, Noise, Pass, Record, Sample, Scalar, Sgd, Shape, Simd, Softmax,
    Standardize, Upsample, Window, Workspace, ZeroPad2d, network,
};

network! {
    pub struct Nest {
        input: [2, 3, 4],
        Flatten, a: Dense(65), Gelu,
        Residual { Dense(65), LeakyRelu(slope = 0.1), Dense(65), Residual { Tanh } },
        b: Dense(7), Softmax,
        Repeat(2) { Dense(7), Elu },
        Residual { Sigmoid },
    }
}

network! {
    pub struct Inner { input: [70], e: Dense(70), Softplus, f: Dense(70) }
}

network! {
    pub struct Outer { input: [2, 3, 4], nest: Nest, c: Dense(70), Residual { inner: Inner, Silu }, d: Dense(3), LogSoftmax }
}

network! {
    /// Its first layers have nothing to learn.
    pub struct Fixed { input: [1, 5, 4], Silu, Flatten, Standardize, Relu, a: Dense(5), Tanh, Standardize, b: Dense(3) }
}

network! {
    /// Branches of every kind, in each other.
    pub struct Branched {
        input: [2, 3, 4],
        Concat { { Silu }, {}, { Residual { Tanh } } },
        Multiply { {}, { Sigmoid }, { Multiply { { Tanh }, {} } } },
        Flatten,
        Add { {}, { Dense(40), Gelu, Dense(72) }, {}, { Dense(72, bias = false) } },
        Concat { { Dense(5) }, { Add { { Dense(17), Tanh }, { Dense(17) } } } },
        Multiply { {}, {} },
        Add { { Dense(22), Softmax }, {} },
    }
}

network! {
    /// Words in several tables.
    pub struct Words {
        input: [6],
        Concat { { Embedding(10 -> 4) }, { Embedding(7 -> 3), Tanh, Dense(5) } },
        Residual { LayerNorm, Gru(9) }, MaxOverTime, Dense(3),
    }
}

network! {
    /// Images, with and without what is joined to a convolution.
    pub struct Pictures {
        input: [2, 9, 8],
        Conv2d(5, kernel = 3, padding = same), Relu, MaxPool2d(2),
        Residual { Conv2d(5, kernel = [3, 1], padding = same, bias = false), Gelu },
        Add { { Conv2d(4, kernel = 3, stride = 2, padding = 1), Tanh }, { Conv2d(4, kernel = 1, stride = 2) } },
        GroupNorm(2),
        ConvTranspose2d(3, kernel = 2, stride = 2), Relu,
        Concat { { Conv2d(2, kernel = 1, groups = 1) }, {}, { AvgPool2d(3, stride = 1, padding = 1) } },
        Multiply { {}, { Conv2d(8, kernel = 1, groups = 2), Sigmoid } },
        LayerNorm,
        Flatten, Dense(4),
    }
}

/// Outputs and gradients of a layer on both paths, with every buffer full of `poison` before.
fn results<T: Scalar, L: Layer<T>, P: DerefMut<Target = L>>(
    make: &impl Fn() -> P,
    samples: usize,
    poison: T,
) -> Vec<f64> {
    let layer = &*make();
    let mut rng = Rng::new(3);
    let random = |values: &mut [T], rng: &mut Rng| {
        for value in values {
            *value = T::from_f64(rng.normal());
        }
    };
    // What a layer takes: numbers, or the words that it knows.
    let input = |values: &mut [T], rng: &mut Rng| match L::VOCABULARY {
        Some(words) => values.iter_mut().for_each(|value| *value = T::from_f64((rng.uniform() * words as f64).floor())),
        None => random(values, rng),
    };
    let blocks = samples.div_ceil(T::LANES);
    let lanes = |len: usize| {
        let mut lanes = vec![T::Lanes::zeroed(); len * blocks];
        scalars_mut::<T>(&mut lanes).fill(poison);
        lanes
    };
    let gradient = || {
        let mut gradient = make();
        gradient.as_mut_slice().fill(T::ONE);
        gradient
    };
    let mut all = vec![];
    let mut keep = |values: &[T]| all.extend(values.iter().map(|value| value.to_f64()));

    let pass = Pass::new(samples);
    let (mut x, mut dy) = (lanes(L::Input::LEN), lanes(L::Output::LEN));
    input(scalars_mut::<T>(&mut x), &mut rng);
    random(scalars_mut::<T>(&mut dy), &mut rng);
    let (x, dy) = (L::Input::all(&x), L::Output::all(&dy));
    let (mut y, mut trained, mut dx) = (lanes(L::Output::LEN), lanes(L::Output::LEN), lanes(L::Input::LEN));
    let mut cache = lanes(L::CACHE);
    layer.forward_blocks(&pass, x, L::Output::all_mut(&mut y), &mut lanes(L::BLOCK_SCRATCH));
    layer.forward_train_blocks(&pass, x, L::Output::all_mut(&mut trained), &mut cache, &mut lanes(L::BLOCK_SCRATCH));
    assert!(y == trained, "training and evaluation differ");
    let record = Record { x, y: L::Output::all(&y), cache: &cache };
    let (mut with_dx, mut without_dx) = (gradient(), gradient());
    let wanted = Some(L::Input::all_mut(&mut dx));
    layer.backward_blocks(&pass, record, dy, wanted, &mut with_dx, &mut lanes(L::BLOCK_SCRATCH));
    layer.backward_blocks(&pass, record, dy, None, &mut without_dx, &mut lanes(L::BLOCK_SCRATCH));
    assert!(with_dx.as_slice() == without_dx.as_slice(), "the gradient depends on whether dx is wanted");
    let from = |before: T, first: bool| {
        let mut grad = make();
        grad.as_mut_slice().fill(before);
        layer.backward_blocks(&Pass { first, ..pass }, record, dy, None, &mut grad, &mut lanes(L::BLOCK_SCRATCH));
        grad
    };
    if L::WRITES {
        assert!(
            from(poison, true).as_slice() == from(T::ZERO, false).as_slice(),
            "what is written is not what is added"
        );
    }
    keep(with_dx.as_slice());
    keep(scalars_mut::<T>(&mut y));
    keep(scalars_mut::<T>(&mut dx));

    let run = |len: usize| vec![poison; len];
    let (mut x, mut dy) = (run(L::Input::LEN), run(L::Output::LEN));
    input(&mut x, &mut rng);
    random(&mut dy, &mut rng);
    let (x, dy) = (L::Input::view(&x), L::Output::view(&dy));
    let (mut y, mut trained, mut dx) = (run(L::Output::LEN), run(L::Output::LEN), run(L::Input::LEN));
    let mut cache = run(L::CACHE);
    dispatch!(T: level(), simd => {
        layer.forward(simd, x, L::Output::view_mut(&mut y), &mut run(L::SCRATCH));
        layer.forward_train(simd, Noise::new(0), x, L::Output::view_mut(&mut trained), &mut cache, &mut run(L::SCRATCH));
    });
    assert!(y == trained, "training and evaluation differ");
    let record = Record { x, y: L::Output::view(&y), cache: &cache };
    let mut grad = gradient();
    let wanted = Some(L::Input::view_mut(&mut dx));
    dispatch!(T: level(), simd => layer.backward(simd, record, dy, wanted, &mut grad, &mut run(L::SCRATCH)));
    keep(grad.as_slice());
    keep(&y);
    keep(&dx);
    all
}

fn check<T: Scalar, L: Layer<T>, P: DerefMut<Target = L>>(make: impl Fn() -> P) {
    for samples in [1, 8, 16, 33, 100] {
        let clean = results(&make, samples, T::ZERO);
        assert!(clean.iter().all(|value| value.is_finite()), "{}", std::any::type_name::<L>());
        for poison in [f64::NAN, 7.0] {
            let poisoned = results(&make, samples, T::from_f64(poison));
            assert!(clean == poisoned, "{} reads what lay in a buffer before", std::any::type_name::<L>());
        }
    }
}

fn dense<T: Scalar, L: Layer<T>>() -> Boxed<L> {
    let mut layer = L::zeroed_boxed();
    fill::<T, L>(&mut layer, Init::Default, &mut Rng::new(1));
    layer
}

/// A layer whose values are all different from each other, and from where they begin.
fn shaken<T: Scalar, L: Layer<T>>() -> Boxed<L> {
    let (mut layer, mut rng) = (L::zeroed_boxed(), Rng::new(1));
    layer.as_mut_slice().fill_with(|| T::from_f64(0.5 + rng.uniform()));
    layer
}

fn check_all<T: Scalar>()
where
    Nest<T>: Network<T>,
    Fixed<T>: Network<T>,
    Outer<T>: Network<T>,
    Branched<T>: Network<T>,
    Words<T>: Network<T>,
    Pictures<T>: Network<T>,
{
    macro_rules! activations {
        ($(
            $(#[$doc:meta])*
            $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
        )*) => {
            $($(
                check::<T, _, _>(|| Box::new(static_nn::$Name::<D1<7>>::$constructor($($default)?)));
                check::<T, _, _>(|| Box::new(static_nn::$Name::<D1<70>>::$constructor($($default)?)));
            )*)*
        };
    }
    for_each_function! { activations }
    check::<T, _, _>(|| Box::new(Softmax::<D1<19>>::new()));
    check::<T, _, _>(|| Box::new(LogSoftmax::<D1<19>>::new()));
    check::<T, _, _>(|| Box::new(Identity::<D1<19>>::new()));
    check::<T, _, _>(dense::<T, Dense<T, 130, 67>>);
    check::<T, _, _>(dense::<T, Dense<T, 2000, 3, NoBias>>);
    check::<T, _, _>(shaken::<T, Standardize<T, 7>>);
    check::<T, _, _>(shaken::<T, Standardize<T, 70>>);
    check::<T, Nest<T>, _>(|| Network::boxed(5));
    check::<T, _, _>(shaken::<T, Fixed<T>>);
    check::<T, Outer<T>, _>(|| Network::boxed(5));
    check::<T, Branched<T>, _>(|| Network::boxed(5));
    check::<T, Words<T>, _>(|| Network::boxed(5));
    check::<T, Embedding<T, 70, 3, 9, D2<9, 3, 27>>, _>(shaken);
    check::<T, Embedding<T, 2, 33, 5, D2<5, 33, 165>>, _>(shaken);
    check::<T, Pictures<T>, _>(|| Network::boxed(5));
}

/// An image's shape.
macro_rules! image {
    ($c:literal, $h:literal, $w:literal) => {
        D3<$c, $h, $w, { $c * $h * $w }>
    };
}

const EPS: u64 = 1e-5_f64.to_bits();

/// Layers of images; odd extents, and windows that reach over every border.
fn check_images<T: Scalar>() {
    type Wide = Window<3, 3, 2, 3, 1, 1, 2, 1>;
    check::<T, Conv2d<T, image!(2, 9, 7), image!(5, 7, 5), Window<3, 3>, 5, 18>, _>(dense);
    check::<T, Conv2d<T, image!(3, 7, 6), image!(17, 7, 6), Window<3, 2, 1, 1, 1, 0>, 17, 18, 1, NoBias>, _>(dense);
    check::<T, Conv2d<T, image!(4, 9, 8), image!(6, 4, 3), Wide, 6, 18, 2>, _>(dense);
    check::<T, Conv2d<T, image!(6, 5, 5), image!(6, 5, 5), Window<3, 3, 1, 1, 1, 1>, 6, 9, 6>, _>(dense);
    check::<T, Conv2d<T, image!(33, 3, 5), image!(18, 3, 5), Window<1, 1>, 18, 33>, _>(dense);
    check::<T, ConvTranspose2d<T, image!(3, 4, 3), image!(5, 9, 6), Window<3, 2, 2, 2>, 3, 5, 30>, _>(dense);
    check::<T, ConvTranspose2d<T, image!(4, 3, 3), image!(2, 8, 7), Wide, 4, 2, 9, 2, NoBias>, _>(dense);
    check::<T, _, _>(|| Box::new(MaxPool2d::<image!(3, 5, 7), image!(3, 2, 3), Window<2, 2, 2, 2>>::new()));
    check::<T, _, _>(|| Box::new(MaxPool2d::<image!(2, 6, 7), image!(2, 3, 4), Window<3, 3, 2, 2, 1, 1>>::new()));
    check::<T, _, _>(|| Box::new(AvgPool2d::<image!(3, 5, 7), image!(3, 2, 3), Window<2, 2, 2, 2>>::new(true)));
    check::<T, _, _>(|| Box::new(AvgPool2d::<image!(2, 6, 7), image!(2, 3, 4), Window<3, 3, 2, 2, 1, 1>>::new(false)));
    check::<T, _, _>(|| Box::new(AdaptiveAvgPool2d::<image!(3, 5, 7), image!(3, 2, 3)>::new()));
    check::<T, _, _>(|| Box::new(GlobalAvgPool2d::<image!(3, 5, 7)>::new()));
    check::<T, _, _>(|| Box::new(GlobalMaxPool2d::<image!(3, 5, 7)>::new()));
    check::<T, _, _>(|| Box::new(Upsample::<image!(3, 2, 3), image!(3, 4, 9)>::new()));
    check::<T, _, _>(|| Box::new(ZeroPad2d::<image!(3, 2, 3), image!(3, 6, 5)>::new()));
    check::<T, _, _>(|| Box::new(LocalResponseNorm::<image!(6, 3, 3)>::new(5, 0.5, 0.75, 2.0)));
    check::<T, GroupNorm<T, image!(6, 3, 3), 6, 2, EPS>, _>(shaken);
    check::<T, LayerNorm<T, 54, EPS, image!(6, 3, 3)>, _>(shaken);
}

#[test]
fn nothing_is_read_before_it_is_written() {
    check_all::<f32>();
    check_all::<f64>();
}

#[test]
fn no_layer_of_images_reads_before_it_writes() {
    check_images::<f32>();
    check_images::<f64>();
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small { input: [4], a: Dense(5), Tanh, b: Dense(3) }
}

#[test]
fn a_bad_batch_leaves_nothing_behind() {
    let net = Small::new(1);
    let short = [[0.5; 4]; 3];
    let mut workspace = Workspace::new();
    net.gradient_batch(&mut workspace, &[[f32::NAN; 4]; 64], &[0_u8; 64], CrossEntropy).unwrap();
    let used = net.gradient_batch(&mut workspace, &short, &[0_u8; 3], CrossEntropy).unwrap().clone();
    let fresh = net.gradient_batch(&mut Workspace::new(), &short, &[0_u8; 3], CrossEntropy).unwrap().clone();
    assert_eq!(used, fresh);
}

/// `Σ |y - t|`, with the one-sample path only.
#[derive(Debug)]
struct Absolute;

impl<T: Scalar> Loss<T, D1<3>, [T; 3]> for Absolute {
    fn check(&self, _: &[T; 3]) -> Result<(), TargetError> {
        Ok(())
    }

    fn sample<S: Simd>(&self, _: S, y: &[T; 3], target: &[T; 3], dy: &mut [T; 3]) -> T {
        let mut sum = T::ZERO;
        for ((dy, &y), &target) in dy.iter_mut().zip(y).zip(target) {
            let above = y > target;
            *dy = if above { T::ONE } else { -T::ONE };
            sum += if above { y - target } else { target - y };
        }
        sum
    }
}

/// Sums of nineteen numbers near one, in `f32` and in another order.
const ROUNDING: f32 = 1e-6;

#[test]
fn a_loss_of_one_sample_serves_batches_too() {
    let net = Small::new(1);
    let mut workspace = Workspace::new();
    let xs: Vec<[f32; 4]> = (0..19_u8).map(|i| [f32::from(i) * 0.1, 1.0, -0.5, 0.2]).collect();
    let targets = vec![[0.3, -0.2, 5.0]; xs.len()];
    let batch = net.gradient_batch(&mut workspace, &xs, &targets, Absolute).unwrap().clone();
    let mut mean = [0.0; Small::PARAMETERS];
    for (x, target) in xs.iter().zip(&targets) {
        let gradient = net.gradient(&mut workspace, x, target, Absolute).unwrap();
        for (mean, gradient) in mean.iter_mut().zip(gradient.as_slice()) {
            *mean += gradient / 19.0;
        }
    }
    for (mean, batch) in mean.iter().zip(batch.as_slice()) {
        assert!((mean - batch).abs() < ROUNDING, "{mean} {batch}");
    }
}

/// A row of a table, whose length nobody promises.
struct Row(Vec<f32>);

impl Sample<f32, D1<4>> for Row {
    type Value = f32;

    fn values(&self) -> &[f32] {
        &self.0
    }
}

#[test]
fn a_sample_of_another_length_is_an_error() {
    let mut net = Small::new(1);
    let before = net.clone();
    let rows = [Row(vec![1.0; 4]), Row(vec![1.0; 2])];
    let mut ys = [[7.0; 3]; 2];
    let error = BatchError::Sample { sample: 1, expected: 4, found: 2 };
    assert_eq!(net.forward_batch(&rows, &mut ys), Err(error));
    assert_eq!(ys.as_flattened(), [7.0; 6]);
    assert_eq!(error.to_string(), "sample 1 has 2 values, but the network takes 4");
    let mut workspace = Workspace::new();
    assert_eq!(net.gradient_batch(&mut workspace, &rows, &[0_u8, 1], CrossEntropy).unwrap_err(), error);
    let alone = BatchError::Sample { sample: 0, expected: 4, found: 2 };
    assert_eq!(net.gradient(&mut workspace, &rows[1], &1_u8, CrossEntropy).unwrap_err(), alone);
    let error = Trainer::new(CrossEntropy, Sgd::new(0.1)).fit(&mut net, &rows, &[0_u8, 1]).unwrap_err();
    assert!(matches!(error, TrainError::Sample { sample: 1, expected: 4, found: 2, .. }));
    assert_eq!(error.to_string(), "sample 1 of the training set has 2 values, but the network takes 4");
    assert_eq!(net, before);
}

#[test]
#[should_panic(expected = "a sample has 2 values, and the network takes 4")]
fn an_answer_to_a_sample_of_another_length_is_a_panic_that_says_so() {
    let _ = Small::new(1).forward(&Row(vec![1.0; 2]));
}

network! {
    pub struct Picture { input: [1, 700, 700], Relu, output: [1, 700, 700] }
}

#[test]
fn a_large_output_does_not_pass_over_the_stack() {
    let train = || {
        let net = Picture::boxed(1);
        let xs: Box<[f32; 490_000]> = vec![0.5; 490_000].into_boxed_slice().try_into().unwrap();
        let xs = [xs];
        let ys = [vec![0.5; 490_000].into_boxed_slice()];
        let ys: [Box<[f32; 490_000]>; 1] = ys.map(|y| y.try_into().unwrap());
        let targets: &[[f32; 490_000]] = std::slice::from_ref(&*ys[0]);
        let mut workspace: Workspace<f32, Picture> = Workspace::with_batch(1);
        net.gradient_batch(&mut workspace, &xs, targets, MeanSquaredError).unwrap();
        static_nn::train::evaluate(&net, &xs, targets, MeanSquaredError).unwrap().loss
    };
    let loss = std::thread::Builder::new().stack_size(1 << 20).spawn(train).unwrap().join().unwrap();
    assert!(loss.abs() < 1e-12);
}
