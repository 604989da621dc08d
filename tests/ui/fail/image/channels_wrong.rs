use static_nn::network;

network! {
    pub struct Net {
        input: [3, 8, 8],
        conv: Conv2d(1 -> 6, kernel = 3, padding = same),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
