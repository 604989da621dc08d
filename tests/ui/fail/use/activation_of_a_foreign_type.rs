use static_nn::layers::Activation;
use static_nn::Parameters;

pub enum Void {}

fn main() {
    let _: Box<Activation<Void, ()>> = Parameters::<f32>::zeroed_boxed();
}
