use static_nn::network;

network! {
    pub struct Net {
        input: [1, 8, 8],
        Conv2d(kernel = 3),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
