use static_nn::network;

const STRIDE: usize = 2;

network! {
    pub struct Net {
        input: [4, 8, 8],
        conv: Conv2d(6, kernel = 3, stride = STRIDE, padding = same),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
