use static_nn::network;
use static_nn::prelude::*;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let net = <Net<i32> as Network<i32>>::new(1);
    drop(net);
}
