use static_nn::network;

network! {
    pub struct Net {
        input: [6, 4, 4],
        Upsample(scale_factor = 2),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
