use static_nn::network;

const INPUTS: usize = 0;

network! {
    pub struct Net {
        input: [INPUTS],
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
