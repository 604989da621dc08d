use static_nn::network;

network! {
    pub struct Code { input: [6, 4], Lstm(5) }
}

network! {
    pub struct Net {
        input: [24],
        fc: Dense(24),
        code: Code,
        Flatten, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
