//! Gradients of random networks and of the losses against finite differences, in double precision.
//!
//! What the library's own tests do layer by layer is done here for whole networks as the macro writes them: 200 of them,
//! declared in `random_networks/small.rs`, with every loss. Each is also compared with its plain twin.

use nalgebra::DVector;
use static_nn::fearless_simd::dispatch;
use static_nn::init::Rng;
use static_nn::loss::{Loss, TargetError};
use static_nn::network::{self, Workspace};
use static_nn::{
    BinaryCrossEntropy, CrossEntropy, D1, Layer, MeanSquaredError, Network, Number, Pass, Sample, Simd, gradcheck,
};

mod compact;
mod plain;
mod random_networks;

use compact::Compact;
use random_networks::{Piece, Spec, generator, source};

/// Wraps [`check`] of one network.
macro_rules! check {
    ($Net:ident, $inputs:literal, $outputs:literal) => {
        check::<$Net<f64>, $inputs, $outputs>
    };
}

#[path = "random_networks/small.rs"]
mod small;

/// The seed of the networks in `random_networks/small.rs`.
const SEED: u64 = 1;
/// How many there are.
const COUNT: usize = 200;

/// Analytic and numerical gradients of every tensor agree to this relative error: a difference has an error of about 1e-10 of
/// the loss, of which no gradient is less than [`LEAST_GRADIENT`].
const TOLERANCE: f64 = 1e-6;
/// The smallest gradient of a tensor that a difference can see, as a part of the loss.
const LEAST_GRADIENT: f64 = 1e-3;
/// The library and the plain network differ by rounding alone.
const ROUNDING: f64 = 1e-12;
/// No value lies nearer than this to a kink of its activation. The step of a difference, 6e-6 of a value, grows on its way through
/// a network by less than this over that.
const KINK_MARGIN: f64 = 1e-3;

/// A check of one network.
type Check = fn(&Spec);

/// A target for every loss.
#[derive(Clone, Debug)]
struct Target<const N: usize> {
    class: usize,
    values: [f64; N],
    probabilities: [f64; N],
}

/// One loss or another, chosen when the program runs, so that a network is compiled once for all three.
#[derive(Clone, Copy, Debug)]
enum AnyLoss {
    CrossEntropy,
    MeanSquaredError,
    BinaryCrossEntropy,
}

impl<const N: usize> Loss<f64, D1<N>, Target<N>> for AnyLoss {
    fn check(&self, target: &Target<N>) -> Result<(), TargetError> {
        match self {
            Self::CrossEntropy => Loss::<f64, D1<N>, _>::check(&CrossEntropy, &target.class),
            Self::MeanSquaredError => Loss::<f64, D1<N>, _>::check(&MeanSquaredError, &target.values),
            Self::BinaryCrossEntropy => Loss::<f64, D1<N>, _>::check(&BinaryCrossEntropy, &target.probabilities),
        }
    }

    fn sample<S: Simd>(&self, simd: S, y: &[f64; N], target: &Target<N>, dy: &mut [f64; N]) -> f64 {
        match self {
            Self::CrossEntropy => Loss::<f64, D1<N>, _>::sample(&CrossEntropy, simd, y, &target.class, dy),
            Self::MeanSquaredError => Loss::<f64, D1<N>, _>::sample(&MeanSquaredError, simd, y, &target.values, dy),
            Self::BinaryCrossEntropy => {
                Loss::<f64, D1<N>, _>::sample(&BinaryCrossEntropy, simd, y, &target.probabilities, dy)
            }
        }
    }

    fn block(
        &self,
        pass: &Pass<'_>,
        y: &[<f64 as Number>::Lanes; N],
        targets: &[&Target<N>],
        scale: f64,
        dy: &mut [<f64 as Number>::Lanes; N],
        losses: &mut [f64],
    ) {
        match self {
            Self::CrossEntropy => {
                let targets: Vec<&usize> = targets.iter().map(|target| &target.class).collect();
                Loss::<f64, D1<N>, _>::block(&CrossEntropy, pass, y, &targets, scale, dy, losses);
            }
            Self::MeanSquaredError => {
                let targets: Vec<&[f64; N]> = targets.iter().map(|target| &target.values).collect();
                Loss::<f64, D1<N>, _>::block(&MeanSquaredError, pass, y, &targets, scale, dy, losses);
            }
            Self::BinaryCrossEntropy => {
                let targets: Vec<&[f64; N]> = targets.iter().map(|target| &target.probabilities).collect();
                Loss::<f64, D1<N>, _>::block(&BinaryCrossEntropy, pass, y, &targets, scale, dy, losses);
            }
        }
    }
}

const LOSSES: [AnyLoss; 3] = [AnyLoss::CrossEntropy, AnyLoss::MeanSquaredError, AnyLoss::BinaryCrossEntropy];

fn target<const N: usize>(rng: &mut Rng) -> Target<N> {
    Target {
        class: rng.below(N),
        values: core::array::from_fn(|_| rng.normal()),
        probabilities: core::array::from_fn(|_| rng.uniform()),
    }
}

/// A network whose signals and gradients neither vanish nor grow: each weight has the variance of one over the fan-in, which is
/// three times that of the default.
fn network<N: Network<f64>>(seed: u64) -> N {
    let mut net = N::new(seed);
    for value in net.as_mut_slice() {
        *value *= 3_f64.sqrt();
    }
    net
}

/// The network of the first seed that suits finite differences, and its plain twin. The seeds are those from `first` on. A seed
/// suits if all values lie [`KINK_MARGIN`] away from the kinks of their activations, and if every tensor's gradient is at least
/// [`LEAST_GRADIENT`] of the loss, or nothing at all, by the plain twin.
fn suited<N: Network<f64>, const IN: usize, const OUT: usize>(
    spec: &Spec,
    first: u64,
    xs: &[[f64; IN]],
    targets: &[Target<OUT>],
) -> (N, plain::Network) {
    for seed in first..first + 1000 {
        let net = network::<N>(seed);
        let mut twin = spec.plain(plain::tensors::<f64, N>(&net));
        let suits = LOSSES.into_iter().all(|loss| {
            let (mean, nearest) = run(&mut twin, xs, targets, loss);
            let mut gradients = Vec::new();
            twin.take_gradients(&mut gradients);
            let large = |gradient: &Vec<f64>| {
                let norm = plain::norm(gradient);
                norm == 0.0 || norm > LEAST_GRADIENT * mean
            };
            nearest > KINK_MARGIN && gradients.iter().all(large)
        });
        if suits {
            println!("{}: {} seeds passed over", spec.name, seed - first);
            return (net, twin);
        }
    }
    panic!("no seed suits\n{}", source::declaration(spec));
}

/// Runs a batch through the plain network and back; returns the mean loss and the distance to the nearest kink.
fn run<const IN: usize, const OUT: usize>(
    twin: &mut plain::Network,
    xs: &[[f64; IN]],
    targets: &[Target<OUT>],
    loss: AnyLoss,
) -> (f64, f64) {
    let (mut sum, mut nearest) = (0.0, f64::INFINITY);
    for (x, target) in xs.iter().zip(targets) {
        let y = twin.forward(&DVector::from_row_slice(x));
        let y: [f64; OUT] = y.as_slice().try_into().unwrap();
        nearest = nearest.min(twin.distance_to_kink());
        let mut dy = [0.0; OUT];
        sum += dispatch!(static_nn::kernels::level(), simd => loss.sample(simd, &y, target, &mut dy));
        twin.backward(&(DVector::from_row_slice(&dy) / xs.len() as f64));
    }
    (sum / xs.len() as f64, nearest)
}

/// Checks one network: its answers and gradients against its plain twin, and its gradients against differences.
fn check<N: Network<f64, Output = D1<OUT>> + Clone, const IN: usize, const OUT: usize>(spec: &Spec)
where
    [f64; IN]: Sample<f64, N::Input>,
{
    assert_eq!(spec.name, N::NAME);
    let index: u64 = spec.name.trim_start_matches("Net").parse().unwrap();
    let mut rng = Rng::new(index);
    let samples = 1 + rng.below(20);
    let xs: Vec<[f64; IN]> = (0..samples).map(|_| core::array::from_fn(|_| rng.normal())).collect();
    let targets: Vec<Target<OUT>> = (0..samples).map(|_| target(&mut rng)).collect();
    let (net, mut twin) = suited::<N, IN, OUT>(spec, 1000 * index, &xs, &targets);
    let net = &mut Compact(net);
    let text = || source::declaration(spec);

    for loss in LOSSES {
        let report = gradcheck::network(net, &xs, &targets, &loss).unwrap();
        assert!(report.worst() < TOLERANCE, "{loss:?}, {samples} samples:\n{report}\n{}", text());
        compare(net, &mut twin, &xs, &targets, loss, &text);
    }
    // Five samples are enough: every output and every input has factors of its own.
    let report = gradcheck::layer(net, &xs[..samples.min(5)], index);
    assert!(report.worst() < TOLERANCE, "as a layer:\n{report}\n{}", text());
}

/// Compares the gradient of a batch with that of the plain network.
fn compare<N: Layer<f64, Output = D1<OUT>>, const IN: usize, const OUT: usize>(
    net: &N,
    twin: &mut plain::Network,
    xs: &[[f64; IN]],
    targets: &[Target<OUT>],
    loss: AnyLoss,
    text: &impl Fn() -> String,
) where
    [f64; IN]: Sample<f64, N::Input>,
{
    run(twin, xs, targets, loss);
    let mut expected = Vec::new();
    twin.take_gradients(&mut expected);
    let mut workspace = Workspace::<f64, N>::new();
    let gradient = network::gradient_batch(net, &mut workspace, xs, targets, &loss).unwrap();
    for (tensor, expected) in plain::tensors::<f64, N>(gradient).iter().zip(&expected) {
        let difference = plain::relative_error(&tensor.values, expected);
        assert!(difference < ROUNDING, "{}: {difference:e}\n{}", tensor.name, text());
    }
}

/// A loss alone: its gradient with respect to the output against differences, on both paths, at targets and outputs that
/// reach far to both sides.
fn check_losses<const N: usize>() {
    /// Near the cube root of the machine epsilon, where truncation and rounding balance.
    const STEP: f64 = 6e-6;
    let mut rng = Rng::new(N as u64);
    let ys: Vec<[f64; N]> = (0..8).map(|_| core::array::from_fn(|_| 3.0 * rng.normal())).collect();
    let targets: Vec<Target<N>> = (0..8).map(|_| target(&mut rng)).collect();
    for loss in LOSSES {
        // A block that is full, and one that is not.
        for count in [8, 5] {
            let (mut y, mut dy) =
                ([static_nn::scalar::Lanes64([0.0; 8]); N], [static_nn::scalar::Lanes64([7.0; 8]); N]);
            for lane in 0..8 {
                for (value, sample) in y.iter_mut().zip(&ys[lane.min(count - 1)]) {
                    value.0[lane] = *sample;
                }
            }
            let real: Vec<&Target<N>> = targets[..count].iter().collect();
            let mut losses = [f64::NAN; 8];
            loss.block(&Pass::new(count), &y, &real, 0.25, &mut dy, &mut losses[..count]);
            assert!(dy.iter().all(|lanes| lanes.0[count..].iter().all(|slope| *slope == 0.0)), "{loss:?}");
            for (lane, (y, target)) in ys.iter().zip(&real).enumerate() {
                let mut slopes = [f64::NAN; N];
                let value = dispatch!(static_nn::kernels::level(), simd => loss.sample(simd, y, target, &mut slopes));
                assert!((value - losses[lane]).abs() <= ROUNDING * value.abs(), "{loss:?}: {value} {}", losses[lane]);
                let numeric: Vec<f64> = (0..N)
                    .map(|i| {
                        let at = |moved: f64| {
                            loss.value(&core::array::from_fn(|k| if k == i { moved } else { y[k] }), target)
                        };
                        let (above, below) = (y[i] + STEP, y[i] - STEP);
                        (at(above) - at(below)) / (above - below)
                    })
                    .collect();
                let by_block: Vec<f64> = dy.iter().map(|lanes| lanes.0[lane] / 0.25).collect();
                let errors = [&slopes[..], &by_block].map(|slopes| plain::relative_error(slopes, &numeric));
                assert!(errors.iter().all(|error| *error < TOLERANCE), "{loss:?} of {N}: {errors:?}");
            }
        }
    }
}

#[test]
fn losses_alone() {
    check_losses::<1>();
    check_losses::<2>();
    check_losses::<7>();
    check_losses::<8>();
    check_losses::<12>();
    check_losses::<33>();
}

/// The pieces of a network, those within blocks and nested networks too.
fn all_pieces(pieces: &[Piece]) -> Vec<&Piece> {
    let inside = |piece| match piece {
        &Piece::Residual(ref pieces) | &Piece::Repeat(_, ref pieces) => all_pieces(pieces),
        Piece::Network(spec) => all_pieces(&spec.pieces),
        _ => Vec::new(),
    };
    pieces.iter().flat_map(|piece| [vec![piece], inside(piece)].concat()).collect()
}

#[test]
fn nothing_of_the_language_is_left_out() {
    let specs = generator::small(SEED, COUNT);
    let pieces: Vec<&Piece> = specs.iter().flat_map(|spec| all_pieces(&spec.pieces)).collect();
    for activation in plain::activation::ALL {
        let count = pieces.iter().filter(|piece| matches!(piece, Piece::Activation(a) if *a == activation)).count();
        assert!(count >= 20, "{activation:?} is in {count} layers");
    }
    let at_least = |least: usize, what: &str, is: &dyn Fn(&&&Piece) -> bool| {
        let count = pieces.iter().filter(is).count();
        assert!(count >= least, "{what}: {count}");
    };
    at_least(100, "bias", &|piece| matches!(piece, Piece::Dense { bias: true, .. }));
    at_least(50, "no bias", &|piece| matches!(piece, Piece::Dense { bias: false, .. }));
    at_least(50, "a name", &|piece| matches!(piece, Piece::Dense { name: Some(_), .. }));
    at_least(
        20,
        "an expression",
        &|piece| matches!(piece, Piece::Dense { outputs, .. } if outputs.text.contains("HALF")),
    );
    at_least(20, "residual", &|piece| matches!(piece, Piece::Residual(_)));
    at_least(20, "repeat", &|piece| matches!(piece, Piece::Repeat(..)));
    at_least(20, "network", &|piece| matches!(piece, Piece::Network(_)));
    at_least(20, "flatten", &|piece| matches!(piece, Piece::Flatten));
}

#[test]
fn the_file_is_what_the_generator_gives() {
    source::check_file("small.rs", SEED, &generator::small(SEED, COUNT), None);
}

/// Checks a quarter of the networks; the quarters run side by side.
fn quarter(quarter: usize) {
    let specs = generator::small(SEED, COUNT);
    for (check, spec) in small::CHECKS.iter().zip(&specs).skip(quarter).step_by(4) {
        check(spec);
    }
}

#[test]
fn random_networks_first_quarter() {
    quarter(0);
}

#[test]
fn random_networks_second_quarter() {
    quarter(1);
}

#[test]
fn random_networks_third_quarter() {
    quarter(2);
}

#[test]
fn random_networks_fourth_quarter() {
    quarter(3);
}
