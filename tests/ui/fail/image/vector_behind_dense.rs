use static_nn::network;

network! {
    pub struct Net {
        input: [10],
        Dense(49), Relu,
        ConvTranspose2d(8, kernel = 3),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
