use static_nn::network;

const HIDDEN: usize = 8;
const WIDTH: usize = 9;

network! {
    pub struct Net {
        input: [4],
        fc1: Dense(3),

        output: [HIDDEN],
    }
}

fn main() {}
