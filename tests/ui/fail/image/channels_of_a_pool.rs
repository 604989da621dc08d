use static_nn::network;

network! {
    pub struct Net {
        input: [6, 8, 8],
        MaxPool2d(6 -> 6),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
