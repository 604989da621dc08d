use static_nn::network;

network! {
    input: [4], Dense(3)
}

fn main() {}
