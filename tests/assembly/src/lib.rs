//! What `tests/assembly.rs` reads as assembly.

use static_nn::network;

network! {
    /// 4-10-10-3 with softmax: every layer is small enough to be inlined.
    pub struct Flowers { input: [4], Dense(10), Relu, Dense(10), Relu, Dense(3), Softmax }
}

/// One call of the network.
#[must_use]
#[inline(never)]
pub fn classify(net: &Flowers, x: &[f32; 4]) -> [f32; 3] {
    net.forward(x)
}
