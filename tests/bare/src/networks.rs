//! One network of each kind.

use static_nn::network;

network! {
    pub struct Plain { input: [4], Dense(10), Tanh, Dense(3) }
}

network! {
    pub struct Image { input: [1, 8, 8], Conv2d(4, kernel = 3), Relu, MaxPool2d(2), Flatten, Dense(10) }
}

network! {
    pub struct Memory { input: [8, 2], Lstm(6), Dense(1) }
}

network! {
    pub struct Transformer {
        input: [6, 8],
        Residual { LayerNorm, SelfAttention(heads = 2) },
        Residual { LayerNorm, Dense(16), Gelu, Dense(8) },
    }
}

network! {
    pub struct Skip { input: [8], Residual { Dense(8), Relu, Dense(8) }, Relu, Dense(2) }
}
