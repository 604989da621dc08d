use static_nn::network;

const HIDDEN: usize = 8;

network! {
    pub struct Net {
        input: [8],
        Dense(HIDDEN - 100),
        Relu,
        Dense(HIDDEN - 100 -> 4),
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
