//! Networks that are computed while this program is compiled.
#![expect(clippy::cast_possible_truncation, reason = "random numbers of a network in single precision")]

use static_nn::init::Rng;
use static_nn::{Network, network};

network! {
    #[weights("tests/data/bundle.safetensors", pca: _, other: _)]
    struct Bundled { input: [3], scaler: Standardize, fc: Dense(2), Tanh }
}

network! {
    struct Every {
        input: [6],
        scaler: Standardize,
        a: Dense(24), Relu,
        b: Dense(20, bias = false), LeakyRelu(slope = 0.2),
        norm: LayerNorm, Elu(alpha = 0.7),
        Residual { c: Dense(31), Gelu, Dropout(p = 0.5), d: Dense(20), Residual { Silu } },
        e: Dense(17), BatchNorm, Mish,
        Repeat(2) { Dense(17), Softplus },
        rms: RmsNorm(eps = 0.01), Gelu(approximate = "tanh"),
        f: Dense(9), HardSigmoid, g: Dense(9), HardTanh, GaussianNoise(deviation = 0.1),
        inner: Inner,
        h: Dense(5), Sigmoid, i: Dense(4), Softmax, LogSoftmax,
    }
}

network! {
    struct Inner { input: [9], Dense(9), Tanh }
}

network! {
    /// Of another shape than a vector.
    struct Shapes { input: [2, 3, 4], norm: BatchNorm, Tanh, Flatten, a: Dense(12), Reshape([3, 4]), b: Dense(5), steps: BatchNorm, Relu, Step }
}

/// Fills a network with numbers of which none is near zero: variances and scales too.
fn filled<N: Network<f32>>(seed: u64) -> N {
    let mut net = N::new(seed);
    let mut rng = Rng::new(seed);
    for x in net.as_mut_slice() {
        if [0.0_f32, 1.0].map(f32::to_bits).contains(&x.to_bits()) {
            *x = 0.5 + rng.uniform() as f32;
        }
    }
    net
}

/// Asserts that two answers differ by rounding.
#[track_caller]
fn assert_close(constant: &[f32], forward: &[f32]) {
    for (a, b) in constant.iter().zip(forward) {
        assert!((a - b).abs() <= 4e-6 * b.abs().max(1.0), "{constant:?} is not {forward:?}");
    }
}

#[test]
fn a_network_is_computed_in_a_constant() {
    const NET: &Bundled = Bundled::EMBEDDED;
    const Y: [f32; 2] = NET.forward_const(&[0.25, -1.5, 3.0]);
    assert_close(&Y, &NET.forward(&[0.25, -1.5, 3.0]));
    const { assert!(Y[0] != Y[1] && Y[0] != 0.0) };
}

#[test]
fn it_gives_what_forward_gives() {
    for seed in 0..50 {
        let net: Every = filled(seed);
        let mut rng = Rng::new(seed + 100);
        let x: [f32; 6] = std::array::from_fn(|_| rng.normal() as f32);
        assert_close(&net.forward_const(&x), &net.forward(&x));
    }
}

#[test]
fn images_and_sequences_keep_their_shape() {
    for seed in 0..50 {
        let net: Shapes = filled(seed);
        let mut rng = Rng::new(seed + 100);
        let x: [[[f32; 4]; 3]; 2] =
            std::array::from_fn(|_| std::array::from_fn(|_| std::array::from_fn(|_| rng.normal() as f32)));
        assert_close(net.forward_const(&x).as_flattened(), net.forward(&x).as_flattened());
    }
}
