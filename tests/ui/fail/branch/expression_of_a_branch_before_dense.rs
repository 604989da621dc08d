use static_nn::network;

const HIDDEN: usize = 8;

network! {
    pub struct Net {
        input: [4],
        both: Concat { { Dense(HIDDEN) }, {} },
        fc: Dense(11 -> 3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
