use static_nn::network;

network! {
    #[weights("./keras_gru.npz", layout = "keras")]
    pub struct Net {
        input: [4, 3],
        gru: Gru(2), Last,
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[[0.0; 3]; 4])[0].is_finite());
}
