use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        first: LSTM(16),
        second: GRU(16),
        third: RNN(16),
        Last, Linear(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
