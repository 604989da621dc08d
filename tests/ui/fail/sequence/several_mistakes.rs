use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        Lstm(16, layer = 2), Tanh,
        Rnn(8, nonlinearity = gelu),
        Last, MaxOverTime,
        Dense(0),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
