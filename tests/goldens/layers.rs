//! Layers as in PyTorch: outputs, gradients and statistics, sample by sample and in blocks, in both scalars.

use static_nn::fearless_simd::dispatch;
use static_nn::kernels::level;
use static_nn::scalar::{scalars, scalars_mut};
use static_nn::{Layer, Noise, Parameters, Pass, Path, Record, Role, Scalar, Shape};

use super::{Tensors, assert_close, poison};

/// `f64` values, relative to those above 1: the files hold them rounded to `f32`, by up to 2^-25 of a value just above a power of two.
const STORED: f64 = 6e-8;
/// The same in `f32`: sums of up to 2,040 numbers near 1, one after the other, some hundred units of rounding.
const SUMS: f64 = 3e-5;

fn tolerance<T: Scalar>() -> f64 {
    if T::DTYPE == "F64" { STORED } else { SUMS }
}

/// Values as blocks, `len` of each sample. In the lanes behind the last one are copies of it, or `behind` if that is given.
fn to_blocks<T: Scalar>(values: &[T], len: usize, behind: Option<T>) -> Vec<T::Lanes> {
    let samples = values.len() / len;
    let mut lanes = poison::<T>(samples.div_ceil(T::LANES) * len);
    for (i, lane) in scalars_mut::<T>(&mut lanes).iter_mut().enumerate() {
        let (sample, value) = (i / T::LANES / len * T::LANES + i % T::LANES, i / T::LANES % len);
        let copied = values[sample.min(samples - 1) * len + value];
        *lane = if sample < samples { copied } else { behind.unwrap_or(copied) };
    }
    lanes
}

/// The values of the first `samples` samples of some blocks.
fn from_blocks<T: Scalar>(lanes: &[T::Lanes], len: usize, samples: usize) -> Vec<T> {
    let value = |sample: usize, i: usize| (sample / T::LANES * len + i) * T::LANES + sample % T::LANES;
    (0..samples * len).map(|at| scalars::<T>(lanes)[value(at / len, at % len)]).collect()
}

/// The numbers of one layer.
pub(crate) struct Golden<T> {
    tensors: Tensors,
    name: &'static str,
    x: Vec<T>,
    dy: Vec<T>,
    samples: usize,
}

impl<T: Scalar> Golden<T> {
    pub(crate) fn new(file: &str, name: &'static str) -> Self {
        let tensors = Tensors::golden(file);
        let of = |tensor| tensors.values(&format!("{name}.{tensor}"));
        let (x, dy, samples) = (of("x"), of("dy"), tensors.0[&format!("{name}.x")].0[0]);
        Self { tensors, name, x, dy, samples }
    }

    /// A network with PyTorch's parameters.
    fn network<N: Layer<T>>(&self) -> N {
        let mut net = N::zeroed();
        self.each::<N>(|name, role, from, places| {
            let values: Vec<T> = self.tensors.values(&format!("{}.{name}", self.name));
            assert_eq!(values.len(), places.len(), "{name}, {role:?}");
            for (value, place) in values.into_iter().zip(places) {
                net.as_mut_slice()[from + place] = value;
            }
        });
        net
    }

    /// Calls `visit` with every tensor's name, its role, where it begins among the parameters, and the places of its values there. Of a
    /// single layer, a tensor's name is what stands behind that of the layer.
    fn each<N: Parameters<T>>(&self, mut visit: impl FnMut(&str, Role, usize, Vec<usize>)) {
        let mut from = 0;
        N::tensors(&Path::ROOT, &mut |tensor| {
            let name = tensor.name.to_string();
            let is_whole = self.tensors.0.contains_key(&format!("{}.{name}", self.name));
            let part = if is_whole { &name } else { name.split_once('.').unwrap().1 };
            visit(part, tensor.role, from, (0..tensor.len()).map(|i| tensor.place(i)).collect());
            from += tensor.len();
        });
    }

    #[track_caller]
    fn assert(&self, way: &str, tensor: &str, found: &[T]) {
        let expected = self.tensors.values::<f64>(&format!("{}.{tensor}", self.name));
        let (relative, wanted): (Vec<f64>, Vec<f64>) = found
            .iter()
            .zip(&expected)
            .map(|(found, expected)| (found.to_f64() / expected.abs().max(1.0), expected / expected.abs().max(1.0)))
            .unzip();
        assert_eq!(found.len(), expected.len(), "{tensor}");
        assert_close(&format!("{}.{tensor} {way} in {}", self.name, T::DTYPE), &relative, &wanted, tolerance::<T>());
    }

    /// The gradient of every parameter; and what every statistic is to become.
    fn assert_gradient<N: Parameters<T>>(&self, way: &str, net: &N, grad: &N) {
        self.each::<N>(|name, role, from, places| {
            let at = |of: &N, place: &usize| of.as_slice()[from + *place];
            if role == Role::Statistic {
                let after: Vec<T> = places.iter().map(|place| at(net, place) + at(grad, place)).collect();
                self.assert(way, &format!("after.{name}"), &after);
            } else {
                let gradient: Vec<T> = places.iter().map(|place| at(grad, place)).collect();
                self.assert(way, &format!("grad.{name}"), &gradient);
            }
        });
    }

    /// Sample by sample. Where a batch is normalised together, that is evaluation alone.
    pub(crate) fn check_samples<N: Layer<T>>(&self) {
        let (net, mut grad) = (self.network::<N>(), N::zeroed());
        let nan = T::from_f64(f64::NAN);
        let (mut cache, mut scratch) = (vec![nan; N::CACHE], vec![nan; N::SCRATCH]);
        let (mut ys, mut dxs) = (vec![nan; self.dy.len()], vec![nan; self.x.len()]);
        let mut evaluated = Vec::new();
        let (xs, dys) = (self.x.chunks(N::Input::LEN), self.dy.chunks(N::Output::LEN));
        for ((x, y), (dy, dx)) in xs.zip(ys.chunks_mut(N::Output::LEN)).zip(dys.zip(dxs.chunks_mut(N::Input::LEN))) {
            let (x, y) = (N::Input::view(x), N::Output::view_mut(y));
            dispatch!(level(), simd => net.forward(simd, x, y, &mut scratch));
            if N::COUPLED {
                continue;
            }
            evaluated.extend_from_slice(N::Output::flat(y));
            dispatch!(level(), simd => net.forward_train(simd, Noise::new(0), x, y, &mut cache, &mut scratch));
            let (record, dy, dx) = (Record { x, y: &*y, cache: &cache }, N::Output::view(dy), N::Input::view_mut(dx));
            dispatch!(level(), simd => net.backward(simd, record, dy, Some(dx), &mut grad, &mut scratch));
        }
        let way = "of one sample";
        if N::COUPLED {
            self.assert(way, "evaluated", &ys);
        } else {
            self.assert(way, "y", &evaluated);
            self.assert("of one sample in training", "y", &ys);
            self.assert(way, "dx", &dxs);
            self.assert_gradient(way, &net, &grad);
        }
    }

    pub(crate) fn check_blocks<N: Layer<T>>(&self) {
        let (net, mut grad) = (self.network::<N>(), N::zeroed());
        let (pass, blocks) = (Pass::new(self.samples), self.samples.div_ceil(T::LANES));
        let (x, dy) = (to_blocks(&self.x, N::Input::LEN, None), to_blocks(&self.dy, N::Output::LEN, Some(T::ZERO)));
        let (mut y, mut dx) = (poison::<T>(dy.len()), poison::<T>(x.len()));
        let (mut cache, mut scratch) = (poison::<T>(N::CACHE * blocks), poison::<T>(N::BLOCK_SCRATCH * blocks));
        let (x, dy) = (N::Input::all(&x), N::Output::all(&dy));

        net.forward_blocks(&pass, x, N::Output::all_mut(&mut y), &mut scratch);
        let evaluated = if N::COUPLED { "evaluated" } else { "y" };
        self.assert("of a batch", evaluated, &from_blocks::<T>(&y, N::Output::LEN, self.samples));

        net.forward_train_blocks(&pass, x, N::Output::all_mut(&mut y), &mut cache, &mut scratch);
        let record = Record { x, y: N::Output::all(&y), cache: &cache };
        net.backward_blocks(&pass, record, dy, Some(N::Input::all_mut(&mut dx)), &mut grad, &mut scratch);
        self.assert("of a batch in training", "y", &from_blocks::<T>(&y, N::Output::LEN, self.samples));
        self.assert("of a batch", "dx", &from_blocks::<T>(&dx, N::Input::LEN, self.samples));
        self.assert_gradient("of a batch", &net, &grad);
    }
}

/// A network with the name that its numbers have in the file.
macro_rules! golden {
    ($file:literal: $name:ident { $($list:tt)* }) => {
        mod $name {
            use static_nn::network;

            use super::super::layers::Golden;

            network! {
                #[derive(Clone, Debug, PartialEq)]
                pub struct Net { $($list)* }
            }

            #[test]
            fn is_as_in_pytorch() {
                let double = Golden::<f64>::new($file, stringify!($name));
                double.check_samples::<Net<f64>>();
                double.check_blocks::<Net<f64>>();
                let single = Golden::<f32>::new($file, stringify!($name));
                single.check_samples::<Net<f32>>();
                single.check_blocks::<Net<f32>>();
            }
        }
    };
}

/// A network of one layer for each of PyTorch's, and behind `=>` one of each list.
macro_rules! layers {
    ($file:literal: $($name:ident: [$($extent:literal),*], $Layer:ident $(($($setting:tt)*))?;)*
        $(=> $($list:ident: [$($size:literal),*] { $($layers:tt)* })*)?
    ) => {
        $(super::layers::golden! { $file: $name { input: [$($extent),*], $Layer $(($($setting)*))? } })*
        $($(super::layers::golden! { $file: $list { input: [$($size),*], $($layers)* } })*)?

        #[test]
        fn none_is_left_out() {
            let golden = super::Tensors::golden($file);
            let mut names: Vec<&str> = golden.0.keys().map(|name| name.split('.').next().unwrap()).collect();
            names.dedup();
            let mut tested = [$(stringify!($name),)* $($(stringify!($list)),*)?];
            tested.sort_unstable();
            assert_eq!(names, tested);
        }
    };
}

pub(crate) use {golden, layers};
