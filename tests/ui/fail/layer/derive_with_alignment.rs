use static_nn::Parameters;

#[derive(Parameters)]
#[repr(C, align(64))]
pub struct Gain<T> {
    pub gain: [T; 3],
}

fn main() {}
