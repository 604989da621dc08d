use static_nn::network;

const HIDDEN: usize = 300;

network! {
    #[budget(parameters <= 10_000)]
    pub struct Net {
        input: [64],
        hidden: Dense(HIDDEN), Relu,
        Dense(10),
    }
}

fn main() {}
