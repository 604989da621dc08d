//! One sample or a block, cut here or there, `f32` or `f64`: whatever way a network is run, it is the same network, and the same
//! as one written by hand with boxed layers and heap matrices.
//!
//! The networks are chains of dense layers up to 300 wide, declared in `random_networks/chains.rs`.

use nalgebra::DVector;
use static_nn::init::Rng;
use static_nn::{D1, MeanSquaredError, Network, Number, Scalar, Workspace, network};

mod plain;
mod random_networks;

use random_networks::{Spec, generator, source};

/// Wraps [`check`] of one network.
macro_rules! check {
    ($Net:ident, $inputs:literal, $outputs:literal) => {
        check::<$Net<f32>, $Net<f64>, $inputs, $outputs>
    };
}

/// Makes a network's own methods callable for any network.
macro_rules! methods {
    ($Net:ident, $inputs:literal, $outputs:literal) => {
        impl<T: static_nn::Scalar> crate::Methods<T, $inputs, $outputs> for $Net<T> {
            fn one(&self, x: &[T; $inputs]) -> [T; $outputs] {
                self.forward(x)
            }

            fn one_with(&self, x: &[T; $inputs]) -> [T; $outputs] {
                // What is in a scratch does not matter.
                let mut scratch = [T::from_f64(f64::NAN); <$Net<f32> as static_nn::Layer<f32>>::FORWARD_SCRATCH];
                self.forward_with(&mut scratch, x)
            }

            fn batch(&self, xs: &[[T; $inputs]], ys: &mut [[T; $outputs]]) {
                self.forward_batch(xs, ys).unwrap();
            }
        }
    };
}

#[path = "random_networks/chains.rs"]
mod chains;

/// The seed of the networks in `random_networks/chains.rs`.
const SEED: u64 = 5;
/// How many there are.
const COUNT: usize = 40;
/// One below, at and above multiples of the widths of vectors, blocks and tiles.
const WIDTHS: [usize; 17] = [1, 3, 5, 7, 9, 15, 17, 31, 33, 63, 65, 127, 129, 255, 257, 299, 300];

/// The error of single precision, relative to the norm of what is compared: a sum of 300 products is off by some
/// `sqrt(300) * 6e-8 = 1e-6` of its norm at worst, and there are up to four of them on the way and four on the way back.
const SINGLE: f64 = 1e-5;
/// The same in double precision.
const DOUBLE: f64 = SINGLE * f64::EPSILON / f32::EPSILON as f64;
/// No value lies nearer than this to a kink of its activation, on whose other side rounding in single precision might put it.
const KINK_MARGIN: f64 = 1e-5;
/// The error of a sum of 300 terms in single precision, relative to the norm of the terms: `sqrt(300) * 6e-8`.
const SUM: f64 = 1e-6;
/// No layer's sums cancel to less than this part of their terms: what is left of less is known to fewer digits than [`SINGLE`]
/// asks for, whatever computes it. In a layer of one output that happens by chance.
const LEAST_LEFT: f64 = SUM / SINGLE;
/// Samples that are compared with the plain network: more than one block in either precision, and a part of one.
const SAMPLES: usize = 19;
/// Samples that are cut in every place: four blocks of `f32` and a part.
const CUT: usize = 70;
/// Capacities of a workspace: less than a block, one block, a little more, the usual, more than there is.
const CAPACITIES: [usize; 5] = [1, 16, 17, 64, 1000];

/// A check of one network.
type Check = fn(&Spec);

/// The methods that every declared network has of its own.
trait Methods<T: Scalar, const IN: usize, const OUT: usize> {
    fn one(&self, x: &[T; IN]) -> [T; OUT];
    fn one_with(&self, x: &[T; IN]) -> [T; OUT];
    fn batch(&self, xs: &[[T; IN]], ys: &mut [[T; OUT]]);
}

/// A network from `IN` to `OUT` values.
trait Chain<T: Scalar, const IN: usize, const OUT: usize>:
    Network<T, Input = D1<IN>, Output = D1<OUT>> + Methods<T, IN, OUT>
{
}

impl<T: Scalar, N, const IN: usize, const OUT: usize> Chain<T, IN, OUT> for N where
    N: Network<T, Input = D1<IN>, Output = D1<OUT>> + Methods<T, IN, OUT>
{
}

/// `count` arrays of normal numbers that both precisions hold exactly.
fn arrays<const N: usize>(count: usize, rng: &mut Rng) -> Vec<[f64; N]> {
    (0..count).map(|_| core::array::from_fn(|_| f32::from_f64(rng.normal()).to_f64())).collect()
}

fn rounded<T: Scalar, const N: usize>(values: &[[f64; N]]) -> Vec<[T; N]> {
    values.iter().map(|values| values.map(T::from_f64)).collect()
}

fn exact<T: Scalar, const N: usize>(values: &[T; N]) -> Vec<f64> {
    values.iter().map(|value| value.to_f64()).collect()
}

fn assert_near(found: &[f64], expected: &[f64], tolerance: f64, what: &str, spec: &Spec) {
    let error = plain::relative_error(found, expected);
    assert!(error <= tolerance, "{what}: {error:e}\n{}", source::declaration(spec));
}

/// Bits are compared, so that NaN is no excuse.
fn assert_same<T: Scalar, const N: usize>(a: &[T; N], b: &[T; N], what: &str, spec: &Spec) {
    let bits = |values: &[T; N]| values.map(|value| value.to_f64().to_bits());
    assert!(bits(a) == bits(b), "{what}\n{}", source::declaration(spec));
}

/// What the plain network says.
struct Expected<const OUT: usize> {
    ys: Vec<Vec<f64>>,
    /// For each sample, the gradients of the mean squared error with respect to the tensors.
    gradients: Vec<Vec<Vec<f64>>>,
}

/// The plain network's answers and gradients, if no value comes too near to a kink and no sum cancels.
fn expected<const IN: usize, const OUT: usize>(
    twin: &mut plain::Network,
    xs: &[[f64; IN]],
    targets: &[[f64; OUT]],
) -> Option<Expected<OUT>> {
    let mut expected = Expected { ys: Vec::new(), gradients: Vec::new() };
    for (x, target) in xs.iter().zip(targets) {
        let y = twin.forward(&DVector::from_row_slice(x));
        if twin.distance_to_kink() < KINK_MARGIN {
            return None;
        }
        let difference = &y - DVector::from_row_slice(target);
        let left = plain::left(&difference, &(plain::squared(&y) + plain::squared(&DVector::from_row_slice(target))));
        twin.backward(&(difference * 2.0 / OUT as f64));
        if left.min(twin.left()) < LEAST_LEFT {
            return None;
        }
        let mut gradients = Vec::new();
        twin.take_gradients(&mut gradients);
        expected.ys.push(y.as_slice().to_vec());
        expected.gradients.push(gradients);
    }
    Some(expected)
}

/// Checks one network in both precisions. Its seed is the first from `1000 * index` on with which no value comes too near to a
/// kink of its activation and no sum cancels.
fn check<N, M, const IN: usize, const OUT: usize>(spec: &Spec)
where
    N: Chain<f32, IN, OUT>,
    M: Chain<f64, IN, OUT>,
{
    assert_eq!(spec.name, N::NAME);
    let index: u64 = spec.name.trim_start_matches("Chain").parse().unwrap();
    let mut rng = Rng::new(index);
    let (xs, targets) = (arrays::<IN>(SAMPLES, &mut rng), arrays::<OUT>(SAMPLES, &mut rng));
    let found = (1000 * index..1000 * (index + 1)).find_map(|seed| {
        let net = N::boxed(seed);
        // The plain network has the parameters of the network in single precision.
        let mut twin = spec.plain(plain::tensors::<f32, N>(&net));
        expected(&mut twin, &xs, &targets).map(|expected| (seed, net, expected))
    });
    let (seed, net, expected) = found.expect("a seed that suits");
    println!("{}: {} seeds passed over", spec.name, seed - 1000 * index);
    paths(&*net, spec, &xs, &targets, &expected, SINGLE);
    cuts(&*net, spec, &mut rng);

    // The twin in double precision starts from the same numbers, rounded to single precision there.
    let mut double = M::boxed(seed);
    for (double, single) in double.as_mut_slice().iter_mut().zip(net.as_slice()) {
        assert_eq!(f32::from_f64(*double).to_bits(), single.to_bits());
        *double = f64::from(*single);
    }
    paths(&*double, spec, &xs, &targets, &expected, DOUBLE);
    let single: Vec<[f32; OUT]> = rounded::<f32, IN>(&xs).iter().map(|x| net.one(x)).collect();
    for (single, x) in single.iter().zip(&xs) {
        assert_near(&exact(single), &double.one(x), SINGLE, "f32 and f64", spec);
    }
}

/// All ways to run a network and its gradient against the plain network.
fn paths<T: Scalar, N: Chain<T, IN, OUT>, const IN: usize, const OUT: usize>(
    net: &N,
    spec: &Spec,
    xs: &[[f64; IN]],
    targets: &[[f64; OUT]],
    expected: &Expected<OUT>,
    tolerance: f64,
) {
    let (xs, targets) = (rounded::<T, IN>(xs), rounded::<T, OUT>(targets));
    let mut workspace = Workspace::<T, N>::new();
    let mut ys = vec![[T::ZERO; OUT]; xs.len()];
    let mut by_workspace = ys.clone();
    net.batch(&xs, &mut ys);
    workspace.forward_batch(net, &xs, &mut by_workspace).unwrap();
    for (i, x) in xs.iter().enumerate() {
        let y = net.one(x);
        assert_near(&exact(&y), &expected.ys[i], tolerance, "forward", spec);
        assert_same(&net.one_with(x), &y, "forward_with", spec);
        assert_near(&exact(&ys[i]), &expected.ys[i], tolerance, "forward_batch", spec);
        assert_same(&by_workspace[i], &ys[i], "forward_batch with a workspace", spec);
    }

    let near = |gradient: &N, expected: &[Vec<f64>], what: &str| {
        let tensors = plain::tensors::<T, N>(gradient);
        assert_eq!(tensors.len(), expected.len());
        for (tensor, expected) in tensors.iter().zip(expected) {
            assert_near(&tensor.values, expected, tolerance, &format!("{what} of {}", tensor.name), spec);
        }
    };
    for ((x, target), expected) in xs.iter().zip(&targets).zip(&expected.gradients) {
        near(network::gradient(net, &mut workspace, x, target, &MeanSquaredError).unwrap(), expected, "gradient");
    }
    let mut mean = expected.gradients[0].clone();
    for gradients in &expected.gradients[1..] {
        for (mean, gradient) in mean.iter_mut().flatten().zip(gradients.iter().flatten()) {
            *mean += gradient;
        }
    }
    mean.iter_mut().flatten().for_each(|value| *value /= xs.len() as f64);
    near(
        network::gradient_batch(net, &mut workspace, &xs, &targets, &MeanSquaredError).unwrap(),
        &mean,
        "gradient_batch",
    );
}

/// However a batch is cut, and however many samples a workspace takes at a time, the answers and the gradient are the same to the
/// bit.
fn cuts<N: Chain<f32, IN, OUT>, const IN: usize, const OUT: usize>(net: &N, spec: &Spec, rng: &mut Rng) {
    let (xs, targets) = (rounded::<f32, IN>(&arrays(CUT, rng)), rounded::<f32, OUT>(&arrays(CUT, rng)));
    let mut whole = vec![[0.0; OUT]; CUT];
    net.batch(&xs, &mut whole);
    let mut ys = [[0.0; OUT]; CUT];
    let mut part = |from: usize, to: usize| {
        let ys = &mut ys[from..to];
        ys.fill([f32::NAN; OUT]);
        net.batch(&xs[from..to], ys);
        for (y, whole) in ys.iter().zip(&whole[from..to]) {
            assert_same(y, whole, &format!("samples {from} to {to}"), spec);
        }
    };
    // Both sides of every cut through every batch of up to 70 samples: each run of samples between two places. For large networks
    // those runs that begin or end a whole batch.
    let all = N::MACS < 4096;
    for to in 1..=CUT {
        for from in (0..to).filter(|from| all || *from == 0 || to == CUT) {
            part(from, to);
        }
    }
    let mut ys = [[0.0; OUT]; CUT];
    for capacity in CAPACITIES {
        Workspace::<f32, N>::with_batch(capacity).forward_batch(net, &xs, &mut ys).unwrap();
        for (y, whole) in ys.iter().zip(&whole) {
            assert_same(y, whole, &format!("a workspace for {capacity}"), spec);
        }
    }
    for samples in [1, 15, 16, 33, CUT] {
        let (xs, targets) = (&xs[..samples], &targets[..samples]);
        let run = |capacity: usize| {
            let mut workspace = Workspace::<f32, N>::with_batch(capacity);
            network::gradient_batch(net, &mut workspace, xs, targets, &MeanSquaredError).unwrap();
            let bits: Vec<u32> = workspace.gradient().as_slice().iter().map(|g| g.to_bits()).collect();
            (workspace.loss().to_bits(), bits)
        };
        let first = run(CAPACITIES[0]);
        for capacity in &CAPACITIES[1..] {
            let same = run(*capacity) == first;
            assert!(same, "gradient of {samples} with a workspace for {capacity}\n{}", source::declaration(spec));
        }
    }
}

fn specs() -> Vec<Spec> {
    generator::chains(SEED, COUNT, &WIDTHS)
}

#[test]
fn the_file_is_what_the_generator_gives() {
    source::check_file("chains.rs", SEED, &specs(), Some("methods"));
}

#[test]
fn every_width_and_activation_occurs() {
    let text: String = specs().iter().map(source::declaration).collect();
    for width in WIDTHS {
        assert!(text.contains(&format!("Dense({width}")) || text.contains(&format!("input: [{width}]")), "{width}");
    }
    for activation in ["Relu", "Tanh", "Gelu", "LeakyRelu", "Sigmoid", "Softmax", "Elu", "Silu", "HardTanh", "Softplus"]
    {
        assert!(text.contains(activation), "{activation}");
    }
    for activation in ["Gelu(approximate", "LogSoftmax", "HardSigmoid", "Identity", "Step"] {
        assert!(text.contains(activation), "{activation}");
    }
}

#[test]
fn chains_with_even_numbers() {
    for (check, spec) in chains::CHECKS.iter().zip(&specs()).step_by(2) {
        check(spec);
    }
}

#[test]
fn chains_with_odd_numbers() {
    for (check, spec) in chains::CHECKS.iter().zip(&specs()).skip(1).step_by(2) {
        check(spec);
    }
}
