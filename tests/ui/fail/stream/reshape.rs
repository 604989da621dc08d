use static_nn::network;

network! {
    struct Net { input: [16, 8], Reshape([8, 16]), Gru(4) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
