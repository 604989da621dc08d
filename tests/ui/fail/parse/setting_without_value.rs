use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3, bias =),
    }
}

fn main() {}
