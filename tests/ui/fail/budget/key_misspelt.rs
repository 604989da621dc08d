use static_nn::network;

network! {
    #[budget(paramters <= 62_000, flops <= 500_000, latency <= 5)]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
