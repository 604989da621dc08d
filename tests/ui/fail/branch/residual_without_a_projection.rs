use static_nn::network;

network! {
    pub struct Net {
        input: [2, 8, 8],
        Residual { Conv2d(2, kernel = 3), Relu },
        Flatten, Dense(3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 128]);
    assert!(answer[0].is_finite());
}
