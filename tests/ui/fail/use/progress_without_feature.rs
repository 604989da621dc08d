use static_nn::train::Trainer;
use static_nn::{Adam, CrossEntropy, network};

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let trainer = Trainer::new(CrossEntropy, Adam::new(1e-3)).epochs(10).progress();
    let history = trainer.fit(&mut Net::new(1), &[[0.0; 4]], &[1_u8]);
    assert!(history.is_ok());
}
