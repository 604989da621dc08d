use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let adam = Adam::new(1e-3);
    let (mut net, mut workspace, mut state) = (Net::new(1), Workspace::new(), State::new(&adam));
    let loss = net.train_step(&mut workspace, &adam, &mut state, &[[0.0; 4]], &[1_u8], CrossEntropy);
    assert!(loss.is_ok());
}
