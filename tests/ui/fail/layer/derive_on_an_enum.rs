use static_nn::Parameters;

#[derive(Parameters)]
#[repr(C)]
pub enum Gain<T> {
    One(T),
}

fn main() {}
