use static_nn::network;

network! {
    pub struct Net {
        input: [784],
        Dense(256), Relu,
        Dense(10),
    }
}

fn main() {
    let net = Net::new(1);
    assert_eq!(net.as_slice().len(), Net::PARAMETERS);
}
