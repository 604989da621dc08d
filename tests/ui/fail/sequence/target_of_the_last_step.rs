use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [6, 4],
        Lstm(8), Dense(2),
    }
}

fn main() {
    let (xs, ys) = ([[[0.0; 4]; 6]; 2], [[0.0; 2]; 2]);
    let history = Trainer::new(MeanSquaredError, Adam::new(1e-3)).epochs(10).fit(&mut Net::new(1), &xs, &ys);
    assert!(history.is_ok());
}
