use static_nn::network;

network! {
    pub struct Net {
        input: [1, 2, 2],
        Residual { Relu, Flatten },
        Flatten,
        Dense(3),
    }
}

fn main() {}
