use static_nn::network;

network! {
    struct Net { input: [16, 8], Gru(4), r#type: MaxOverTime, Dense(3) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
