use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(units = 8), Relu,
        Dense(in_features = 8, out_features = 3, bias = false),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
