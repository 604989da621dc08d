use static_nn::train::Trainer;
use static_nn::CrossEntropy;

fn main() {
    let trainer = Trainer::new(CrossEntropy, 1e-3);
    drop(trainer);
}
