use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let (xs, ys) = (vec![[0.0_f32; 4]; 8], vec![1_u8; 8]);
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).epochs(2);
    let history = trainer.fit_each(&mut Net::new(1), &xs, &ys, |history, _| history.epochs.len());
    assert!(history.is_ok());
}
