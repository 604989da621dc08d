use static_nn::network;

const STRIDE: usize = 0;

network! {
    pub struct Net {
        input: [1, 8, 8],
        conv: Conv2d(6, kernel = 3, stride = STRIDE),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
