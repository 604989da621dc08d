use static_nn::network;

network! {
    #[budget(macs <= 500_000)]
    pub struct Words {
        input: [16, 64],
        lstm: Lstm(64),
        Residual { LayerNorm, SelfAttention(heads = 4) },
        Last,
        Dense(4),
    }
}

fn main() {}
