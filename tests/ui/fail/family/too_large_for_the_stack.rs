use static_nn::{Boxed, network, network_family};

network! { pub struct SmallNet { input: [16], Dense(3) } }
network! { pub struct LargeNet { input: [16], Dense(40_000), Relu, Dense(3) } }

network_family! {
    pub enum Voice {
        Small(SmallNet),
        Large(Boxed<LargeNet>),
    }
}

fn main() {
    let voice = Voice::Small(SmallNet::new(1));
    let _ = voice.forward(&[0.0; 16]);
}
