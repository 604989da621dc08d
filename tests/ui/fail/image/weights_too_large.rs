use static_nn::network;

network! {
    pub struct Net {
        input: [1, 8, 8],
        conv: Conv2d(100_000_000_000, kernel = 300, padding = same),
        GlobalAvgPool2d,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
