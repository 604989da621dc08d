use static_nn::network;

network! {
    pub struct Net {
        input: [],
        Dense(3),
    }
}

fn main() {}
