use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let mut workspace = Workspace::new();
    let loss = CrossEntropy.class_weights([1.0, 2.0, 3.0, 4.0]);
    let gradient = Net::new(1).gradient(&mut workspace, &[0.0; 4], &2, loss).map(|g| g.dense1.bias[0]);
    assert!(gradient.is_ok());
}
