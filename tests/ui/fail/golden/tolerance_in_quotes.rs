use static_nn::network;

network! {
    #[weights("./../weights/model.safetensors")]
    #[golden("./right.safetensors", tolerance = "1e-3")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    assert!(Net::EMBEDDED.check_golden().is_ok());
}
