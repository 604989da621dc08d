use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Gain<4 3>,
        Dense(3),
    }
}

fn main() {}
