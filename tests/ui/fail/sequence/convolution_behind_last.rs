use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        gru: Gru(16), Last, conv: Conv1d(8, kernel = 3), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
