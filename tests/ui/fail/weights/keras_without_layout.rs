use static_nn::network;

network! {
    #[weights("./keras.npz")]
    pub struct Net {
        input: [3],
        dense: Dense(2), Relu,
        out: Dense(1, bias = false),
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
