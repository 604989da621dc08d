//! Every scheme of starting values against what PyTorch makes of the same random stream: `tests/goldens/initial.py`.

mod golden_file;

use golden_file::{Golden, assert_close};
use static_nn::init::{Init, Nonlinearity, Rng, fill};
use static_nn::{Dense, Parameters, network};

/// Logarithms, cosines and roots of numbers below 10 are rounded differently in two libraries.
const ROUNDING: f64 = 1e-14;

fn schemes() -> [(&'static str, Init); 12] {
    let (leaky, tanh) = (Nonlinearity::LeakyRelu(0.2).gain(), Nonlinearity::Tanh.gain());
    [
        ("default", Init::Default),
        ("he_normal", Init::HeNormal),
        ("he_uniform", Init::HeUniform),
        ("xavier_normal", Init::XavierNormal),
        ("xavier_uniform", Init::XavierUniform),
        ("lecun_normal", Init::LecunNormal),
        ("fan_in_normal", Init::FanInNormal(leaky)),
        ("fan_in_uniform", Init::FanInUniform(leaky)),
        ("fan_average_normal", Init::FanAverageNormal(tanh)),
        ("fan_average_uniform", Init::FanAverageUniform(tanh)),
        ("truncated_normal", Init::TruncatedNormal(0.02)),
        ("orthogonal", Init::Orthogonal(leaky)),
    ]
}

fn check<const IN: usize, const OUT: usize>(golden: &Golden) {
    for (name, init) in schemes() {
        let mut dense = Dense::<f64, IN, OUT>::zeroed();
        fill(&mut dense, init, &mut Rng::new(7));
        let name = format!("{name}.{OUT}x{IN}");
        // The transpose of a matrix in nalgebra's order lies row by row.
        assert_close(&name, dense.weight.transpose().as_slice(), golden.values(&name), ROUNDING);
    }
}

#[test]
fn weights_are_those_of_pytorch() {
    let golden = Golden::open("initial");
    check::<3, 5>(&golden);
    check::<5, 3>(&golden);
    check::<4, 4>(&golden);
}

#[test]
fn gains_are_those_of_pytorch() {
    let gains = [
        Nonlinearity::Linear,
        Nonlinearity::Sigmoid,
        Nonlinearity::Tanh,
        Nonlinearity::Relu,
        Nonlinearity::LeakyRelu(0.01),
        Nonlinearity::LeakyRelu(0.2),
        Nonlinearity::Selu,
    ]
    .map(Nonlinearity::gain);
    // Roots and quotients of numbers that are exact are rounded alike everywhere.
    assert_close("gains", &gains, Golden::open("initial").values("gains"), 0.0);
}

network! {
    #[derive(Debug, PartialEq)]
    struct Chosen {
        input: [8],
        #[init(auto)]
        fc1: Dense(16), LeakyRelu(slope = 0.2),
        #[init(auto)]
        fc2: Dense(16), Tanh,
        #[init(orthogonal)]
        fc3: Dense(16), Relu,
        #[init(orthogonal(1.5))]
        fc4: Dense(4),
    }
}

/// Fills one layer as the network should have, with the stream where the layers before have left it.
fn fill_layer<const IN: usize, const OUT: usize>(init: Init, rng: &mut Rng) -> Dense<f32, IN, OUT> {
    let mut layer = Dense::zeroed();
    fill(&mut layer, init, rng);
    layer
}

#[test]
fn a_list_chooses_by_the_activation_behind_a_layer() {
    let mut rng = Rng::new(3);
    let expected = Chosen {
        fc1: fill_layer(Init::FanInNormal(Nonlinearity::LeakyRelu(0.2).gain()), &mut rng),
        fc2: fill_layer(Init::XavierNormal, &mut rng),
        fc3: fill_layer(Init::Orthogonal(1.0), &mut rng),
        fc4: fill_layer(Init::Orthogonal(1.5), &mut rng),
    };
    assert_eq!(Chosen::new(3), expected);
}

network! {
    #[derive(Debug, PartialEq)]
    struct Normalised {
        input: [8],
        #[init(auto)]
        fc1: Dense(16), BatchNorm, Dropout, LeakyRelu(slope = 0.2),
        #[init(auto)]
        fc2: Dense(16), LayerNorm, GaussianNoise, Tanh,
        #[init(auto)]
        fc3: Dense(4), RmsNorm,
    }
}

#[test]
fn what_normalises_and_what_only_trains_is_no_activation() {
    let (net, mut rng) = (Normalised::new(3), Rng::new(3));
    assert_eq!(net.fc1, fill_layer(Init::FanInNormal(Nonlinearity::LeakyRelu(0.2).gain()), &mut rng));
    assert_eq!(net.fc2, fill_layer(Init::XavierNormal, &mut rng));
    assert_eq!(net.fc3, fill_layer(Init::XavierNormal, &mut rng));
}
