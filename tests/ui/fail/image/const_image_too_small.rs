use static_nn::network;

const SIDE: usize = 8;

network! {
    pub struct Net {
        input: [1, SIDE, SIDE],
        conv1: Conv2d(6, kernel = 5), MaxPool2d(2),
        conv2: Conv2d(6, kernel = 3),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
