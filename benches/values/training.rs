//! Training steps on numbers that have become tiny: nearly right answers, units far out, gradients that vanish.

use std::hint::black_box;

use benches::Contender;
use benches::data::{SEED, samples};
use static_nn::loss::Loss;
use static_nn::network::{gradient_batch, train_step};
use static_nn::optim::Optimizer;
use static_nn::prelude::*;
use static_nn::{D1, Layer, kernels, network};

use super::Row;

const INPUTS: usize = 8;
const OUTPUTS: usize = 3;
const BATCH: usize = 32;
const RATE: f64 = 1e-3;
/// Steps after which everybody is put back to where they began: few enough that a network is still there.
const TOGETHER: u64 = 16;
/// Steps that an optimizer has behind it: the next one is one of those that look for what has decayed.
const BEFORE: u64 = 319;

type Output = [f32; OUTPUTS];

/// 8-64-32-3 with an activation of one's choice, and what there is to be behind the outputs.
macro_rules! networks {
    ($($(#[$attribute:meta])* $Name:ident: $Activation:ident $(($($setting:tt)*))?, $($end:ident)?;)*) => {$(
        network! {
            $(#[$attribute])*
            pub struct $Name {
                input: [8],
                hidden: Dense(64), $Activation $(($($setting)*))?,
                middle: Dense(32), $Activation $(($($setting)*))?,
                last: Dense(3), $($end)?
            }
        }
    )*};
}

networks! {
    WithRelu: Relu,;
    WithLeakyRelu: LeakyRelu,;
    WithElu: Elu,;
    WithGelu: Gelu,;
    WithGeluTanh: Gelu(approximate = "tanh"),;
    WithSilu: Silu,;
    WithMish: Mish,;
    WithSigmoid: Sigmoid,;
    WithTanh: Tanh,;
    WithSoftplus: Softplus,;
    WithHardSigmoid: HardSigmoid,;
    WithHardTanh: HardTanh,;
    ToSigmoid: Relu, Sigmoid;
    ToSoftmax: Relu, Softmax;
    ToLogSoftmax: Relu, LogSoftmax;
}

/// Where the layers begin among the parameters.
const MIDDLE: usize = (INPUTS + 1) * 64;
const LAST: usize = MIDDLE + 65 * 32;

/// A network of one of the lists above.
trait Net: Layer<f32, Input = D1<INPUTS>, Output = D1<OUTPUTS>> + 'static {}
impl<N: Layer<f32, Input = D1<INPUTS>, Output = D1<OUTPUTS>> + 'static> Net for N {}

/// A network with starting values.
fn new<N: Net>() -> Boxed<N> {
    let mut net = N::zeroed_boxed();
    net.init(&mut static_nn::init::Rng::new(SEED));
    net
}

/// Where a step begins.
struct Start<N, Y> {
    net: Boxed<N>,
    targets: Vec<Y>,
    memory: Vec<f32>,
}

/// Steps from there.
fn steps<N: Net, Y: Sync + 'static, L: Loss<f32, D1<OUTPUTS>, Y> + 'static>(
    start: Start<N, Y>,
    loss: L,
    optimizer: impl Optimizer + 'static,
) -> Contender<'static> {
    let Start { net: mut before, targets, memory: mut remembered } = start;
    let (xs, mut workspace) = (samples::<INPUTS>(BATCH), Workspace::<f32, N>::new());
    // A step leaves no numbers that none would ever leave.
    let mut state = State::resumed(&mut remembered[..], BEFORE);
    train_step(&mut *before, &mut workspace, &optimizer, &mut state, &xs, &targets, &loss).expect("a step");
    let (mut net, mut memory) = (before.clone(), remembered.clone());
    Contender::repeating("", move |times| {
        for time in 0..times {
            if time % TOGETHER == 0 {
                net.as_mut_slice().copy_from_slice(before.as_slice());
                memory.copy_from_slice(&remembered);
            }
            let mut state = State::resumed(&mut memory[..], BEFORE + 1 + time % TOGETHER);
            let (xs, targets) = (black_box(&xs), black_box(&targets));
            let value = train_step(&mut *net, &mut workspace, &optimizer, &mut state, xs, targets, &loss);
            black_box(value.expect("a step"));
        }
    })
}

/// What an optimizer remembers after steps against the gradient at `start`, and `dead` steps without any.
fn memory<N: Net, Y: Sync, L: Loss<f32, D1<OUTPUTS>, Y>>(
    net: &N,
    targets: &[Y],
    loss: L,
    optimizer: &impl Optimizer,
    dead: u64,
) -> Vec<f32> {
    let mut workspace = Workspace::<f32, N>::new();
    let gradient = gradient_batch(net, &mut workspace, &samples::<INPUTS>(BATCH), targets, loss).expect("a batch");
    let (mut p, none) = (net.as_slice().to_vec(), vec![0.0; N::PARAMETERS]);
    let mut memory = vec![0.0; optimizer.runs() * p.len()];
    for number in 1..=BEFORE + dead {
        let g = if number <= BEFORE { gradient.as_slice() } else { &none };
        optimizer.step(kernels::level(), &mut p, g, &mut memory, number);
    }
    memory
}

/// A classifier or a regression whose answers are nearer and nearer to being right.
fn loss<N: Net, Y: Clone + Sync + 'static, L: Loss<f32, D1<OUTPUTS>, Y> + Clone + 'static>(
    what: &str,
    loss: L,
    ordinary: [Y; 3],
    right: &Y,
) -> Row {
    let adam = Adam::new(RATE);
    let begin = |net: Boxed<N>, targets: Vec<Y>| {
        let memory = memory(&*net, &targets, &loss, &adam, 0);
        steps(Start { net, targets, memory }, loss.clone(), adam)
    };
    let sizes = [
        1e-45, 1e-40, 1e-38, 1e-36, 1e-34, 1e-30, 1e-25, 1e-20, 1e-19, 1e-15, 1e-10, 1e-5, 1.0, 10.0, 20.0, 25.0, 30.0,
        34.0, 38.0, 41.0, 43.0, 46.0, 50.0, 60.0, 80.0, 86.0, 88.0, 95.0, 103.0, 110.0, 300.0,
    ];
    let states = sizes.map(|size: f32| {
        let mut net = new::<N>();
        let last = &mut net.as_mut_slice()[LAST..];
        // Small beside the bias.
        let factor = if size < 1.0 { 0.0 } else { 0.01 };
        for w in &mut *last {
            *w *= factor;
        }
        last[OUTPUTS * 32..].copy_from_slice(&[size, -size, -size]);
        (format!("outputs of {size:e}"), begin(net, vec![right.clone(); BATCH]))
    });
    let targets = ordinary.into_iter().cycle().take(BATCH).collect();
    Row { what: what.into(), ordinary: begin(new::<N>(), targets), states: states.into() }
}

/// Hidden units that are further and further out.
fn activation<N: Net>(what: &str) -> Row {
    let adam = Adam::new(RATE);
    let begin = |net: Boxed<N>| {
        let targets: Vec<u8> = (0..3).cycle().take(BATCH).collect();
        let memory = memory(&*net, &targets, CrossEntropy, &adam, 0);
        steps(Start { net, targets, memory }, CrossEntropy, adam)
    };
    let mut states = Vec::new();
    for size in [
        3.0, 6.0, 8.0, 10.0, 12.0, 13.0, 14.0, 20.0, 30.0, 41.0, 46.0, 60.0, 75.0, 82.0, 85.0, 88.0, 92.0, 98.0, 103.0,
        110.0,
    ] {
        for sign in [1.0, -1.0] {
            let mut net = new::<N>();
            let p = net.as_mut_slice();
            p[..LAST].iter_mut().for_each(|w| *w *= 0.1);
            p[MIDDLE - 64..MIDDLE].fill(sign * size);
            p[LAST - 32..LAST].fill(sign * size);
            states.push((format!("every unit near {}", sign * size), begin(net)));
        }
    }
    for factor in [1e-30, 1e-20, 1e-12, 3.0, 10.0, 30.0, 50.0, 100.0, 200.0, 300.0, 1000.0] {
        let mut net = new::<N>();
        net.as_mut_slice()[..LAST].iter_mut().for_each(|w| *w *= factor);
        states.push((format!("weights of {factor:e} times their size"), begin(net)));
    }
    Row { what: what.into(), ordinary: begin(new::<N>()), states }
}

/// Gradients that are smaller and smaller, parameters that have had none for longer and longer, and parameters that have decayed.
fn optimizer<O: Optimizer + 'static>(what: &str, plain: &O, decays: &O) -> Row {
    let loss = Weighted(SumSquaredError);
    let targets = |weight: f32| vec![([0.5, -0.5, 0.25], weight); BATCH];
    let start = |optimizer: &O, net: Boxed<WithRelu>, weight: f32, dead: u64| {
        let (before, targets) = (targets(if dead > 0 { 1.0 } else { weight }), targets(weight));
        let memory = memory(&*net, &before, loss, optimizer, dead);
        steps(Start { net, targets, memory }, loss, optimizer.clone())
    };
    let mut states = Vec::new();
    for exponent in (4..48).step_by(2) {
        let weight = 10.0_f32.powi(-exponent);
        states.push((format!("signals of {weight:e}"), start(plain, new(), weight, 0)));
    }
    for dead in [100, 600, 780, 820, 850, 3000, 6800, 8200, 8600, 9000, 60_000, 80_000, 87_000, 95_000] {
        states.push((format!("no signal for {dead} steps"), start(plain, new(), 0.0, dead)));
    }
    for exponent in (24..46).step_by(2) {
        let mut net = new::<WithRelu>();
        let (size, p) = (10.0_f32.powi(-exponent), net.as_mut_slice());
        // Every other unit, and off.
        p[..MIDDLE - 64].iter_mut().step_by(2).for_each(|w| *w *= size);
        p[MIDDLE - 64..MIDDLE].iter_mut().step_by(2).for_each(|b| *b = -100.0 * size);
        states.push((format!("units decayed to {size:e}"), start(decays, net, 1.0, 0)));
    }
    Row { what: what.into(), ordinary: start(decays, new(), 1.0, 0), states }
}

pub(crate) fn losses() -> Vec<Row> {
    const NONE: [Output; 3] = [[0.5, -0.25, 1.0], [0.0, 1.5, -1.0], [1.0, 2.0, 0.5]];
    const CHANCES: [Output; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.5, 0.5]];
    const SIDES: [Output; 3] = [[1.0, -1.0, 1.0], [-1.0, 1.0, -1.0], [1.0, 1.0, -1.0]];
    let smooth = CrossEntropy.label_smoothing(0.1);
    vec![
        loss::<WithRelu, u8, _>("CrossEntropy", CrossEntropy, [0, 1, 2], &0),
        loss::<WithRelu, Output, _>("CrossEntropy of probabilities", CrossEntropy, CHANCES, &CHANCES[0]),
        loss::<WithRelu, u8, _>("CrossEntropy, smoothed", smooth, [0, 1, 2], &0),
        loss::<WithRelu, u8, _>("MultiMargin", MultiMargin::default(), [0, 1, 2], &0),
        loss::<ToLogSoftmax, Output, _>("KlDivergence of LogSoftmax", KlDivergence, CHANCES, &CHANCES[0]),
        loss::<WithRelu, Output, _>("BinaryCrossEntropy", BinaryCrossEntropy, CHANCES, &CHANCES[0]),
        loss::<WithRelu, Output, _>(
            "BinaryCrossEntropy, weighted",
            BinaryCrossEntropy.positive_weight(2.0),
            CHANCES,
            &CHANCES[0],
        ),
        loss::<ToSigmoid, Output, _>(
            "BinaryCrossEntropyOfProbabilities of Sigmoid",
            BinaryCrossEntropyOfProbabilities,
            CHANCES,
            &CHANCES[0],
        ),
        loss::<WithRelu, Output, _>("Hinge", Hinge, SIDES, &[1.0, -1.0, -1.0]),
        loss::<WithRelu, Output, _>("MeanSquaredError", MeanSquaredError, NONE, &[0.0; 3]),
        loss::<ToSigmoid, Output, _>("MeanSquaredError of Sigmoid", MeanSquaredError, CHANCES, &CHANCES[0]),
        loss::<ToSoftmax, Output, _>("MeanSquaredError of Softmax", MeanSquaredError, CHANCES, &CHANCES[0]),
        loss::<WithRelu, Output, _>("HalfMeanSquaredError", HalfMeanSquaredError, NONE, &[0.0; 3]),
        loss::<WithRelu, Output, _>("SumSquaredError", SumSquaredError, NONE, &[0.0; 3]),
        loss::<WithRelu, Output, _>("MeanAbsoluteError", MeanAbsoluteError, NONE, &[0.0; 3]),
        loss::<WithRelu, Output, _>("Huber", Huber::new(1.0), NONE, &[0.0; 3]),
        loss::<WithRelu, Output, _>("SmoothL1", SmoothL1::new(1.0), NONE, &[0.0; 3]),
        loss::<WithRelu, Output, _>("CosineSimilarity", CosineSimilarity, NONE, &[1.0, -1.0, -1.0]),
    ]
}

pub(crate) fn activations() -> Vec<Row> {
    macro_rules! rows {
        ($($Name:ident: $what:literal),* $(,)?) => { vec![$(activation::<$Name>($what)),*] };
    }
    rows! {
        WithRelu: "Relu", WithLeakyRelu: "LeakyRelu", WithElu: "Elu", WithGelu: "Gelu", WithGeluTanh: "Gelu by tanh",
        WithSilu: "Silu", WithMish: "Mish", WithSigmoid: "Sigmoid", WithTanh: "Tanh", WithSoftplus: "Softplus",
        WithHardSigmoid: "HardSigmoid", WithHardTanh: "HardTanh",
    }
}

pub(crate) fn optimizers() -> Vec<Row> {
    macro_rules! rows {
        ($($what:literal: $optimizer:expr;)*) => {
            vec![$({ let plain = $optimizer; optimizer($what, &plain, &plain.weight_decay(1e-3)) }),*]
        };
    }
    rows! {
        "Sgd": Sgd::new(RATE);
        "Sgd with momentum": Sgd::new(RATE).momentum(0.9);
        "Adagrad": Adagrad::new(RATE);
        "RmsProp": RmsProp::new(RATE);
        "RmsProp, centered, with momentum": RmsProp::new(RATE).centered(true).momentum(0.9);
        "Adam": Adam::new(RATE);
        "AMSGrad": Adam::new(RATE).amsgrad(true);
        "AdamW": AdamW::new(RATE);
        "Nadam": Nadam::new(RATE);
        "Lion": Lion::new(RATE);
    }
}
