use static_nn::network;

const SIDE: usize = 10;

network! {
    pub struct Net {
        input: [1, SIDE, SIDE],
        conv: Conv2d(6, kernel = 3), Relu, MaxPool2d(2),
        Flatten,
        class: Dense(100 -> 10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
