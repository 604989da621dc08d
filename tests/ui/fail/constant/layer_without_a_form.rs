use static_nn::network;

network! {
    #[weights("./../weights/model.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        Reshape([1, 2, 1]), pool: MaxPool2d(1), Flatten,
        fc2: Dense(1, bias = false),
    }
}

const NET: &Net = Net::EMBEDDED;
const Y: [f32; 1] = NET.forward_const(&[0.0; 3]);

fn main() {
    assert_eq!(Y, NET.forward(&[0.0; 3]));
}
