use static_nn::network;

network! {
    pub struct Encoder { input: [64], Dense(128), Relu, Dense(16) }
}

network! {
    #[budget(macs <= 9_000)]
    pub struct Net {
        input: [64],
        encoder: Encoder, Tanh,
        Dense(10),
    }
}

fn main() {}
