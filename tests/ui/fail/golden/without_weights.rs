use static_nn::network;

network! {
    #[golden("./right.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    assert!(Net::new(1).check_golden().is_err());
}
