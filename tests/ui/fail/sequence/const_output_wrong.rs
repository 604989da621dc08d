use static_nn::network;

const CLASSES: usize = 3;

network! {
    pub struct Net {
        input: [64, 8],
        lstm: Lstm(16),
        label: Dense(4),
        output: [64, CLASSES],
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
