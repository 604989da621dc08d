use static_nn::Parameters;

#[derive(Parameters)]
#[repr(C, r#packed)]
pub struct Gain<T> {
    gain: [T; 3],
}

fn main() {}
