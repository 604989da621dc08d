//! Weights of a file in the program, in single and in double precision, with sizes that only rustc knows.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use static_nn::network;
use static_nn::prepare::StandardScaler;

const HIDDEN: usize = 2;

network! {
    /// Two layers.
    #[weights("./model.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(HIDDEN), Relu,
        fc2: Dense(1, bias = false),
        output: [1],
    }
}

network! {
    /// As PyTorch saves it, with the number of batches that its normalisation has seen.
    #[weights("./batch_norm.safetensors")]
    pub struct Normalised {
        input: [3],
        fc1: Dense(HIDDEN), norm: BatchNorm,
        fc2: Dense(1),
        output: [1],
    }
}

network! {
    /// A network in a network.
    #[weights("../fail/weights/prefixed.safetensors")]
    pub struct Outer { input: [3], model: Inner }
}

network! {
    /// The network in it.
    pub struct Inner { input: [3], fc1: Dense(HIDDEN), Relu, fc2: Dense(1, bias = false) }
}

network! {
    /// What was saved with a scaler.
    #[weights("../fail/weights/bundle.safetensors", scaler: StandardScaler<3>)]
    pub struct Bundled { input: [3], fc: Dense(HIDDEN) }
}

static NET: &Net = Net::EMBEDDED;
static NORMALISED: &Normalised = Normalised::EMBEDDED;

fn main() {
    assert_eq!(NET.fc1.weight[(0, 1)], 2.0);
    assert_eq!(NET.fc1.weight[(1, 0)], 4.0);
    // relu(1 + 2 + 3 + 0.5) * 10 + relu(4 + 5 + 6 - 0.5) * 100
    assert_eq!(NET.forward(&[1.0; 3]), [65.0 + 1450.0]);
    assert_eq!((NORMALISED.norm.weight[0], NORMALISED.norm.running_mean[1]), (2.0, 1.235_000_1));
    // PyTorch's answer, to the rounding of single precision.
    assert!((NORMALISED.forward(&[1.0; 3])[0] / 613.225_3 - 1.0).abs() < 1e-6);
    // (1 + 2 + 3 + 1) * 1 + (4 + 5 + 6 + 2) * 2
    assert_eq!(Outer::EMBEDDED.forward(&[1.0; 3]), [7.0 + 34.0]);
    let [mean, scale] = [Bundled::EMBEDDED_SCALER.mean, Bundled::EMBEDDED_SCALER.scale];
    assert!(mean.iter().all(|mean| mean.is_finite()) && scale.iter().all(|scale| *scale > 0.0));
    assert_eq!(Bundled::EMBEDDED.fc.weight.shape(), (2, 3));
}
