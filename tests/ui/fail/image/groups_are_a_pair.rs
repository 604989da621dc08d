use static_nn::network;

network! {
    pub struct Net {
        input: [4, 8, 8],
        conv: Conv2d(4, kernel = 3, groups = [2, 2]),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
