use static_nn::network;

network! {
    struct Net { input: [16, 8], Concat { { Lstm(4) }, { both: Lstm(4, bidirectional = true) } }, Dense(3) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
