use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let (xs, ys) = (vec![[0.0_f32; 4]; 8], vec![1_u8; 8]);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3))
        .validation(&[[0.0_f32; 5]; 2], &[1_u8; 2])
        .fit(&mut Net::new(1), &xs, &ys);
    assert!(history.is_ok());
}
