use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Residual { { Dense(4), Relu }, {} },
        Dense(3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
