use static_nn::network;

network! {
    pub struct Net {
        input: [3, 64, 64],
        Repeat(3) {
            conv: Conv2d(16, kernel = 3), BatchNorm, Relu,
            Conv2d(16, kernel = 3), Relu, MaxPool2d(2),
        },
        Flatten,
        class: Dense(512 -> 10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
