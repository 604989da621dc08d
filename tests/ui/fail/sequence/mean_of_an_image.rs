use static_nn::network;

network! {
    pub struct Net {
        input: [3, 8, 8],
        MeanOverTime,
        Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
