use static_nn::network;

network! {
    struct Tagger { input: [16, 4], tags: Lstm(8, bidirectional = true), Dense(3) }
}

fn main() {
    let net = Tagger::new(1);
    let mut state = Tagger::<f32>::state();
    net.step(&mut state, &[0.0; 4]);
}
