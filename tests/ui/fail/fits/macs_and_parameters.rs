use static_nn::budget::{Fits, Macs, ParameterCount, Thousand};
use static_nn::network;

network! { pub struct Digits { input: [784], Dense(128), Relu, Dense(10) } }

fn deploy<N: Fits<(Macs<Thousand<200>>, ParameterCount<Thousand<100>>)>>(_: &N) {}
fn answer<N: Fits<Macs<Thousand<100>>>>(_: &N) {}

fn main() {
    deploy(&*Digits::boxed(1));
    answer(&*Digits::boxed(1));
}
