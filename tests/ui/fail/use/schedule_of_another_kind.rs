use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let (xs, ys) = ([[0.0; 4]; 2], [0_u8, 2]);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3)).schedule(0.1).fit(&mut Net::new(1), &xs, &ys);
    assert!(history.is_ok());
}
