use static_nn::network;

network! {
    pub struct Code { input: [4], Dense(16) }
}

network! {
    pub struct Net {
        input: [4],
        code: Code,
        lstm: Lstm(6),
        Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
