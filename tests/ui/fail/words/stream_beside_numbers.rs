use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Concat { { Embedding(50 -> 8) }, { Reshape([4, 1]) } }, Gru(8),
    }
}

fn main() {
    let net = Net::boxed(1);
    let answer = net.step(&mut Net::<f32>::state(), &[3.0]);
    println!("{answer:?}");
}
