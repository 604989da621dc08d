use static_nn::network;

network! {
    pub struct Net {
        input: [784],
        conv1: Conv2d(6, kernel = 5), Relu,
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
