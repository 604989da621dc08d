use static_nn::network;

network! {
    #[weights("./../weights/model.safetensors")]
    pub struct Net {
        input: [3],
        #[golden("./right.safetensors")]
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    assert!(Net::EMBEDDED.forward(&[0.0; 3])[0].is_finite());
}
