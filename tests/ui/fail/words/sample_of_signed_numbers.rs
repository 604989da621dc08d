use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        words: Embedding(5000 -> 64), Gru(8), Last, Dense(2),
    }
}

fn main() {
    let answer = Net::boxed(1).forward(&[3, 1, 4, 1]);
    println!("{answer:?}");
}
