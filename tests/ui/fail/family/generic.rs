use static_nn::{network, network_family};

network! { pub struct SmallNet { input: [16], Dense(3) } }

network_family! {
    pub enum Voice<T> {
        Small(SmallNet<T>),
    }
}

fn main() {}
