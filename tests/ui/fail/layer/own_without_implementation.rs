use static_nn::network;

#[derive(static_nn::Parameters)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    gain: [T; N],
}

network! {
    pub struct Net {
        input: [4],
        Dense(3), gain: Gain<3>, Relu,
    }
}

fn main() {
    let net = Net::new(1);
    assert!(net.forward(&[0.0; 4])[0].is_finite());
    assert!(net.predict(&[0.0; 4]) < 3);
}
