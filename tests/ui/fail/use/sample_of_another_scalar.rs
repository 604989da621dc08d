use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let sample: [f64; 4] = [0.0; 4];
    let answer = Net::new(1).forward(&sample);
    assert!(answer[0].is_finite());
}
