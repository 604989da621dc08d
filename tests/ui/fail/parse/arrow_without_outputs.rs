use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(4 ->),
    }
}

fn main() {}
