use static_nn::network;

network! {
    pub struct Net {
        input: [1, 28, 28],
        Conv3d(1 -> 6, kernel = 5), Relu,
        Flatten,
        Dense(3),
    }
}

fn main() {}
