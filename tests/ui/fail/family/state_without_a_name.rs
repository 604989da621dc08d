use static_nn::{network, network_family};

network! { pub struct Plain { input: [16, 2], Gru(4), Dense(1) } }

network_family! {
    #[stream]
    pub enum Amp {
        Plain(Plain),
    }
}

fn main() {}
