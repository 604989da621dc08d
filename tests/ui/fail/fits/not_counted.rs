use static_nn::budget::{Fits, Flash, KiB};
use static_nn::network;

const HIDDEN: usize = 16;

network! { pub struct Digits { input: [64], Dense(HIDDEN), Relu, Dense(10) } }

fn deploy<N: Fits<Flash<KiB<64>>>>(_: &N) {}

fn main() {
    deploy(&Digits::new(1));
}
