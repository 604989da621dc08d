use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        Dense(4), Tanh,
        Flatten,
        class: Dense(4 -> 3),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
