use static_nn::network;

network! {
    #[budget(parameters <=, flash)]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
