//! What PyTorch computes: outputs, losses, gradients, optimizer steps and files. `tests/goldens` says where the numbers
//! come from.

#[path = "goldens/images.rs"]
mod images;
#[path = "goldens/layers.rs"]
mod layers;
#[path = "goldens/networks.rs"]
mod networks;
#[path = "goldens/optimizers.rs"]
mod optimizers;
#[path = "goldens/sequences.rs"]
mod sequences;
#[path = "goldens/states.rs"]
mod states;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path as FilePath, PathBuf};

use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use static_nn::bytemuck::Zeroable;
use static_nn::fearless_simd::dispatch;
use static_nn::kernels::{for_each_function, level};
use static_nn::loss::Reduction;
use static_nn::optim::State;
use static_nn::scalar::{Number, scalars, scalars_mut};
use static_nn::{
    Adam, BinaryCrossEntropy, BinaryCrossEntropyOfProbabilities, Boxed, CosineSimilarity, CrossEntropy, D1, Dense,
    HalfMeanSquaredError, Hinge, Huber, KlDivergence, Layer, LogSoftmax, Loss, MeanAbsoluteError, MeanSquaredError,
    MultiMargin, Noise, Parameters, Pass, Path, Record, Scalar, Sgd, Shape, SmoothL1, Softmax, SumSquaredError,
    Workspace, network,
};

network! {
    /// 4-10-10-3.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small {
        input: [4],
        fc1: Dense(10), Relu,
        fc2: Dense(10), Tanh,
        fc3: Dense(3),
        output: [3],
    }
}

network! {
    /// 6-16-8-2, the first layer without bias.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Regressor {
        input: [6],
        fc1: Dense(16, bias = false), LeakyRelu(slope = 0.1),
        fc2: Dense(8), Gelu,
        fc3: Dense(2),
        output: [2],
    }
}

network! {
    /// 37-53-29-1: no size is a multiple of a vector's length.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Wide {
        input: [37],
        fc1: Dense(53), Silu,
        fc2: Dense(29), Elu,
        fc3: Dense(1),
        output: [1],
    }
}

network! {
    /// A sum, a gate and a concatenation, with branches that are nothing but the input.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/goldens/branched.model.safetensors")]
    pub struct Branched {
        input: [6],
        down: Add { { fc1: Dense(8), Tanh, fc2: Dense(5) }, { fc: Dense(5, bias = false) } },
        gate: Multiply { { fc: Dense(5), Sigmoid }, {} },
        features: Concat { {}, { fc: Dense(3), Silu }, { Tanh } },
        last: Dense(2),
        output: [2],
    }
}

/// `f32` outputs and losses: PyTorch's own are up to 1.0e-7 from the exact ones, and ours may be as far on the other side.
const OUTPUT: f64 = 3e-7;
/// `f32` gradients: PyTorch's own are up to 4.0e-8 from the exact ones.
const GRADIENT: f64 = 1e-7;
/// Parameters after five steps of SGD: PyTorch's own are up to 6.2e-8 from the exact ones.
const SGD: f64 = 2e-7;
/// Parameters after five steps of Adam, which divides gradients by their size: PyTorch's own are up to 3.3e-7 from the
/// exact ones.
const ADAM: f64 = 1e-6;
/// `f64` functions and losses at values of up to 1000, of which the last place is 1.1e-13.
const DOUBLE: f64 = 1e-12;
/// The same in `f32`, relative to values above 1: 16 units of rounding, 2^-24. The derivatives of silu and gelu multiply the
/// rounding of a number near 1 by `x`, which is up to about 10 before that number is 1.
const SINGLE: f64 = 1e-6;

/// The tensors of a safetensors file: extents, and values read row by row.
struct Tensors(BTreeMap<String, (Vec<usize>, Vec<f64>)>);

impl Tensors {
    fn golden(file: &str) -> Self {
        Self::read(&goldens().join(file))
    }

    fn read(path: &FilePath) -> Self {
        let bytes = fs::read(path).unwrap();
        let tensors = SafeTensors::deserialize(&bytes).unwrap().tensors().into_iter().map(|(name, view)| {
            let values = match view.dtype() {
                Dtype::F32 => view.data().as_chunks().0.iter().map(|b| f32::from_le_bytes(*b).into()).collect(),
                Dtype::F64 => view.data().as_chunks().0.iter().map(|b| f64::from_le_bytes(*b)).collect(),
                other => panic!("`{name}` is {other}"),
            };
            (name, (view.shape().to_vec(), values))
        });
        Self(tensors.collect())
    }

    fn values<T: Scalar>(&self, name: &str) -> Vec<T> {
        self.0[name].1.iter().map(|value| T::from_f64(*value)).collect()
    }

    fn rows<T: Scalar, const N: usize>(&self, name: &str) -> Vec<[T; N]> {
        assert_eq!(self.0[name].0.last(), Some(&N), "{name}");
        self.values(name).as_chunks().0.to_vec()
    }

    /// Asserts that `parameters` are the tensors here whose names begin with `prefix`: all of them, in PyTorch's layout.
    #[track_caller]
    fn assert_parameters<P: Parameters<f32>>(&self, prefix: &str, parameters: &P, tolerance: f64) {
        let (mut from, mut count) = (0, 0);
        P::tensors(&Path::ROOT, &mut |tensor| {
            let name = format!("{prefix}{}", tensor.name);
            assert_eq!(self.0[&name].0, tensor.dims, "{name}");
            let values = &parameters.as_slice()[from..from + tensor.len()];
            let rows: Vec<f32> = (0..values.len()).map(|i| values[tensor.place(i)]).collect();
            assert_close(&name, &rows, &self.values(&name), tolerance);
            from += tensor.len();
            count += 1;
        });
        assert_eq!((from, count), (P::PARAMETERS, self.0.keys().filter(|name| name.starts_with(prefix)).count()));
    }
}

fn goldens() -> PathBuf {
    FilePath::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

#[track_caller]
fn assert_close<T: Scalar>(what: &str, found: &[T], expected: &[T], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let distance = (found.to_f64() - expected.to_f64()).abs();
        assert!(distance <= tolerance, "{what}[{i}] is {found}, not {expected}: off by {distance:e}");
    }
}

/// The gradient of the mean loss with respect to the inputs, sample by sample.
fn dx_by_sample<N, Y, L, const IN: usize, const OUT: usize>(
    net: &N,
    xs: &[[f32; IN]],
    targets: &[Y],
    loss: &L,
) -> Vec<[f32; IN]>
where
    N: Layer<f32, Input = D1<IN>, Output = D1<OUT>> + Clone,
    L: Loss<f32, D1<OUT>, Y>,
{
    let mut grad = net.clone();
    let (mut cache, mut scratch) = (vec![f32::NAN; N::CACHE], vec![f32::NAN; N::SCRATCH]);
    let backward = |(x, target): (&[f32; IN], &Y)| {
        let (mut y, mut dy, mut dx) = ([f32::NAN; OUT], [f32::NAN; OUT], [f32::NAN; IN]);
        dispatch!(level(), simd => net.forward_train(simd, Noise::new(0), x, &mut y, &mut cache, &mut scratch));
        dispatch!(level(), simd => loss.sample(simd, &y, target, &mut dy));
        let dy = dy.map(|dy| dy / xs.len() as f32);
        let record = Record { x, y: &y, cache: &cache };
        dispatch!(level(), simd => net.backward(simd, record, &dy, Some(&mut dx), &mut grad, &mut scratch));
        dx
    };
    xs.iter().zip(targets).map(backward).collect()
}

/// Samples as blocks, whose lanes behind the last sample hold a copy of it.
fn to_blocks<T: Scalar, const N: usize>(samples: &[[T; N]]) -> Vec<T::Lanes> {
    let mut lanes = vec![T::Lanes::zeroed(); samples.len().div_ceil(T::LANES) * N];
    for (i, value) in scalars_mut::<T>(&mut lanes).iter_mut().enumerate() {
        let sample = i / T::LANES / N * T::LANES + i % T::LANES;
        *value = samples[sample.min(samples.len() - 1)][i / T::LANES % N];
    }
    lanes
}

/// The first `count` samples of some blocks.
fn from_blocks<T: Scalar, const N: usize>(lanes: &[T::Lanes], count: usize) -> Vec<[T; N]> {
    let value = |sample: usize, i: usize| (sample / T::LANES * N + i) * T::LANES + sample % T::LANES;
    (0..count).map(|sample| std::array::from_fn(|i| scalars::<T>(lanes)[value(sample, i)])).collect()
}

/// Lanes of NaN, for what must be written before it is read.
fn poison<T: Scalar>(count: usize) -> Vec<T::Lanes> {
    let mut lanes = vec![T::Lanes::zeroed(); count];
    scalars_mut::<T>(&mut lanes).fill(T::from_f64(f64::NAN));
    lanes
}

/// The gradient of the mean loss with respect to the inputs, in blocks of samples.
fn dx_by_block<N, Y, L, const IN: usize, const OUT: usize>(
    net: &N,
    xs: &[[f32; IN]],
    targets: &[Y],
    loss: &L,
) -> Vec<[f32; IN]>
where
    N: Layer<f32, Input = D1<IN>, Output = D1<OUT>> + Clone,
    L: Loss<f32, D1<OUT>, Y>,
{
    let blocks = xs.len().div_ceil(f32::LANES);
    let pass = Pass::new(xs.len());
    let x = to_blocks(xs);
    let (mut y, mut dy, mut dx) =
        (poison::<f32>(blocks * OUT), poison::<f32>(blocks * OUT), poison::<f32>(blocks * IN));
    let (mut cache, mut scratch) = (poison::<f32>(N::CACHE * blocks), poison::<f32>(N::BLOCK_SCRATCH * blocks));
    let mut grad = net.clone();

    net.forward_train_blocks(&pass, D1::<IN>::all(&x), D1::<OUT>::all_mut(&mut y), &mut cache, &mut scratch);
    let outputs = D1::<OUT>::all(&y);
    for ((y, dy), targets) in outputs.iter().zip(D1::<OUT>::all_mut(&mut dy)).zip(targets.chunks(f32::LANES)) {
        let targets: Vec<&Y> = targets.iter().collect();
        loss.block(&pass, y, &targets, 1.0 / xs.len() as f32, dy, &mut [0.0; 16][..targets.len()]);
    }
    let record = Record { x: D1::<IN>::all(&x), y: outputs, cache: &cache };
    let wanted = Some(D1::<IN>::all_mut(&mut dx));
    net.backward_blocks(&pass, record, D1::<OUT>::all(&dy), wanted, &mut grad, &mut scratch);
    from_blocks::<f32, IN>(&dx, xs.len())
}

/// The tests of one network.
macro_rules! goldens_of {
    ($name:ident: $Net:ident, $loss:expr, $targets:expr) => {
        mod $name {
            use super::*;

            fn load() -> (Boxed<$Net>, Tensors) {
                let name = stringify!($name);
                let net = $Net::load(goldens().join(format!("{name}.model.safetensors"))).unwrap();
                (net, Tensors::golden(&format!("{name}.golden.safetensors")))
            }

            #[test]
            fn forward() {
                let (net, golden) = load();
                let (xs, expected) = (golden.rows("x"), golden.values("y"));
                let mut ys = Vec::new();
                for x in &xs {
                    ys.push(net.forward(x));
                }
                assert_close("y of one sample", ys.as_flattened(), &expected, OUTPUT);
                ys.as_flattened_mut().fill(f32::NAN);
                net.forward_batch(&xs, &mut ys).unwrap();
                assert_close("y of a batch", ys.as_flattened(), &expected, OUTPUT);
            }

            #[test]
            fn loss_and_gradient() {
                let (net, golden) = load();
                let (xs, targets) = (golden.rows("x"), $targets(&golden));
                // At once, and in several runs of blocks.
                for room in [64, 16] {
                    let mut workspace = Workspace::with_batch(room);
                    let gradient = net.gradient_batch(&mut workspace, &xs, &targets, $loss).unwrap();
                    golden.assert_parameters("grad.", gradient, GRADIENT);
                    assert_close("loss", &[workspace.loss()], &golden.values("loss"), OUTPUT);
                }
                // Sample by sample: the mean of the samples' gradients.
                let mut workspace = Workspace::new();
                let (mut mean, count) = ($Net::zeroed(), xs.len() as f32);
                let mut loss = 0.0;
                for (x, target) in xs.iter().zip(&targets) {
                    let gradient = net.gradient(&mut workspace, x, target, $loss).unwrap();
                    for (mean, gradient) in mean.as_mut_slice().iter_mut().zip(gradient.as_slice()) {
                        *mean += gradient / count;
                    }
                    loss += workspace.loss() / count;
                }
                golden.assert_parameters("grad.", &mean, GRADIENT);
                assert_close("loss", &[loss], &golden.values("loss"), OUTPUT);
            }

            #[test]
            fn gradient_of_the_input() {
                let (net, golden) = load();
                let (xs, targets, expected) = (golden.rows("x"), $targets(&golden), golden.values("dx"));
                let dx = dx_by_sample(&*net, &xs, &targets, &$loss);
                assert_close("dx of one sample", dx.as_flattened(), &expected, GRADIENT);
                let dx = dx_by_block(&*net, &xs, &targets, &$loss);
                assert_close("dx of a batch", dx.as_flattened(), &expected, GRADIENT);
            }

            #[test]
            fn five_steps_of_every_optimizer() {
                let sgd = Sgd::new(0.1).momentum(0.9);
                five_steps("sgd", sgd, SGD);
                five_steps("nesterov", sgd.nesterov(true), SGD);
                five_steps("adam", Adam::new(0.01), ADAM);
            }

            fn five_steps(prefix: &str, optimizer: impl static_nn::optim::Optimizer, tolerance: f64) {
                let (mut net, golden) = load();
                let (xs, targets) = (golden.rows("x"), $targets(&golden));
                let (mut workspace, mut state) = (Workspace::new(), State::new::<$Net>(&optimizer));
                for step in 1..=5 {
                    let loss = net.train_step(&mut workspace, &optimizer, &mut state, &xs, &targets, $loss).unwrap();
                    if step == 1 {
                        assert_close("loss", &[loss], &golden.values("loss"), OUTPUT);
                    }
                    golden.assert_parameters(&format!("{prefix}.{step}."), &*net, tolerance);
                }
            }
        }
    };
}

goldens_of!(small: Small, CrossEntropy, |golden: &Tensors| classes(golden, "target"));
goldens_of!(regressor: Regressor, MeanSquaredError, |golden: &Tensors| golden.rows::<f32, 2>("target"));
goldens_of!(wide: Wide, BinaryCrossEntropy, |golden: &Tensors| golden.rows::<f32, 1>("target"));
goldens_of!(branched: Branched, MeanSquaredError, |golden: &Tensors| golden.rows::<f32, 2>("target"));

#[test]
fn weights_of_branches_are_built_in_as_they_are_loaded() {
    let net = Branched::load(goldens().join("branched.model.safetensors")).unwrap();
    assert_eq!(*Branched::EMBEDDED, *net);
    let bits = |net: &Branched| net.forward(&[0.5; 6]).map(f32::to_bits);
    assert_eq!(bits(Branched::EMBEDDED), bits(&net));
}

/// Class indices, which the files hold as numbers of their own scalar.
fn classes(golden: &Tensors, name: &str) -> Vec<usize> {
    golden.0[name].1.iter().map(|class| class.to_string().parse().unwrap()).collect()
}

/// A layer without parameters and without memory against its golden outputs `y` and input gradients `dx`, with `prefix` before their names,
/// sample by sample and in blocks.
fn check_function<T, L, const N: usize>(golden: &Tensors, prefix: &str, layer: &L, xs: &[[T; N]], dys: &[[T; N]])
where
    T: Scalar,
    L: Layer<T, Input = D1<N>, Output = D1<N>> + Clone,
{
    let nan = T::from_f64(f64::NAN);
    let mut grad = layer.clone();
    let (mut ys, mut dxs) = (vec![[nan; N]; xs.len()], vec![[nan; N]; xs.len()]);
    for (((x, y), dy), dx) in xs.iter().zip(&mut ys).zip(dys).zip(&mut dxs) {
        dispatch!(level(), simd => layer.forward(simd, x, y, &mut []));
        let record = Record { x, y: &*y, cache: &[] };
        dispatch!(level(), simd => layer.backward(simd, record, dy, Some(dx), &mut grad, &mut []));
    }
    check_values(golden, prefix, "of one sample", &ys, &dxs);

    let (x, dy, pass) = (to_blocks(xs), to_blocks(dys), Pass::new(xs.len()));
    let (mut y, mut dx) = (poison::<T>(x.len()), poison::<T>(x.len()));
    layer.forward_blocks(&pass, D1::<N>::all(&x), D1::<N>::all_mut(&mut y), &mut []);
    let record = Record { x: D1::<N>::all(&x), y: D1::<N>::all(&y), cache: &[] };
    let wanted = Some(D1::<N>::all_mut(&mut dx));
    layer.backward_blocks(&pass, record, D1::<N>::all(&dy), wanted, &mut grad, &mut []);
    let (ys, dxs) = (from_blocks::<T, N>(&y, xs.len()), from_blocks::<T, N>(&dx, xs.len()));
    check_values(golden, prefix, "of a batch", &ys, &dxs);
}

fn check_values<T: Scalar, const N: usize>(golden: &Tensors, prefix: &str, way: &str, ys: &[[T; N]], dxs: &[[T; N]]) {
    for (tensor, found) in [("y", ys), ("dx", dxs)] {
        let tensor = format!("{prefix}{tensor}");
        let expected = &golden.0[&tensor].1;
        assert_eq!(found.as_flattened().len(), expected.len(), "{tensor}");
        for (i, (found, expected)) in found.as_flattened().iter().zip(expected).enumerate() {
            let distance = (found.to_f64() - expected).abs();
            let tolerance = if T::DTYPE == "F64" { DOUBLE } else { SINGLE * expected.abs().max(1.0) };
            assert!(distance <= tolerance, "{tensor}[{i}] {way} is {found}, not {expected}: off by {distance:e}");
        }
    }
}

/// A layer for all 423 points at once, beyond the size that is inlined, and for nine samples of 47, in both scalars.
macro_rules! check_activations {
    ($(
        $(#[$doc:meta])*
        $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
    )*) => {
        $($({
            let (file, constructor) = (stringify!($file), stringify!($constructor));
            let name = if constructor == "new" { file.to_owned() } else { format!("{file}_{constructor}") };
            let golden = Tensors::golden(&format!("activations/{name}.safetensors"));
            let long = static_nn::$Name::<D1<423>>::$constructor($($default)?);
            let short = static_nn::$Name::<D1<47>>::$constructor($($default)?);
            let (x64, x32) = (golden.values::<f64>("x"), golden.values::<f32>("x"));
            check_function::<f64, _, 423>(&golden, "", &long, x64.as_chunks().0, &[[1.0; 423]]);
            check_function::<f32, _, 423>(&golden, "", &long, x32.as_chunks().0, &[[1.0; 423]]);
            check_function::<f64, _, 47>(&golden, "", &short, x64.as_chunks().0, &[[1.0; 47]; 9]);
            check_function::<f32, _, 47>(&golden, "", &short, x32.as_chunks().0, &[[1.0; 47]; 9]);
        })*)*
    };
}

#[test]
fn activations() {
    for_each_function! { check_activations }
}

#[test]
fn softmax_and_its_logarithm() {
    let golden = Tensors::golden("softmax.golden.safetensors");
    let (softmax, log_softmax) = (Softmax::<D1<10>>::new(), LogSoftmax::<D1<10>>::new());
    check_function::<f64, _, 10>(&golden, "softmax.", &softmax, &golden.rows("x"), &golden.rows("dy"));
    check_function::<f32, _, 10>(&golden, "softmax.", &softmax, &golden.rows("x"), &golden.rows("dy"));
    check_function::<f64, _, 10>(&golden, "log_softmax.", &log_softmax, &golden.rows("x"), &golden.rows("dy"));
    check_function::<f32, _, 10>(&golden, "log_softmax.", &log_softmax, &golden.rows("x"), &golden.rows("dy"));
}

/// What the sum of the losses of some samples is divided by.
fn divisor<T: Scalar, Y>(loss: &impl Loss<T, D1<5>, Y>, targets: &[Y]) -> f64 {
    match loss.reduction() {
        Reduction::Mean => targets.len() as f64,
        Reduction::WeightedMean => targets.iter().map(|target| loss.weight(target)).sum(),
        Reduction::Sum => 1.0,
    }
}

/// The loss and its gradient, sample by sample, in blocks, and through a network.
fn check_loss<T: Scalar, Y: Sync>(
    name: &str,
    loss: &impl Loss<T, D1<5>, Y>,
    outputs: &str,
    targets: impl Fn(&Tensors) -> Vec<Y>,
) {
    let golden = Tensors::golden("losses.golden.safetensors");
    let (ys, targets) = (golden.rows::<T, 5>(outputs), targets(&golden));
    let (expected_loss, expected) = (&golden.0[&format!("{name}.loss")].1, &golden.0[&format!("{name}.gradient")].1);
    let divisor = divisor(loss, &targets);
    loss.check_settings().unwrap();
    for target in &targets {
        loss.check(target).unwrap();
    }

    let (mut sum, mut dys) = (0.0, vec![[T::from_f64(f64::NAN); 5]; ys.len()]);
    for ((y, dy), target) in ys.iter().zip(&mut dys).zip(&targets) {
        sum += dispatch!(level(), simd => loss.sample(simd, y, target, dy)).to_f64();
        *dy = dy.map(|dy| dy * T::from_f64(1.0 / divisor));
    }
    assert_near::<T>(name, &[sum / divisor], expected_loss);
    assert_near::<T>(name, &doubles(dys.as_flattened()), expected);

    // The first five, which leave lanes empty, then the rest.
    let (mut sum, mut dys) = (0.0, Vec::new());
    for (ys, targets) in [(&ys[..5], &targets[..5]), (&ys[5..], &targets[5..])] {
        let nan = T::from_f64(f64::NAN);
        let (y, mut dy, mut losses) = (to_blocks(ys), poison::<T>(5), vec![nan; ys.len()]);
        let targets: Vec<&Y> = targets.iter().collect();
        let (y, dy_block) = (&D1::<5>::all(&y)[0], &mut D1::<5>::all_mut(&mut dy)[0]);
        loss.block(&Pass::new(ys.len()), y, &targets, T::from_f64(1.0 / divisor), dy_block, &mut losses);
        sum += losses.iter().map(|loss| loss.to_f64()).sum::<f64>();
        dys.extend(from_blocks::<T, 5>(&dy, ys.len()));
    }
    assert_near::<T>(name, &[sum / divisor], expected_loss);
    assert_near::<T>(name, &doubles(dys.as_flattened()), expected);

    // The bias of a layer that changes nothing has the sum of the samples' gradients.
    let mut identity = Dense::<T, 5, 5>::zeroed_boxed();
    identity.weight.fill_diagonal(T::ONE);
    let mut workspace = Workspace::new();
    let gradient = static_nn::network::gradient_batch(&*identity, &mut workspace, &ys, &targets, loss).unwrap();
    let sums: Vec<f64> = (0..5).map(|i| expected.iter().skip(i).step_by(5).sum()).collect();
    assert_near::<T>(name, &doubles(gradient.bias.as_slice()), &sums);
    assert_near::<T>(name, &[workspace.loss().to_f64()], expected_loss);
}

fn doubles<T: Scalar>(values: &[T]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

/// As [`assert_close`], relative to values above 1: the gradient at a probability of zero is 1e12.
#[track_caller]
fn assert_near<T: Scalar>(what: &str, found: &[f64], expected: &[f64]) {
    let tolerance = if T::DTYPE == "F64" { DOUBLE } else { SINGLE };
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let distance = (found - expected).abs();
        let tolerance = tolerance * expected.abs().max(1.0);
        assert!(distance <= tolerance, "{what}[{i}] in {} is {found}, not {expected}: off by {distance:e}", T::DTYPE);
    }
}

/// Every loss in one scalar.
fn check_losses<T: Scalar>() {
    let class = |golden: &Tensors| classes(golden, "classes");
    let soft = |golden: &Tensors| golden.rows::<T, 5>("soft");
    let values = |golden: &Tensors| golden.rows::<T, 5>("values");
    let chances = |golden: &Tensors| golden.rows::<T, 5>("chances");

    let weighted = CrossEntropy.class_weights([0.5, 1.0, 2.0, 0.25, 3.0]);
    let smoothed = CrossEntropy.label_smoothing(0.1);
    let both = weighted.label_smoothing(0.1);
    check_loss::<T, _>("cross_entropy.class", &CrossEntropy, "logits", class);
    check_loss::<T, _>("cross_entropy.weighted", &weighted, "logits", class);
    check_loss::<T, _>("cross_entropy.smoothed", &smoothed, "logits", class);
    check_loss::<T, _>("cross_entropy.both", &both, "logits", class);
    check_loss::<T, _>("cross_entropy.one_hot", &CrossEntropy, "logits", |golden| golden.rows::<T, 5>("one_hot"));
    check_loss::<T, _>("cross_entropy.soft", &CrossEntropy, "logits", soft);
    check_loss::<T, _>("cross_entropy.soft_weighted", &weighted, "logits", soft);
    check_loss::<T, _>("cross_entropy.soft_smoothed", &smoothed, "logits", soft);
    check_loss::<T, _>("cross_entropy.soft_both", &smoothed.class_weights([0.5, 1.0, 2.0, 0.25, 3.0]), "logits", soft);
    check_loss::<T, _>("multi_margin", &MultiMargin::default(), "scores", class);
    check_loss::<T, _>("multi_margin.wide", &MultiMargin::new(2.5), "scores", class);
    check_loss::<T, _>("kl_div", &KlDivergence, "predictions", soft);

    check_loss::<T, _>("bce_with_logits", &BinaryCrossEntropy, "logits", chances);
    check_loss::<T, _>("bce_with_logits.weighted", &BinaryCrossEntropy.positive_weight(2.5), "logits", chances);
    check_loss::<T, _>("bce", &BinaryCrossEntropyOfProbabilities, "certain", |golden| golden.rows::<T, 5>("answers"));
    check_loss::<T, _>("hinge", &Hinge, "scores", |golden| golden.rows::<T, 5>("sides"));
    check_loss::<T, _>("hinge", &Hinge, "scores", |golden| {
        golden.rows::<T, 5>("sides").iter().map(|row| row.map(|side| side > T::ZERO)).collect()
    });

    check_loss::<T, _>("mse", &MeanSquaredError, "predictions", values);
    check_loss::<T, _>("half_mse", &HalfMeanSquaredError, "predictions", values);
    check_loss::<T, _>("sum_of_squares", &SumSquaredError, "predictions", values);
    check_loss::<T, _>("l1", &MeanAbsoluteError, "near", values);
    check_loss::<T, _>("huber", &Huber::new(0.75), "near", values);
    check_loss::<T, _>("smooth_l1", &SmoothL1::new(0.75), "near", values);
    check_loss::<T, _>("cosine", &CosineSimilarity, "predictions", values);
}

#[test]
fn losses() {
    check_losses::<f64>();
    check_losses::<f32>();
}

/// `from_rust.py` takes the two files that this test leaves in `target/tmp`.
#[test]
fn a_saved_network_is_pytorchs_state_dict() {
    let mut net = Small::boxed(7);
    let golden = Tensors::golden("small.golden.safetensors");
    let (xs, classes) = (golden.rows("x"), classes(&golden, "target"));
    let (mut workspace, optimizer) = (Workspace::new(), Adam::new(0.05));
    let mut state = State::new::<Small>(&optimizer);
    for _ in 0..10 {
        net.train_step(&mut workspace, &optimizer, &mut state, &xs, &classes, CrossEntropy).unwrap();
    }
    let directory = FilePath::new(env!("CARGO_TARGET_TMPDIR"));
    let path = directory.join("small.model.safetensors");
    net.save(&path).unwrap();

    let saved = Tensors::read(&path);
    let names: Vec<&str> = saved.0.keys().map(String::as_str).collect();
    assert_eq!(names, ["fc1.bias", "fc1.weight", "fc2.bias", "fc2.weight", "fc3.bias", "fc3.weight"]);
    assert_eq!(saved.0["fc1.weight"].0, [10, 4]);
    assert_eq!(saved.0["fc3.weight"].0, [3, 10]);
    assert_eq!(saved.0["fc3.bias"].0, [3]);
    for (output, row) in saved.rows::<f32, 4>("fc1.weight").iter().enumerate() {
        for (input, weight) in row.iter().enumerate() {
            assert_eq!(weight.to_bits(), net.fc1.weight[(output, input)].to_bits(), "[{output}, {input}]");
        }
    }
    for (output, row) in saved.rows::<f32, 10>("fc3.weight").iter().enumerate() {
        for (input, weight) in row.iter().enumerate() {
            assert_eq!(weight.to_bits(), net.fc3.weight[(output, input)].to_bits(), "[{output}, {input}]");
        }
    }
    assert_eq!(saved.values::<f32>("fc2.bias"), net.fc2.bias.as_slice());
    assert_eq!(*Small::load(&path).unwrap(), *net);

    let mut ys = vec![[0.0; 3]; xs.len()];
    net.forward_batch(&xs, &mut ys).unwrap();
    let bytes: Vec<u8> = ys.as_flattened().iter().flat_map(|y| y.to_le_bytes()).collect();
    let answer = TensorView::new(Dtype::F32, vec![xs.len(), 3], &bytes).unwrap();
    safetensors::serialize_to_file([("y", answer)], None, &directory.join("small.answer.safetensors")).unwrap();
}
