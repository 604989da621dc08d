use static_nn::network;

network! {
    pub struct Net {
        input: [2, 4, 6],
        both: Concat { { Conv2d(3, kernel = 3, padding = same) }, { MaxPool2d([2, 1]) } },
        Flatten, Dense(3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 48]);
    assert!(answer[0].is_finite());
}
