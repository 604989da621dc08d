use static_nn::budget::{Fits, Flash};
use static_nn::network;
use static_nn::typenum::U65536;

network! { pub struct Digits { input: [784], Dense(128), Relu, Dense(10) } }

fn deploy<N: Fits<Flash<U65536>>>(_: &N) {}

fn main() {
    deploy(&*Digits::boxed(1));
}
