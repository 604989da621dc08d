use static_nn::network;

network! {
    struct Net { input: [16, 8], mix: SelfAttention(heads = 2), Last, Dense(3) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
