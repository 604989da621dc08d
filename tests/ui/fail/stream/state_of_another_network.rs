use static_nn::network;

network! {
    struct Amplifier { input: [64, 1], Lstm(20), Dense(1) }
}

network! {
    struct Smaller { input: [64, 1], Lstm(16), Dense(1) }
}

fn main() {
    let net = Amplifier::new(1);
    let mut state = Smaller::<f32>::state();
    net.step(&mut state, &[0.0]);
}
