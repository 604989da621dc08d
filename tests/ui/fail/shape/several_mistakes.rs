use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        fc1: Dense(8), ReLU,
        fc2: Dense(9 -> 16), Relu,
        fc2: Dense(16), LeakyRelu(slop = 0.1),
        Dense(16 -> 0),
        Conv3d(2),
        fc3: Dense(3),

        output: [2],
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
