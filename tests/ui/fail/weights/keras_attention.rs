use static_nn::network;

network! {
    #[weights("./keras_attention.npz", layout = "keras")]
    pub struct Net {
        input: [5, 4],
        mha: SelfAttention(heads = 2, bias = false), Flatten,
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[[0.0; 4]; 5])[0].is_finite());
}
