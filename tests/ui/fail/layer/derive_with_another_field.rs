use static_nn::Parameters;

#[derive(Parameters)]
#[repr(C)]
pub struct Gain<T> {
    pub gain: [T; 3],
    pub name: String,
}

fn main() {}
