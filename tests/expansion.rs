//! Gradients through everything that a layer list can say: blocks, repeated blocks, networks in networks, layers of third
//! parties, and sizes that only rustc knows.

use static_nn::{D1, Layer, Network, Noise, Parameters, Path, Record, Sample, Scalar, Simd, gradcheck, network};

const HIDDEN: usize = 7;

/// The largest relative error of a central difference in double precision; a wrong formula is far above it.
const TOLERANCE: f64 = 1e-6;

/// Multiplies value by value. It asks for memory that it does not need, to see that it gets its own.
#[derive(Clone, Parameters)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    gain: [T; N],
}

impl<T: Scalar, const N: usize> Layer<T> for Gain<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;
    const CACHE: usize = 1;
    const SCRATCH: usize = 2;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], scratch: &mut [T]) {
        scratch[..2].fill(x[0]);
        for i in 0..N {
            y[i] = x[i] * self.gain[i];
        }
    }

    fn forward_train<S: Simd>(
        &self,
        simd: S,
        _: Noise,
        x: &[T; N],
        y: &mut [T; N],
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        cache[0] = x[0];
        self.forward(simd, x, y, scratch);
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: Record<'_, [T; N], [T; N], T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        scratch[..2].fill(dy[0]);
        assert_eq!(record.cache, &record.x[..1]);
        for ((sum, &dy), &x) in grad.gain.iter_mut().zip(dy).zip(record.x) {
            *sum += dy * x;
        }
        if let Some(dx) = dx {
            for ((dx, &dy), &gain) in dx.iter_mut().zip(dy).zip(&self.gain) {
                *dx = dy * gain;
            }
        }
    }
}

network! {
    #[derive(Clone)]
    pub struct Inner { input: [HIDDEN + 1], Dense({ HIDDEN + 1 } -> 6), Tanh }
}

network! {
    #[derive(Clone)]
    pub struct Everything {
        input: [5],
        Gain<5>, fc: Dense(HIDDEN), Tanh,
        mine: self::Gain<HIDDEN>,
        Dense(2 * 4),
        inner: Inner,
        Softplus,
        Dense(6 -> 4), Tanh,
        skip: Residual { a: Dense(3), Tanh, Dense(2 * 2) },
        Repeat(3) { fd: Dense(4), Tanh, Residual { Gain<4>, Dense(4), Repeat(2) { Tanh, Dense(4) } } },
        Gain<4>, Flatten, Identity,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    pub struct Alone { input: [2 + 2], Gain<4>, output: [HIDDEN - 3] }
}

network! {
    #[derive(Clone)]
    pub struct AloneInBlock { input: [2 + 2], Residual { Gain<4> }, output: [HIDDEN - 3] }
}

network! {
    #[derive(Clone)]
    pub struct Flat {
        input: [1, 2, 2],
        Tanh, Identity, Flatten, Identity, Dense(4), Residual { Identity, Tanh, Flatten }, Flatten, Identity,
    }
}

network! {
    #[derive(Clone)]
    pub struct FlatFirst { input: [1, 2, 2], Flatten, Dense(3), Softmax }
}

network! {
    #[derive(Clone)]
    pub struct OnlyFlat { input: [1, 2, 2], Identity, Flatten, output: [4] }
}

fn check<N: Network<f64> + Clone, const X: usize>()
where
    [f64; X]: Sample<f64, N::Input>,
{
    let mut net = N::new(7);
    for (i, value) in net.as_mut_slice().iter_mut().enumerate() {
        *value += 0.1 * (i as f64).sin();
    }
    // More than one block, and not a whole number of them.
    let xs: Vec<[f64; X]> =
        (0..11).map(|sample| std::array::from_fn(|i| ((sample * X + i) as f64 * 0.7).sin())).collect();
    let report = gradcheck::layer(&mut net, &xs, 3);
    assert!(report.worst() < TOLERANCE, "{}\n{report}", N::NAME);
}

#[test]
fn gradients_are_those_of_the_list() {
    check::<Everything<f64>, 5>();
    check::<Alone<f64>, 4>();
    check::<AloneInBlock<f64>, 4>();
    check::<Flat<f64>, 4>();
    check::<FlatFirst<f64>, 4>();
    check::<OnlyFlat<f64>, 4>();
}

#[test]
fn tensors_are_named_by_their_place() {
    let mut names = Vec::new();
    <Everything as Parameters<f32>>::tensors(&Path::ROOT, &mut |tensor| names.push(tensor.name.to_string()));
    for name in
        ["gain1.gain", "fc.bias", "inner.dense1.weight", "skip.a.weight", "fd_3.bias", "residual3.dense3.weight"]
    {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
    assert_eq!(names.len(), 42);
}

network! {
    pub struct Literal { input: [1, 2, 3], Flatten, Dense(5), Residual { Dense(7), Dense(5, bias = false) }, Repeat(2) { Dense(4), Relu } }
}

#[test]
fn counts_are_types_too() {
    use static_nn::typenum::Unsigned;
    use static_nn::{Counted, Network};

    assert_eq!(<Literal as Counted>::Parameters::USIZE, Literal::PARAMETERS);
    assert_eq!(<Literal as Counted>::ParameterBytes::USIZE, Literal::PARAMETER_BYTES);
    assert_eq!(<Literal<f64> as Counted>::ParameterBytes::USIZE, <Literal<f64> as Network<f64>>::PARAMETER_BYTES);
    assert_eq!(<Literal as Counted>::Macs::USIZE, Literal::MACS);
    assert_eq!(<Literal as Counted>::ForwardBytes::USIZE, Literal::FORWARD_BYTES);
    assert_eq!(<Literal<f64> as Counted>::ForwardBytes::USIZE, <Literal<f64> as Network<f64>>::FORWARD_BYTES);
}

/// A limit is the most that fits; what is more does not compile (`tests/ui/fail/fits`).
#[test]
fn networks_fit_up_to_their_figures() {
    use static_nn::budget::{Fits, Flash, KiB, Macs, ParameterCount, Ram, Thousand};
    use static_nn::{Counted, network};

    network! { pub struct Exact { input: [16], Dense(16), Relu, Dense(8), Relu, Dense(1) } }

    fn fits<N: Fits<L>, L>() {}
    fits::<Exact, Flash<<Exact as Counted>::ParameterBytes>>();
    fits::<Exact, Ram<<Exact as Counted>::ForwardBytes>>();
    fits::<Exact, Macs<<Exact as Counted>::Macs>>();
    fits::<Exact, ParameterCount<<Exact as Counted>::Parameters>>();
    fits::<Exact, (Flash<KiB<2>>, Ram<KiB<1>>, Macs<Thousand<1>>, ParameterCount<Thousand<1>>)>();
    fits::<Exact<f64>, Flash<KiB<4>>>();
}
