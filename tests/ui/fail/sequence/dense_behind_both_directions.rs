use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        lstm: Lstm(16, layers = 2, bidirectional = true), Last,
        class: Dense(16 -> 4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
