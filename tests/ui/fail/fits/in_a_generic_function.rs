use static_nn::budget::{Fits, Flash, KiB};

fn deploy<N: Fits<Flash<KiB<64>>>>(_: &N) {}

fn any<N>(net: &N) {
    deploy(net);
}

fn main() {}
