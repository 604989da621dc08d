use static_nn::budget::{Fits, Flash};
use static_nn::network;

network! { pub struct Digits { input: [64], Dense(10) } }

fn deploy<N: Fits<Flash<u32>>>(_: &N) {}

fn main() {
    deploy(&Digits::new(1));
}
