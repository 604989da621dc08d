use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        #[budget(parameters <= 10)]
        Dense(3),
    }
}

fn main() {}
