use static_nn::Parameters;

#[derive(Parameters)]
#[repr(C)]
pub struct Gain {
    pub gain: [f32; 3],
}

fn main() {}
