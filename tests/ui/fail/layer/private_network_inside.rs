use static_nn::network;

network! {
    struct Encoder {
        input: [4],
        Dense(3), Tanh,
    }
}

network! {
    pub struct Net {
        input: [4],
        encoder: Encoder,
    }
}

fn main() {}
