use static_nn::network;

network! {
    pub struct Net {
        input: [2, 3, 28, 28],
        Flatten,
        Dense(3),
    }
}

fn main() {}
