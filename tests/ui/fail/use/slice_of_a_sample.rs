use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let values = vec![0.0_f32; 8];
    let answer = Net::new(1).forward(&values[..4]);
    assert!(answer[0].is_finite());
}
