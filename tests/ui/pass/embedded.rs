//! Weights of a file in the program, in single and in double precision, with sizes that only rustc knows.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use static_nn::network;

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

static NET: &Net = Net::EMBEDDED;

fn main() {
    assert_eq!(NET.fc1.weight[(0, 1)], 2.0);
    assert_eq!(NET.fc1.weight[(1, 0)], 4.0);
    // relu(1 + 2 + 3 + 0.5) * 10 + relu(4 + 5 + 6 - 0.5) * 100
    assert_eq!(NET.forward(&[1.0; 3]), [65.0 + 1450.0]);
}
