use static_nn::{network, network_family};

network! { pub struct SmallNet { input: [16], Dense(3) } }

network_family! {
    pub enum Voice {
        Small(SmallNet),
        Silent,
        Both(SmallNet, SmallNet),
        Named { net: SmallNet },
    }
}

fn main() {
    let _ = Voice::Small(SmallNet::new(1)).forward(&[0.0; 16]);
}
