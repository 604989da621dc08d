use static_nn::network;

const SIDE: usize = 5;

network! {
    pub struct Net {
        input: [16],
        Reshape([1, SIDE, SIDE]),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
