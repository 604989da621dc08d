use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        Reshape([2, 4, 8, 8]),
        Flatten, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
