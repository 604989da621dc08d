use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Maxout(8),
        Dense(3),
    }
}

fn main() {}
