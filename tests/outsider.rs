//! A third party's layers: written against the public interface alone, and used like built-in ones.
#![forbid(unsafe_code)]
#![expect(clippy::float_cmp, reason = "the same computation gives the same numbers")]
#![expect(clippy::needless_range_loop, reason = "formulas with indices, as a textbook writes them")]

use std::marker::PhantomData;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use safetensors::SafeTensors;
use static_nn::init::{Init, Rng, fill};
use static_nn::layer::{BlockRecord, InputBlock, OutputBlock, SampleRecord};
use static_nn::optim::State;
use static_nn::scalar::{Number, scalars, scalars_mut};
use static_nn::{
    Adam, Boxed, CrossEntropy, D1, Layer, MeanSquaredError, Network, Noise, Parameters, Pass, Path, Scalar, Shape,
    Simd, Workspace, gradcheck, network,
};

/// `y_i = factor_i x_i + shift_i`, one sample at a time.
#[derive(Clone, Copy, Debug, PartialEq, Parameters)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    /// What each value is multiplied with.
    pub factor: [T; N],
    /// What is added to each.
    pub shift: [T; N],
}

impl<T: Scalar, const N: usize> Layer<T> for Gain<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;
    const MACS: usize = N;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        for i in 0..N {
            y[i] = self.factor[i] * x[i] + self.shift[i];
        }
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for i in 0..N {
            grad.factor[i] += dy[i] * record.x[i];
            grad.shift[i] += dy[i];
        }
        if let Some(dx) = dx {
            for i in 0..N {
                dx[i] = dy[i] * self.factor[i];
            }
        }
    }

    fn init(&mut self, _: &mut Rng) {
        self.factor = [T::ONE; N];
        self.shift = [T::from_f64(0.25); N];
    }
}

/// The values backwards. No parameters.
#[derive(Clone, Copy, Debug, PartialEq, Parameters)]
#[repr(C)]
pub struct Reverse<T, const N: usize>(PhantomData<T>);

impl<T: Scalar, const N: usize> Layer<T> for Reverse<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        *y = *x;
        y.reverse();
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            *dx = *dy;
            dx.reverse();
        }
    }
}

/// `y_i = weight_i x_i / s` with `s = 1 + Σ x_j²`: keeps `1 / s` for `backward`, and works in the scratch.
#[derive(Clone, Copy, Debug, PartialEq, Parameters)]
#[repr(C)]
pub struct Shrink<T, const N: usize> {
    /// What each value is multiplied with.
    pub weight: [T; N],
}

impl<T: Scalar, const N: usize> Shrink<T, N> {
    /// Writes `1 / s` to `factor`, by way of the squares in the scratch.
    fn compute(&self, x: &[T; N], y: &mut [T; N], factor: &mut T, scratch: &mut [T]) {
        let squares = &mut scratch[..N];
        let mut sum = T::ONE;
        for (square, x) in squares.iter_mut().zip(x) {
            *square = *x * *x;
        }
        for square in squares {
            sum += *square;
        }
        *factor = T::ONE / sum;
        for i in 0..N {
            y[i] = self.weight[i] * x[i] * *factor;
        }
    }
}

impl<T: Scalar, const N: usize> Layer<T> for Shrink<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;
    const CACHE: usize = 1;
    const SCRATCH: usize = N;
    const MACS: usize = 3 * N;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], scratch: &mut [T]) {
        self.compute(x, y, &mut T::ZERO.clone(), scratch);
    }

    fn forward_train<S: Simd>(&self, _: S, _: Noise, x: &[T; N], y: &mut [T; N], cache: &mut [T], scratch: &mut [T]) {
        assert_eq!(cache.len(), 1);
        self.compute(x, y, &mut cache[0], scratch);
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        let (x, factor) = (record.x, record.cache[0]);
        // weight_i dy_i
        let pulled = &mut scratch[..N];
        let mut along = T::ZERO;
        for i in 0..N {
            grad.weight[i] += dy[i] * x[i] * factor;
            pulled[i] = self.weight[i] * dy[i];
            along += pulled[i] * x[i];
        }
        if let Some(dx) = dx {
            for i in 0..N {
                dx[i] = factor * (pulled[i] - (T::ONE + T::ONE) * factor * along * x[i]);
            }
        }
    }

    fn init(&mut self, rng: &mut Rng) {
        fill::<T, Self>(self, Init::Constant(1.5), rng);
    }
}

/// How often the block path of [`Curve`] was taken.
static BLOCK_CALLS: AtomicUsize = AtomicUsize::new(0);

/// `y_i = bend x_i² + slope x_i` with two parameters for all values, and a block path of its own.
#[derive(Clone, Copy, Debug, PartialEq, Parameters)]
#[repr(C)]
pub struct Curve<T, const N: usize> {
    /// The quadratic factor and the linear one.
    pub terms: [T; 2],
}

impl<T: Scalar, const N: usize> Curve<T, N> {
    fn values(&self, x: &[T], y: &mut [T]) {
        for (y, &x) in y.iter_mut().zip(x) {
            *y = (self.terms[0] * x + self.terms[1]) * x;
        }
    }

    fn slopes(&self, x: &[T], dy: &[T], dx: Option<&mut [T]>, grad: &mut Self) {
        for (&x, &dy) in x.iter().zip(dy) {
            grad.terms[0] += dy * x * x;
            grad.terms[1] += dy * x;
        }
        if let Some(dx) = dx {
            for ((dx, &x), &dy) in dx.iter_mut().zip(x).zip(dy) {
                *dx = dy * ((self.terms[0] + self.terms[0]) * x + self.terms[1]);
            }
        }
    }
}

impl<T: Scalar, const N: usize> Layer<T> for Curve<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;
    const MACS: usize = 2 * N;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        self.values(x, y);
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        self.slopes(record.x, dy, dx.map(<[T; N]>::as_mut_slice), grad);
    }

    fn forward_blocks(
        &self,
        _: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        BLOCK_CALLS.fetch_add(1, Ordering::Relaxed);
        self.values(scalars::<T>(D1::<N>::flat_all(x)), scalars_mut::<T>(D1::<N>::flat_all_mut(y)));
    }

    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.forward_blocks(pass, x, y, scratch);
    }

    fn backward_blocks(
        &self,
        _: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        grad: &mut Self,
        _: &mut [T::Lanes],
    ) {
        BLOCK_CALLS.fetch_add(1, Ordering::Relaxed);
        let (x, dy) = (scalars::<T>(D1::<N>::flat_all(record.x)), scalars::<T>(D1::<N>::flat_all(dy)));
        self.slopes(x, dy, dx.map(|dx| scalars_mut::<T>(D1::<N>::flat_all_mut(dx))), grad);
    }

    fn init(&mut self, _: &mut Rng) {
        self.terms = [T::from_f64(0.25), T::ONE];
    }
}

network! {
    /// Every kind of third-party layer among built-in ones, at the ends and side by side.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Mixed {
        input: [6],
        gain: Gain<6>,
        hidden: Dense(6 -> 5), Tanh,
        Reverse<5>,
        shrink: Shrink<5>,
        curve: Curve<5>,
        second: Shrink<5>,
        Residual { Gain<5>, Dense(5), Shrink<5> },
        class: Dense(3),
        last: Curve<3>,
        output: [3],
    }
}

network! {
    /// Eight numbers in three.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Encoder {
        input: [8],
        wide: Dense(6), Tanh,
        shrink: Shrink<6>,
        code: Dense(3),
        output: [3],
    }
}

network! {
    /// And back.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decoder {
        input: [3],
        Reverse<3>,
        wide: Dense(6), Silu,
        Dense(8),
        output: [8],
    }
}

network! {
    /// Networks as layers, one with a memory of its own.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Autoencoder {
        input: [8],
        encoder: Encoder,
        decoder: Decoder,
        output: [8],
    }
}

/// Analytic and numerical gradients agree to this relative error; the differences themselves are good to about 1e-9.
const GRADIENT: f64 = 1e-7;
/// `f32` against `f64`, and one path against the other in `f32`: a few dozen roundings of 2^-24 of numbers near 1.
const SINGLE: f64 = 1e-5;
/// One path against the other in `f64`, whose rounding is 2^-53.
const DOUBLE: f64 = 1e-13;

fn samples<const N: usize>(count: usize, seed: u64) -> Vec<[f64; N]> {
    let mut rng = Rng::new(seed);
    (0..count).map(|_| std::array::from_fn(|_| rng.normal())).collect()
}

#[track_caller]
fn assert_close<A: Scalar, B: Scalar>(a: &[A], b: &[B], tolerance: f64) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        assert!((a.to_f64() - b.to_f64()).abs() <= tolerance, "{a} and {b}");
    }
}

/// Parameters that are drawn at random, so that none hides behind a round number.
fn shaken<N: Network<f64>>(seed: u64) -> Boxed<N> {
    let mut net = N::boxed(seed);
    let mut rng = Rng::new(seed + 1);
    for value in net.as_mut_slice() {
        *value += 0.2 * rng.normal();
    }
    net
}

/// One sample, one that leaves lanes empty, whole blocks, and a ragged end.
const COUNTS: [usize; 4] = [1, 5, 16, 19];

#[test]
fn gradients_of_the_layers() {
    for count in COUNTS {
        let mut gain = Gain { factor: [0.5, -1.25, 2.0], shift: [0.1, 0.0, -3.0] };
        let mut shrink = Shrink { weight: [0.7, -1.25, 2.0, 0.3] };
        let mut curve = Curve::<f64, 5> { terms: [0.3, -0.8] };
        let mut reverse = Reverse::<f64, 4>(PhantomData);
        for report in [
            gradcheck::layer(&mut gain, &samples::<3>(count, 1), 1),
            gradcheck::layer(&mut shrink, &samples::<4>(count, 2), 2),
            gradcheck::layer(&mut curve, &samples::<5>(count, 3), 3),
            gradcheck::layer(&mut reverse, &samples::<4>(count, 4), 4),
        ] {
            assert!(report.worst() < GRADIENT, "{count} samples:\n{report}");
        }
    }
}

#[test]
fn gradients_of_networks_that_hold_them() {
    for count in COUNTS {
        let (mut net, xs) = (shaken::<Mixed<f64>>(3), samples::<6>(count, 5));
        let targets: Vec<usize> = (0..count).map(|i| i % 3).collect();
        let report = gradcheck::network(&mut *net, &xs, &targets, CrossEntropy).unwrap();
        assert!(report.worst() < GRADIENT, "{count} samples:\n{report}");
        // As a layer, which adds the gradient of the input.
        let report = gradcheck::layer(&mut *net, &xs, 9);
        assert!(report.worst() < GRADIENT, "{count} samples:\n{report}");

        let (mut net, xs) = (shaken::<Autoencoder<f64>>(4), samples::<8>(count, 6));
        let report = gradcheck::network(&mut *net, &xs, &xs, MeanSquaredError).unwrap();
        assert!(report.worst() < GRADIENT, "{count} samples:\n{report}");
        let report = gradcheck::layer(&mut *net, &xs, 9);
        assert!(report.worst() < GRADIENT, "{count} samples:\n{report}");
    }
}

#[test]
fn both_paths_and_both_scalars_agree() {
    let double = shaken::<Mixed<f64>>(5);
    let mut single = Mixed::boxed(1);
    for (single, double) in single.as_mut_slice().iter_mut().zip(double.as_slice()) {
        *single = f32::from_f64(*double);
    }
    for count in COUNTS {
        let xs = samples::<6>(count, 7);
        let xs32: Vec<[f32; 6]> = xs.iter().map(|x| x.map(f32::from_f64)).collect();
        let (mut ys, mut ys32) = (vec![[0.0; 3]; count], vec![[0.0; 3]; count]);
        let before = BLOCK_CALLS.load(Ordering::Relaxed);
        double.forward_batch(&xs, &mut ys).unwrap();
        single.forward_batch(&xs32, &mut ys32).unwrap();
        // Two layers in two networks.
        assert!(BLOCK_CALLS.load(Ordering::Relaxed) >= before + 4);
        assert_close(ys32.as_flattened(), ys.as_flattened(), SINGLE);
        for i in 0..count {
            assert_close(&double.forward(&xs[i]), &ys[i], DOUBLE);
            assert_close(&single.forward(&xs32[i]), &ys32[i], SINGLE);
        }

        let targets: Vec<usize> = (0..count).map(|i| 2 * i % 3).collect();
        let (mut workspace, mut workspace32) = (Workspace::new(), Workspace::new());
        let gradient = double.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap().as_slice();
        let gradient32 = single.gradient_batch(&mut workspace32, &xs32, &targets, CrossEntropy).unwrap().as_slice();
        assert_close(gradient32, gradient, SINGLE);
    }
}

fn names<P: Parameters<f32>>() -> Vec<String> {
    let mut names = Vec::new();
    P::tensors(&Path::ROOT, &mut |tensor| names.push(format!("{} {:?}", tensor.name, tensor.dims)));
    names
}

#[test]
fn tensors_carry_the_names_of_fields_and_layers() {
    assert_eq!(
        names::<Mixed>(),
        [
            "gain.factor [6]",
            "gain.shift [6]",
            "hidden.weight [5, 6]",
            "hidden.bias [5]",
            "shrink.weight [5]",
            "curve.terms [2]",
            "second.weight [5]",
            "residual1.gain1.factor [5]",
            "residual1.gain1.shift [5]",
            "residual1.dense1.weight [5, 5]",
            "residual1.dense1.bias [5]",
            "residual1.shrink1.weight [5]",
            "class.weight [3, 5]",
            "class.bias [3]",
            "last.terms [2]",
        ]
    );
    assert_eq!(
        names::<Autoencoder>(),
        [
            "encoder.wide.weight [6, 8]",
            "encoder.wide.bias [6]",
            "encoder.shrink.weight [6]",
            "encoder.code.weight [3, 6]",
            "encoder.code.bias [3]",
            "decoder.wide.weight [6, 3]",
            "decoder.wide.bias [6]",
            "decoder.dense1.weight [8, 6]",
            "decoder.dense1.bias [8]",
        ]
    );
}

#[test]
fn sizes_add_up() {
    assert_eq!(Mixed::PARAMETERS, 12 + 35 + 5 + 2 + 5 + (10 + 30 + 5) + 18 + 2);
    assert_eq!(Mixed::MACS, 6 + 30 + 15 + 10 + 15 + (5 + 25 + 15) + 15 + 6);
    assert_eq!(Autoencoder::PARAMETERS, Encoder::PARAMETERS + Decoder::PARAMETERS);
    assert_eq!(Autoencoder::MACS, Encoder::MACS + Decoder::MACS);
    let bytes = [size_of::<Autoencoder>(), size_of::<Autoencoder<f64>>()];
    assert_eq!(bytes, [4 * Autoencoder::PARAMETERS, 8 * Autoencoder::PARAMETERS]);
    let names: Vec<&str> = <Mixed as Network<f32>>::LAYERS.iter().map(|layer| layer.kind).collect();
    assert!(names.contains(&"Gain<6>") && names.contains(&"Reverse<5>"), "{names:?}");
}

#[test]
fn starting_values_are_the_layers_own() {
    let net = Mixed::boxed(11);
    assert_eq!((net.gain.factor, net.gain.shift), ([1.0; 6], [0.25; 6]));
    assert_eq!((net.shrink.weight, net.curve.terms), ([1.5; 5], [0.25, 1.0]));
    assert_eq!(net.residual1.gain1.shift, [0.25; 5]);
    assert_ne!(net.hidden.weight[(0, 0)], 0.0);
    assert_eq!(net, Mixed::boxed(11));
    assert_ne!(net, Mixed::boxed(12));
}

#[test]
fn a_network_in_a_network_is_the_networks_one_after_the_other() {
    let net = Autoencoder::boxed(2);
    let x = samples::<8>(1, 8)[0].map(f32::from_f64);
    assert_eq!(net.forward(&x), net.decoder.forward(&net.encoder.forward(&x)));
}

#[test]
fn save_and_load() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("outsider.safetensors");
    let net = Mixed::boxed(6);
    net.save(&path).unwrap();
    assert_eq!(Mixed::load(&path).unwrap(), net);
    let bytes = std::fs::read(&path).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    assert_eq!(file.len(), 15);
    let shift = file.tensor("residual1.gain1.shift").unwrap();
    assert_eq!((shift.shape(), shift.data()), ([5].as_slice(), 0.25_f32.to_le_bytes().repeat(5).as_slice()));

    let net = Autoencoder::boxed(6);
    net.save(&path).unwrap();
    assert_eq!(Autoencoder::load(&path).unwrap(), net);
    let error = Mixed::load(&path).unwrap_err().to_string();
    assert!(error.contains("is missing"), "{error}");
}

#[test]
fn training_moves_every_parameter_and_lowers_the_loss() {
    let mut net = Mixed::boxed(8);
    let xs: Vec<[f32; 6]> = samples::<6>(40, 9).iter().map(|x| x.map(f32::from_f64)).collect();
    let classes: Vec<usize> = xs.iter().map(|x| if x[0] > 0.5 { 2 } else { usize::from(x[1] > x[2]) }).collect();
    let (mut workspace, adam) = (Workspace::new(), Adam::new(0.02));
    let mut state = State::new::<Mixed>(&adam);
    let before = net.clone();
    let mut losses = Vec::new();
    for _ in 0..100 {
        losses.push(net.train_step(&mut workspace, &adam, &mut state, &xs, &classes, CrossEntropy).unwrap());
    }
    assert!(losses[99] < 0.5 * losses[0], "{losses:?}");
    assert!(net.as_slice().iter().zip(before.as_slice()).all(|(now, then)| now != then));
}
