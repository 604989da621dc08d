use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let mut workspace = Workspace::new();
    let gradient = Net::new(1).gradient(&mut workspace, &[0.0; 4], &"cat", CrossEntropy).map(|g| g.dense1.bias[0]);
    assert!(gradient.is_ok());
}
