//! The stack of a call, painted and measured, beside the bound that the network's type states.
//!
//! `cargo test -p stack -- --nocapture` prints both. This package is built with optimisation whatever the profile.

mod painted;

use painted::used;
use static_nn::stream::Stream;
use static_nn::{Network, Scalar, network};

network! { pub struct Tiny { input: [2], Dense(3), Tanh, Dense(1) } }
network! { pub struct Perceptron { input: [300], Dense(300), Relu, Dense(65), Gelu, LayerNorm, Dense(10), Softmax } }
network! {
    pub struct LeNet5 {
        input: [1, 28, 28],
        Conv2d(6, kernel = 5), Relu, MaxPool2d(2), Conv2d(16, kernel = 5), Relu, MaxPool2d(2), Flatten,
        Dense(120), Relu, Dense(84), Relu, Dense(10),
    }
}
network! {
    pub struct Images {
        input: [8, 12, 12],
        Conv2d(16, kernel = 3, padding = same), BatchNorm, Relu, AvgPool2d(2), GroupNorm(4), LocalResponseNorm(3),
        ConvTranspose2d(4, kernel = 3, stride = 2), Upsample(2), ZeroPad2d(1), GlobalMaxPool2d,
    }
}
network! {
    pub struct Residuals {
        input: [8, 8, 8],
        Repeat(3) { Residual { Conv2d(8, kernel = 3, padding = same), BatchNorm, Relu, Conv2d(8, kernel = 3, padding = same) }, Relu },
        GlobalAvgPool2d, Dense(4),
    }
}
network! { pub struct Recurrent { input: [16, 4], Lstm(20), Gru(24), Rnn(16), Last, Dense(3) } }
network! { pub struct LargeRecurrent { input: [16, 4], Lstm(100), Gru(16, layers = 2, bidirectional = true) } }
network! {
    pub struct Transformer {
        input: [16, 32],
        PositionalEncoding,
        Residual { LayerNorm, SelfAttention(heads = 4) },
        Residual { RmsNorm, Dense(64), Gelu, Dense(32) },
        MeanOverTime, Dense(5),
    }
}
network! {
    pub struct Convolutions {
        input: [32, 64],
        Conv1d(64, kernel = 9, padding = same), Tanh, Conv1d(64, kernel = 3, groups = 64), MaxPool1d(2), MaxOverTime,
    }
}
network! {
    pub struct Branches {
        input: [16],
        Add { { Dense(32), Tanh, Dense(16) }, { Residual { Dense(16), Mish, Residual { Dense(16) } } }, {} },
        Concat { {}, { Multiply { { Dense(8), Sigmoid }, { Dense(8) } } } }, LogSoftmax,
    }
}
network! { pub struct Deep { input: [32], Repeat(70) { Dense(32), Tanh }, Dense(2) } }
network! { pub struct Words { input: [12], Embedding(50 -> 8), Gru(8), Last, Dense(2) } }

network! { pub struct Amplifier { input: [64, 1], Residual { lstm: Lstm(20), Dense(1) } } }
network! {
    pub struct WaveNet {
        input: [64, 2],
        Conv1d(16, kernel = 3, causal = true), Tanh,
        Repeat(4) { Residual { Conv1d(16, kernel = 3, dilation = 4, causal = true), Multiply { { Dense(16), Tanh }, { Dense(16), Sigmoid } } } },
        Dense(1),
    }
}
network! { pub struct Stacks { input: [8, 40], Lstm(40, layers = 3), Conv1d(100, kernel = 3, causal = true), Gru(70), Dense(2) } }

/// One sample.
fn sample<T: Scalar, N: Network<T>>(call: impl FnMut() + Send) {
    compare(N::NAME, size_of::<T>(), "forward", <N as Network<T>>::STACK_BYTES, used(call));
}

/// One step of a stream.
fn stream<T: Scalar, N: Stream<T> + Network<T>>(call: impl FnMut() + Send) {
    compare(N::NAME, size_of::<T>(), "a stream", <N as Stream<T>>::STACK_BYTES, used(call));
}

fn compare(name: &str, size: usize, call: &str, bound: usize, used: usize) {
    println!("{name:>14} f{:<2} {call:>9}: {used:>7} bytes of at most {bound:>7}", 8 * size);
    assert!(used > 0, "nothing is measured");
    assert!(used <= bound, "{call} of `{name}` takes {used} bytes of stack, and its type says {bound} at most");
}

/// The sample is on the heap, and so is the answer.
macro_rules! samples {
    ($($Net:ident<$T:ident>: $x:expr;)*) => {$(
        let net = <$Net<$T> as Network<$T>>::boxed(1);
        let (x, mut y) = (Box::new($x), Vec::with_capacity(1));
        sample::<$T, $Net<$T>>(|| y.push(net.forward(&*x)));
    )*};
}

#[test]
fn a_sample_takes_no_more_stack_than_its_type_says() {
    samples! {
        Tiny<f32>: [0.5_f32; 2];
        Perceptron<f32>: [0.5_f32; 300];
        LeNet5<f32>: [0.5_f32; 784];
        LeNet5<f64>: [0.5_f64; 784];
        Images<f32>: [0.5_f32; 1152];
        Residuals<f32>: [0.5_f32; 512];
        Recurrent<f32>: [0.5_f32; 64];
        Recurrent<f64>: [0.5_f64; 64];
        LargeRecurrent<f32>: [0.5_f32; 64];
        Transformer<f32>: [0.5_f32; 512];
        Transformer<f64>: [0.5_f64; 512];
        Convolutions<f32>: [0.5_f32; 2048];
        Branches<f32>: [0.5_f32; 16];
        Deep<f32>: [0.5_f32; 32];
        Words<f32>: [3_u8; 12];
    }
}

macro_rules! streams {
    ($($Net:ident<$T:ident>: $x:expr;)*) => {$(
        let net = <$Net<$T> as Network<$T>>::boxed(1);
        let (mut state, x, mut y) = (Box::new($Net::<$T>::state()), $x, Vec::with_capacity(1));
        stream::<$T, $Net<$T>>(|| y.push(net.step(&mut state, &x)));
    )*};
}

#[test]
fn a_step_takes_no_more_stack_than_its_type_says() {
    streams! {
        Amplifier<f32>: [0.5_f32; 1];
        WaveNet<f32>: [0.5_f32; 2];
        Stacks<f32>: [0.5_f32; 40];
        Stacks<f64>: [0.5_f64; 40];
    }
}

#[test]
fn networks_are_shared() {
    fn shared<N: Network<f32> + Sync + Send>(net: &N, call: impl Fn(&N) -> f32 + Sync) {
        let answers: Vec<f32> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| call(net))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(answers.windows(2).all(|pair| pair[0].to_bits() == pair[1].to_bits()), "{answers:?}");
    }
    shared(&*Recurrent::boxed(1), |net| net.forward(&[0.25; 64])[0]);
    shared(&*LeNet5::boxed(1), |net| net.forward(&[0.25; 784])[0]);
    shared(&*Transformer::boxed(1), |net| net.forward(&[0.25; 512])[0]);
}
