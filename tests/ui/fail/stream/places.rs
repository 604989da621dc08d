use static_nn::network;

network! {
    struct Net { input: [16, 8], PositionalEncoding, Gru(4) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
