use static_nn::network;

network! {
    pub struct Net {
        input: [2, 8, 8],
        down: Add { { Conv2d(4, kernel = 3, stride = 2, padding = 1), Relu, Conv2d(4, kernel = 3, padding = same) }, {} },
        Flatten, Dense(3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 128]);
    assert!(answer[0].is_finite());
}
