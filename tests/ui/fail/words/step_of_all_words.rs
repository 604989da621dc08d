use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        words: Embedding(5000 -> 64), Gru(8),
    }
}

fn main() {
    let net = Net::boxed(1);
    let answer = net.step(&mut Net::<f32>::state(), &[3.0, 1.0, 4.0, 1.0]);
    println!("{answer:?}");
}
