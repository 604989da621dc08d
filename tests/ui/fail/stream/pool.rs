use static_nn::network;

network! {
    struct Net { input: [16, 8], Conv1d(4, kernel = 3, causal = true), MaxPool1d(2), Gru(4) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
