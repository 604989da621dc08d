use static_nn::network;

network! {
    pub struct Net {
        [4],
        Dense(3),
    }
}

fn main() {}
