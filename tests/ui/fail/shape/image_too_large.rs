use static_nn::network;

network! {
    pub struct Net {
        input: [1_000_000_000, 1_000_000_000, 1_000_000_000],
        Flatten,
        Dense(3),
    }
}

fn main() {}
