use static_nn::layers::Activation;
use static_nn::{Boxed, Parameters};

pub enum Void {}

fn main() {
    let _: Boxed<Activation<Void, ()>> = Parameters::<f32>::zeroed_boxed();
}
