//! Numerical gradients against `backward`, for any layer, network and loss.
//!
//! The numerical derivative is the central difference `(f(v + h) - f(v - h)) / 2h` in double precision with
//! `h = 6e-6 max(1, |v|)`, near the cube root of the machine epsilon, where truncation and rounding balance at about 1e-10
//! (Press et al., Numerical Recipes, 5.7). The error of a tensor is `|a - n| / (|a| + |n|)` in the Euclidean norm over its values,
//! 0 if both are zero. Random numbers are the same for all evaluations, and statistics, which are no parameters, have no entry. A
//! correct gradient shows less than 1e-7; a kink within `h` of a value shows as more.
//!
//! # Examples
//!
//! ```
//! use static_nn::{D1, Tanh, gradcheck};
//!
//! let report = gradcheck::layer(&mut Tanh::<D1<3>>::new(), &[[0.1, -2.0, 0.7]], 42);
//! assert!(report.worst() < 1e-8, "{report}");
//! ```

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use crate::Noise;
use crate::init::Rng;
use crate::kernels::{dispatch, level, pack};
use crate::layer::{Layer, Pass, Record};
use crate::loss::Loss;
use crate::network::{BatchError, Workspace};
use crate::parameters::{Parameters, Path, Role};
use crate::sample::{Sample, Value};
use crate::scalar::{Element, Number};
use crate::shape::Shape;

/// The relative error of one tensor's gradient.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The tensor's name, or `input`.
    pub name: String,
    /// `|a - n| / (|a| + |n|)` between `backward` and the numerical gradient; the larger of both paths.
    pub error: f64,
}

/// The relative errors of all gradients of a layer or network.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Report {
    /// One entry for each tensor, then the input, if that is not words.
    pub entries: Vec<Entry>,
}

impl Report {
    /// The largest error of all; NaN if any is.
    #[must_use]
    pub fn worst(&self) -> f64 {
        self.entries.iter().fold(0.0, |worst: f64, entry| if entry.error <= worst { worst } else { entry.error })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.entries.iter().map(|entry| entry.name.len()).max().unwrap_or(0);
        for (i, entry) in self.entries.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{:width$}  {:.2e}", entry.name, entry.error)?;
        }
        Ok(())
    }
}

/// The step of the central difference, relative to the value.
const STEP: f64 = 6e-6;

/// The seed of what layers draw.
const NOISE: u64 = 1;

/// `|a - n| / (|a| + |n|)`
fn relative_error(a: &[f64], n: &[f64]) -> f64 {
    let norm = |values: &mut dyn Iterator<Item = f64>| libm::sqrt(values.map(|v| v * v).sum());
    let difference = norm(&mut a.iter().zip(n).map(|(a, n)| a - n));
    let size = norm(&mut a.iter().copied()) + norm(&mut n.iter().copied());
    if size == 0.0 { 0.0 } else { difference / size }
}

/// The central difference of `f` with respect to each of the values that `at` reaches.
fn differences<M: ?Sized>(
    model: &mut M,
    count: usize,
    at: impl Fn(&mut M, usize) -> &mut f64,
    mut f: impl FnMut(&M) -> f64,
) -> Vec<f64> {
    (0..count)
        .map(|i| {
            let value = *at(model, i);
            // The step as it really is after rounding.
            let (above, below) = (value + STEP * value.abs().max(1.0), value - STEP * value.abs().max(1.0));
            *at(model, i) = above;
            let up = f(model);
            *at(model, i) = below;
            let down = f(model);
            *at(model, i) = value;
            (up - down) / (above - below)
        })
        .collect()
}

/// The entries of a run of parameters, tensor by tensor.
fn entries<P: Parameters<f64>>(analytic: &[&[f64]], numeric: &[f64]) -> Vec<Entry> {
    let (mut list, mut from) = (vec![], 0);
    P::tensors(&Path::ROOT, &mut |tensor| {
        let to = from + tensor.len();
        if tensor.role == Role::Statistic {
            from = to;
            return;
        }
        list.push(entry(&tensor.name.to_string(), analytic, numeric, from, to));
        from = to;
    });
    list
}

/// One entry: the worst of several analytic gradients.
fn entry(name: &str, analytic: &[&[f64]], numeric: &[f64], from: usize, to: usize) -> Entry {
    let errors = analytic.iter().map(|a| relative_error(&a[from..to], &numeric[from..to]));
    let error = errors.fold(0.0, |worst: f64, error| if error <= worst { worst } else { error });
    Entry { name: name.into(), error }
}

fn zeroed<E: Element>(len: usize) -> Box<[E]> {
    bytemuck::zeroed_slice_box(len)
}

/// Checks both paths of a layer at the samples `xs`, as in training.
///
/// The loss is a sum of all outputs with factors drawn from `seed`. The layer comes back as it was. One whose samples depend on each
/// other ([`Layer::COUPLED`]) has the block path alone in training.
pub fn layer<L: Layer<f64> + Clone, X: Sample<f64, L::Input>>(layer: &mut L, xs: &[X], seed: u64) -> Report {
    const {
        assert!(!X::ENDS, "samples that end early have a check of their network: `gradcheck::network`");
    }
    let (inputs, outputs) = (L::Input::LEN, L::Output::LEN);
    let mut rng = Rng::new(seed);
    let factors: Vec<f64> = (0..xs.len() * outputs).map(|_| rng.normal()).collect();
    let mut values: Vec<f64> = xs.iter().flat_map(|x| x.values().iter().map(|value| value.number())).collect();

    let by_block = by_block(layer, &values, &factors);
    let by_sample = if L::COUPLED { by_block.clone() } else { by_sample(layer, &values, &factors) };
    let noise = Noise::new(NOISE);
    let loss = |layer: &L, values: &[f64]| -> f64 {
        if L::COUPLED {
            return Blocks::forward(layer, values).loss(&factors);
        }
        let (mut y, mut cache, mut scratch) = (zeroed(outputs), zeroed(L::CACHE), zeroed(L::SCRATCH));
        let mut sum = 0.0;
        for (i, (x, factors)) in values.chunks_exact(inputs).zip(factors.chunks_exact(outputs)).enumerate() {
            let (x, y) = (L::Input::view(x), L::Output::view_mut(&mut y));
            dispatch!(f64: level(), simd => layer.forward_train(simd, noise.at(i), x, y, &mut cache, &mut scratch));
            sum += L::Output::flat(y).iter().zip(factors).map(|(y, c)| y * c).sum::<f64>();
        }
        sum
    };

    let numeric =
        differences(layer, L::PARAMETERS, |layer, i| &mut layer.as_mut_slice()[i], |layer| loss(layer, &values));
    let mut report = Report { entries: entries::<L>(&[&by_sample.0, &by_block.0], &numeric) };
    // Words have no slope: a step away from one is none.
    if L::VOCABULARY.is_some() {
        return report;
    }
    let count = values.len();
    let numeric = differences(&mut values[..], count, |values, i| &mut values[i], |values| loss(layer, values));
    report.entries.push(entry("input", &[&by_sample.1, &by_block.1], &numeric, 0, count));
    report
}

/// The gradients with respect to parameters and inputs by the one-sample path.
fn by_sample<L: Layer<f64> + Clone>(layer: &L, values: &[f64], factors: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (inputs, outputs) = (L::Input::LEN, L::Output::LEN);
    let mut grad = layer.clone();
    grad.as_mut_slice().fill(0.0);
    let mut dxs = vec![0.0; values.len()];
    let (mut y, mut cache, mut scratch) = (zeroed(outputs), zeroed(L::CACHE), zeroed(L::SCRATCH));
    let noise = Noise::new(NOISE);
    for (i, ((x, dy), dx)) in
        values.chunks_exact(inputs).zip(factors.chunks_exact(outputs)).zip(dxs.chunks_exact_mut(inputs)).enumerate()
    {
        let (x, y) = (L::Input::view(x), L::Output::view_mut(&mut y));
        let (dy, dx) = (L::Output::view(dy), L::Input::view_mut(dx));
        dispatch!(f64: level(), simd => layer.forward_train(simd, noise.at(i), x, y, &mut cache, &mut scratch));
        let record = Record { x, y: &*y, cache: &cache };
        dispatch!(f64: level(), simd => layer.backward(simd, record, dy, Some(dx), &mut grad, &mut scratch));
    }
    (grad.as_slice().to_vec(), dxs)
}

type Lanes = <f64 as Number>::Lanes;

/// A forward pass of training over blocks.
struct Blocks {
    pass: Pass<'static>,
    x: Box<[Lanes]>,
    y: Box<[Lanes]>,
    cache: Box<[Lanes]>,
    scratch: Box<[Lanes]>,
}

impl Blocks {
    fn forward<L: Layer<f64>>(layer: &L, values: &[f64]) -> Self {
        let (inputs, outputs) = (L::Input::LEN, L::Output::LEN);
        let samples = values.len() / inputs;
        let blocks = samples.div_ceil(f64::LANES);
        let (mut x, mut y) = (zeroed::<Lanes>(blocks * inputs), zeroed::<Lanes>(blocks * outputs));
        let (mut cache, mut scratch) = (zeroed(blocks * L::CACHE), zeroed(blocks * L::BLOCK_SCRATCH));
        for (values, x) in values.chunks(f64::LANES * inputs).zip(x.chunks_exact_mut(inputs)) {
            pack::pack::<f64>(level(), values.chunks_exact(inputs), x);
        }
        let pass = Pass::new(samples).with_noise(Noise::new(NOISE));
        layer.forward_train_blocks(&pass, L::Input::all(&x), L::Output::all_mut(&mut y), &mut cache, &mut scratch);
        Self { pass, x, y, cache, scratch }
    }

    /// The sum of the outputs with these factors.
    fn loss(&self, factors: &[f64]) -> f64 {
        let outputs = factors.len() / self.pass.samples;
        let output = |i: usize| {
            let (sample, value) = (i / outputs, i % outputs);
            self.y[sample / f64::LANES * outputs + value].0[sample % f64::LANES]
        };
        factors.iter().enumerate().map(|(i, factor)| output(i) * factor).sum()
    }
}

/// The gradients with respect to parameters and inputs by the block path.
fn by_block<L: Layer<f64> + Clone>(layer: &L, values: &[f64], factors: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (inputs, outputs) = (L::Input::LEN, L::Output::LEN);
    let Blocks { pass, x, y, cache, mut scratch } = Blocks::forward(layer, values);
    let mut grad = layer.clone();
    grad.as_mut_slice().fill(0.0);
    let (mut dx, mut dy) = (zeroed::<Lanes>(x.len()), zeroed::<Lanes>(y.len()));
    for (factors, dy) in factors.chunks(f64::LANES * outputs).zip(dy.chunks_exact_mut(outputs)) {
        for (lane, factors) in factors.chunks_exact(outputs).enumerate() {
            for (dy, &factor) in dy.iter_mut().zip(factors) {
                dy.0[lane] = factor;
            }
        }
    }
    let record = Record { x: L::Input::all(&x), y: L::Output::all(&y), cache: &cache };
    let wanted = Some(L::Input::all_mut(&mut dx));
    layer.backward_blocks(&pass, record, L::Output::all(&dy), wanted, &mut grad, &mut scratch);
    let mut dxs = vec![0.0; values.len()];
    for (sample, values) in dxs.chunks_exact_mut(inputs).enumerate() {
        let block = &dx[sample / f64::LANES * inputs..][..inputs];
        pack::unpack::<f64>(block, sample % f64::LANES, values);
    }
    (grad.as_slice().to_vec(), dxs)
}

/// Checks the gradient of the loss of a network over a batch with respect to every parameter.
///
/// The network comes back as it was.
///
/// # Errors
///
/// What [`gradient_batch`](crate::network::gradient_batch) finds wrong with the batch.
pub fn network<N: Layer<f64>, X: Sample<f64, N::Input>, Y: Sync, L: Loss<f64, N::Output, Y>>(
    net: &mut N,
    xs: &[X],
    targets: &[Y],
    loss: L,
) -> Result<Report, BatchError> {
    let mut workspace = Workspace::<f64, N>::with_batch(xs.len()).thawed();
    crate::network::gradient_batch(net, &mut workspace, xs, targets, &loss)?;
    let by_block = workspace.gradient().as_slice().to_vec();
    let divisor = loss.reduction().divisor(crate::loss::weight(&loss, targets.iter()));
    let noise = workspace.noise();
    let mut by_sample = if N::COUPLED { by_block.clone() } else { vec![0.0; by_block.len()] };
    for (i, (x, target)) in xs.iter().zip(targets).enumerate().filter(|_| !N::COUPLED) {
        let gradient = crate::network::gradient_with(net, &mut workspace, noise.at(i), x, target, &loss)?;
        // What the gradient of a batch of one has been divided by.
        let part = loss.reduction().divisor(crate::loss::weight(&loss, core::iter::once(target))) / divisor;
        for (sum, g) in by_sample.iter_mut().zip(gradient.as_slice()) {
            *sum += if part.is_finite() { g * part } else { 0.0 };
        }
    }
    let value = |net: &N| -> f64 {
        if N::COUPLED || X::ENDS {
            // Its numbers are those of its first gradient.
            workspace.draw_after(0);
            let outcome = crate::network::gradient_outcome(net, &mut workspace, xs, targets, &loss);
            return outcome.map_or(f64::NAN, |outcome| outcome.sum / divisor);
        }
        let mut scratch = zeroed(N::SCRATCH);
        let losses = xs.iter().zip(targets).enumerate().map(|(i, (x, target))| {
            let mut y = bytemuck::Zeroable::zeroed();
            let mut cache = zeroed(N::CACHE);
            let mut room = vec![0.0; N::Input::LEN];
            let x = N::Input::view(X::Value::scalars(x.values(), &mut room));
            dispatch!(f64: level(), simd => net.forward_train(simd, noise.at(i), x, &mut y, &mut cache, &mut scratch));
            loss.value(&y, target)
        });
        losses.sum::<f64>() / divisor
    };
    let numeric = differences(net, N::PARAMETERS, |net, i| &mut net.as_mut_slice()[i], value);
    Ok(Report { entries: entries::<N>(&[&by_block, &by_sample], &numeric) })
}
