use static_nn::network;

network! {
    pub struct Net {
        input: [1, 2, 2],
        fc1: Dense(5 -> 3),
    }
}

fn main() {}
