use static_nn::prelude::*;

network! {
    #[weights("./../weights/model.safetensors")]
    pub struct Net {
        input: [3],
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    let mut net = Net::EMBEDDED;
    let history = Trainer::new(MeanSquaredError, Adam::new(1e-3)).fit(&mut net, &[[0.0; 3]], &[0.0]);
    assert!(history.is_ok());
}
