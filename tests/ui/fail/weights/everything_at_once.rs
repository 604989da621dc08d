use static_nn::network;

network! {
    #[weights("./all_wrong.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
        head: Dense(1),
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
