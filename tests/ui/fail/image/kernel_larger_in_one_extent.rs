use static_nn::network;

network! {
    pub struct Net {
        input: [1, 40, 3],
        conv: Conv2d(6, kernel = [3, 5]),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
