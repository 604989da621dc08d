//! The networks that are measured.

use static_nn::network;

network! {
    /// 4-10-10-3 with softmax: as small as networks get.
    pub struct Flowers { input: [4], Dense(10), Relu, Dense(10), Relu, Dense(3), Softmax }
}

network! {
    /// 784-128-64-10: a classifier of small images.
    pub struct Images { input: [784], Dense(128), Relu, Dense(64), Relu, Dense(10) }
}

network! {
    /// 2-64-32-3: a classifier of points in the plane.
    pub struct Points { input: [2], Dense(64), Relu, Dense(32), Relu, Dense(3) }
}
