use static_nn::network;

const CHANCE: f64 = 50.0;

network! {
    pub struct Net {
        input: [4],
        Dense(3), Dropout(p = CHANCE),
    }
}

fn main() {}
