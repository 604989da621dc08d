use static_nn::network;

network! {
    struct Listener { input: [16, 4], Gru(8), MeanOverTime, Dense(3) }
}

fn listen(net: &Listener) {
    let mut state = Listener::<f32>::state();
    net.stream(&mut state, &[[0.0; 4]; 16], &mut [[0.0; 3]; 16]);
}

fn main() {}
