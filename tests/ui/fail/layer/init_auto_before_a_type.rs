use static_nn::network;

network! {
    pub struct Head {
        input: [8],
        Relu,
        Dense(3),
    }
}

network! {
    pub struct Net {
        input: [4],
        #[init(auto)]
        features: Dense(8),
        head: Head,
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
