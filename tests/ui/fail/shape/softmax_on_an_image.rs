use static_nn::network;

network! {
    pub struct Net {
        input: [3, 2, 2],
        Relu, Softmax,
    }
}

fn main() {}
