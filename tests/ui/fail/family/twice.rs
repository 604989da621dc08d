use static_nn::{network, network_family};

network! { pub struct SmallNet { input: [16], Dense(3) } }
network! { pub struct LargeNet { input: [16], Dense(64), Relu, Dense(3) } }

network_family! {
    pub enum Voice {
        Small(SmallNet),
        Small(LargeNet),
    }
}

fn main() {
    let _ = Voice::Small(SmallNet::new(1)).forward(&[0.0; 16]);
}
