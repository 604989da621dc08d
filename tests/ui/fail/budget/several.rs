use static_nn::network;

network! {
    #[budget(parameters <= 1_000, flash <= "4 KiB", ram <= 256, macs <= 1_000)]
    pub struct Net {
        input: [64],
        hidden: Dense(128), Relu,
        Dense(10),
    }
}

fn main() {}
