use static_nn::network;

network! {
    struct Amplifier { input: [64, 1], Lstm(20), Dense(1) }
}

fn main() {
    let net = Amplifier::new(1);
    let mut state = Amplifier::<f32>::state();
    net.step(&mut state, &[0.0; 2]);
}
