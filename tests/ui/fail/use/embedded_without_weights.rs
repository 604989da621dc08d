use static_nn::network;

network! {
    pub struct Net {
        input: [3],
        Dense(2), Relu,
    }
}

fn main() {
    let net: &Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
