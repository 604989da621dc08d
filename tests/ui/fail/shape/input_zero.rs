use static_nn::network;

network! {
    pub struct Net {
        input: [0],
        Dense(3),
    }
}

fn main() {}
