use static_nn::network;

network! {
    #[weights("./../weights/model.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        Residual { Add { { Tanh }, { Sigmoid } } },
        fc2: Dense(1, bias = false),
    }
}

const Y: [f32; 1] = Net::EMBEDDED.forward_const(&[0.0; 3]);

fn main() {
    assert!(Y[0].is_finite());
}
