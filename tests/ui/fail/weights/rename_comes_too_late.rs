use static_nn::network;

network! {
    #[weights("./two_levels.safetensors", rename("net.*" = "*", "net.0" = "fc1", "net.2" = "fc2"))]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
