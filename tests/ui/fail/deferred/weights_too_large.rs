use static_nn::network;

const HIDDEN: usize = 1 << 40;

network! {
    pub struct Net {
        input: [8],
        Dense(HIDDEN),
        hidden: Dense(HIDDEN),
        Relu,
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
