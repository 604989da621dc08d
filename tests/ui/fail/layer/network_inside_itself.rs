use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(4), Tanh,
        again: Net,
    }
}

fn main() {
    assert!(Net::new(1).forward(&[0.0; 4])[0].is_finite());
}
