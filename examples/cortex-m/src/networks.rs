//! The networks, for the firmware and for the program that knows what they should answer.

use static_nn::network;

network! {
    /// The sine of an angle from 0 to 2π: the "hello world" of small machines.
    #[weights("models/sine.safetensors")]
    pub struct Sine {
        input: [1],
        Dense(16), Relu,
        Dense(16), Relu,
        Dense(1),
    }
}

network! {
    /// Handwritten digits of 8 x 8.
    #[weights("models/digits.safetensors")]
    pub struct Digits {
        input: [64],
        Dense(32), Relu,
        Dense(10),
    }
}

network! {
    /// The same digits as images.
    #[weights("models/images.safetensors")]
    pub struct Images {
        input: [1, 8, 8],
        Conv2d(4, kernel = 3), Relu, MaxPool2d(2),
        Flatten,
        Dense(10),
    }
}

network! {
    /// What a signal does next, step by step.
    #[weights("models/signal.safetensors")]
    pub struct Signal {
        input: [32, 1],
        Lstm(8),
        Dense(1),
    }
}

network! {
    /// The exclusive or, learned on the machine itself.
    pub struct Xor {
        input: [2],
        Dense(8), Tanh,
        Dense(1),
    }
}

/// What `Xor` learns from, and how many steps it takes.
pub const XOR: ([[f32; 2]; 4], [f32; 4]) = ([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [0.0, 1.0, 1.0, 0.0]);
pub const STEPS: usize = 100;

/// A triangular wave, which needs no sine.
pub fn signal(step: u8) -> f32 {
    let place = f32::from(step % 24) / 12.0;
    if place < 1.0 { place - 0.5 } else { 1.5 - place }
}
