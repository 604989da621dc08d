//! Steps of a stream: states and inputs that have become tiny, silence, gates that are far out, and a stream that has run for long.

use std::hint::black_box;
use std::mem::take;

use benches::data::{SEED, samples};
use benches::{Amplifier, Contender, Dilated, Gated};
use static_nn::init::Rng;
use static_nn::stream::{Streamed, step};
use static_nn::{Boxed, D1, Layer, Parameters, Path, Role, Stream, Tensor, network};

use super::Row;

/// Steps after which everybody is put back to where they began: few enough that the state is still there.
const TOGETHER: usize = 8;
/// Steps before those that are timed.
const BEFORE: usize = 100;
/// The steps after which a stream has run for long.
const LONG: usize = 10_000;

network! {
    /// An LSTM with too many weights to be compiled for its sizes.
    struct Large { input: [64, 1], Lstm(64), Dense(1) }
}

/// A network that answers a stream of one feature.
trait Net: Stream<f32, Input: Streamed<Frame = D1<1>>, Output: Streamed<Frame = D1<1>>, State: 'static> + 'static {}
impl<N> Net for N where
    N: Stream<f32, Input: Streamed<Frame = D1<1>>, Output: Streamed<Frame = D1<1>>, State: 'static> + 'static
{
}

/// A network with starting values.
fn new<N: Net>() -> Boxed<N> {
    let mut net = N::zeroed_boxed();
    Layer::init(&mut *net, &mut Rng::new(SEED));
    net
}

/// Changes every tensor of a network.
fn each_tensor<N: Net>(net: &mut N, change: impl Fn(&Tensor<'_>, &mut [f32])) {
    let mut rest = net.as_mut_slice();
    N::tensors(&Path::ROOT, &mut |tensor| {
        let (values, behind) = take(&mut rest).split_at_mut(tensor.len());
        change(tensor, values);
        rest = behind;
    });
}

/// A network that answers nothing with nothing.
fn without_biases<N: Net>() -> Boxed<N> {
    let mut net = new::<N>();
    each_tensor(&mut *net, |tensor, values| {
        if tensor.role == Role::Bias {
            values.fill(0.0);
        }
    });
    net
}

/// The same of a recurrent layer that keeps nine tenths of its state: by the second one of its `gates`.
fn keeping<N: Net>(gates: usize) -> Boxed<N> {
    let mut net = without_biases::<N>();
    each_tensor(&mut *net, |tensor, values| {
        if tensor.name.to_string().ends_with("bias_ih_l0") {
            let units = values.len() / gates;
            values[units..2 * units].fill(2.2);
        }
    });
    net
}

/// All weights so many times their size.
fn scaled<N: Net>(factor: f32) -> Boxed<N> {
    let mut net = new::<N>();
    each_tensor(&mut *net, |tensor, values| {
        if tensor.role == Role::Weight {
            for w in values {
                *w *= factor;
            }
        }
    });
    net
}

/// Where a stream is: what it remembers, and what comes in.
struct Start<N: Net> {
    net: Boxed<N>,
    state: N::State,
    xs: [[f32; 1]; TOGETHER],
}

impl<N: Net> Start<N> {
    /// Ordinary inputs and what they have left behind.
    fn after(net: Boxed<N>, steps: usize) -> Self {
        let (mut state, xs) = (N::State::zeroed(), samples::<1>(BEFORE));
        for x in xs.iter().cycle().take(steps) {
            let _ = step(&*net, &mut state, x);
        }
        Self { net, state, xs: std::array::from_fn(|i| xs[i]) }
    }

    /// Steps of silence behind that.
    fn silence(self, steps: usize) -> Self {
        let Self { net, mut state, .. } = self;
        for _ in 0..steps {
            let _ = step(&*net, &mut state, &[0.0]);
        }
        Self { net, state, xs: [[0.0]; TOGETHER] }
    }

    /// All of it of this size.
    fn of(net: Boxed<N>, size: f32) -> Self {
        let mut state = N::State::zeroed();
        state.as_mut_slice().fill(size);
        Self { net, state, xs: [[size]; TOGETHER] }
    }

    /// Steps from there.
    fn steps(self) -> Contender<'static> {
        let Self { net, state: before, xs } = self;
        let mut state = before;
        Contender::repeating("", move |times| {
            for (_, x) in (0..times).zip(xs.iter().enumerate().cycle()) {
                if x.0 == 0 {
                    state = before;
                }
                black_box(step(black_box(&*net), &mut state, black_box(x.1)));
            }
        })
    }
}

/// States and inputs of one size: the smallest are subnormal, or make products that are.
fn sizes<N: Net>(what: &str) -> Row {
    let sizes = [1e-45, 1e-40, 1e-38, 1e-36, 1e-34, 1e-30, 1e-20, 1e-10, 1e3, 1e10, 1e30];
    let states = sizes.into_iter().flat_map(|size| {
        let name = format!("state and inputs of {size:e}");
        let bare = format!("{name}, no biases");
        [(name, Start::<N>::of(new(), size).steps()), (bare, Start::<N>::of(without_biases(), size).steps())]
    });
    Row { what: format!("{what}, tiny and huge"), ordinary: ordinary::<N>(), states: states.collect() }
}

/// What becomes of a stream by itself. Of a recurrent layer the gates of a unit are told.
fn runs<N: Net>(what: &str, gates: Option<usize>) -> Row {
    let mut states = Vec::new();
    let mut add = |name: String, start: Start<N>| states.push((name, start.steps()));
    for factor in [1e-30, 1e-20, 1e-10, 10.0, 100.0, 1000.0] {
        add(format!("weights of {factor:e} times their size"), Start::after(scaled(factor), BEFORE));
    }
    // Halves become subnormal after 126 steps and nothing after 149; nine tenths after 830 and 980.
    for steps in [0, 100, 130, 140, 200, 840, 900, 960, LONG] {
        add(format!("{steps} steps of silence"), Start::after(new(), BEFORE).silence(steps));
        add(format!("{steps} steps of silence, no biases"), Start::after(without_biases(), BEFORE).silence(steps));
        if let Some(gates) = gates {
            let start = Start::after(keeping(gates), BEFORE).silence(steps);
            add(format!("{steps} steps of silence, no biases, gates that keep"), start);
        }
    }
    add("silence from the beginning".into(), Start::of(new(), 0.0));
    add("silence from the beginning, no biases".into(), Start::of(without_biases(), 0.0));
    add(format!("{LONG} steps behind it"), Start::after(new(), LONG));
    Row { what: what.into(), ordinary: ordinary::<N>(), states }
}

fn ordinary<N: Net>() -> Contender<'static> {
    Start::<N>::after(new(), BEFORE).steps()
}

pub(crate) fn streams() -> Vec<Row> {
    macro_rules! rows {
        ($($Net:ident: $what:literal, $gates:expr;)*) => { vec![$(runs::<$Net>($what, $gates), sizes::<$Net>($what)),*] };
    }
    rows! {
        Amplifier: "Lstm", Some(4);
        Large: "Lstm, large", Some(4);
        Gated: "Gru", Some(3);
        Dilated: "Conv1d", None;
    }
}
