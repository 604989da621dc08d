use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        output: [4],
    }
}

fn main() {}
