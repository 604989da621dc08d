use static_nn::network;

const KERNEL: usize = 9;

network! {
    pub struct Net {
        input: [1, 8, 8],
        conv: Conv2d(6, kernel = KERNEL),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
