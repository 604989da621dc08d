use static_nn::network;

network! {
    #[weights("./keras_separable.npz", layout = "keras")]
    pub struct Net {
        input: [2, 4, 4],
        sep: Conv2d(4, kernel = 3), Flatten,
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[[[0.0; 4]; 4]; 2])[0].is_finite());
}
