use static_nn::network;

const DEPTH: usize = 2;

network! {
    pub struct Net {
        input: [64, 8],
        Gru(16, layers = DEPTH), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
