use static_nn::network;

network! {
    pub struct Net {
        input: [3, 64, 64],
        conv1: Conv2d(16, kernel = 3), Relu,
        conv2: Conv2d(32, kernel = 3), Relu,
        GlobalAvgPool2d,
        class: Dense(512 -> 10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
