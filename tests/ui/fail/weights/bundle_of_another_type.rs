use static_nn::network;
use static_nn::prepare::MinMaxScaler;

network! {
    #[weights("./bundle.safetensors", scaler: MinMaxScaler<3>)]
    pub struct Net { input: [3], fc: Dense(2) }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
