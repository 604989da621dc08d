use static_nn::network;

const FEATURES: usize = 8;
const WIDTH: usize = 12;

network! {
    pub struct Net {
        input: [64, FEATURES],
        lstm: Lstm(WIDTH -> 16),
        Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
