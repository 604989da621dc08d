use static_nn::network;

network! {
    pub struct Net {
        input: [10],
        Dense(100), Relu,
        Reshape([8, 4, 4]),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
