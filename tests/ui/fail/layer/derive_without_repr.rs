use static_nn::Parameters;

#[derive(Parameters)]
pub struct Gain<T> {
    pub gain: [T; 3],
}

fn main() {}
