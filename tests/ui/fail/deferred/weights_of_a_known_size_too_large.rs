use static_nn::network;

const INPUTS: usize = 1 << 40;

network! {
    pub struct Net {
        input: [INPUTS],
        Dense(1_000_000),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
