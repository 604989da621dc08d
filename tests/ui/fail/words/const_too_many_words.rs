use static_nn::network;

const WORDS: usize = 1 << 25;

network! {
    pub struct Net {
        input: [12],
        words: Embedding(WORDS -> 4), Gru(8), Last, Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
