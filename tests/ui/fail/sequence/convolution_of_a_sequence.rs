use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        conv: Conv2d(6, kernel = 3),
        Flatten, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
