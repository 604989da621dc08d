use static_nn::network;

const HIDDEN: usize = 8;

network! {
    pub struct Net {
        input: [4],
        fc1: Dense({ HIDDEN + 1 }), Relu,
        fc2: Dense({ let n = 4; n } -> 3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
