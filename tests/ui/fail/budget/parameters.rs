use static_nn::network;

network! {
    #[budget(parameters <= 62_000)]
    pub struct Digits {
        input: [784],
        hidden: Dense(512), Relu,
        features: Dense(32), Relu,
        Dense(16), Relu,
        digit: Dense(10),
    }
}

fn main() {
    let _ = Digits::boxed(1).forward(&[0.0; 784]);
}
