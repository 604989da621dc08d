use static_nn::{network, network_family};

network! { pub struct Plain { input: [16, 2], Gru(4), Dense(1) } }
network! { pub struct Both { input: [16, 2], both: Lstm(4, bidirectional = true), Dense(1) } }

network_family! {
    #[stream(State)]
    pub enum Amp {
        Plain(Plain),
        Both(Both),
    }
}

fn main() {}
