use static_nn::network;

const SIDE: usize = 1 << 20;

network! {
    pub struct Net {
        input: [SIDE, SIDE, SIDE],
        Flatten,
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
