use static_nn::budget::{Fits, Flash, KiB};
use static_nn::network;

network! { pub struct Digits { input: [784], Dense(128), Relu, Dense(10) } }

fn deploy<N: Fits<Flash<KiB<64>>>>(_: &N) {}

fn main() {
    deploy(&*Digits::boxed(1));
}
