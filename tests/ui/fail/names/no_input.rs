use static_nn::network;

network! {
    pub struct Net {
        Dense(4 -> 3),
    }
}

fn main() {}
