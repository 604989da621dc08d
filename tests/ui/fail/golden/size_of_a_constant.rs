use static_nn::network;

const INPUTS: usize = 3;

network! {
    #[weights("./../weights/model.safetensors")]
    #[golden("./short.safetensors")]
    pub struct Net {
        input: [INPUTS],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    assert!(Net::EMBEDDED.check_golden().is_ok());
}
