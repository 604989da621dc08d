use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let (xs, ys) = ([[0.0; 4]; 2], ["cat", "dog"]);
    let history = Trainer::new(CrossEntropy, Adam::new(1e-3)).epochs(10).fit(&mut Net::new(1), &xs, &ys);
    assert!(history.is_ok());
}
