use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense::new(3),
    }
}

fn main() {}
