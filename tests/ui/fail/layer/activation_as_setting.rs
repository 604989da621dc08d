use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        hidden: Dense(8, bias = false, activation = "relu"),
        Dense(8 -> 3, activation = softmax),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
