use static_nn::network;

network! {
    pub struct Inner {
        input: [3],
        fc1: Dense(3, bias = false),
    }
}

network! {
    #[weights("./prefixed.safetensors")]
    pub struct Net {
        input: [3],
        first: Inner,
        second: self::Inner,
        model: crate::Inner,
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
