use static_nn::network;

network! {
    pub struct Net {
        input: [1, 28, 28],
        Conv2d(6, kernel = 5, stride = 0), Relu,
        Conv2d(16, kernal = 5), Relu,
        GlobalAvgPool2d,
        Dense(0),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
