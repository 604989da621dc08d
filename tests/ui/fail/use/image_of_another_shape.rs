use static_nn::network;

network! {
    pub struct Net {
        input: [1, 2, 3],
        Flatten, Dense(3),
    }
}

fn main() {
    let answer = Net::new(1).forward(&[[[0.0; 2]; 3]; 1]);
    assert!(answer[0].is_finite());
}
