use static_nn::network;

network! {
    pub struct Net {
        input: [12],
        words: Embedding(5000 -> 64), Dense(32 -> 8), Last, Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
