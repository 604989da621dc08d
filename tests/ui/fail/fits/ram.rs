use static_nn::budget::{Fits, KiB, Ram};
use static_nn::network;

network! { pub struct Digits { input: [784], Dense(512), Relu, Dense(512), Relu, Dense(10) } }

fn deploy<N: Fits<Ram<KiB<2>>>>(_: &N) {}

fn main() {
    deploy(&*Digits::boxed(1));
}
