use static_nn::{network, network_family};

network! { pub struct Dense2 { input: [64], Dense(10) } }
network! { pub struct Conv { input: [1, 8, 8], Conv2d(4, kernel = 3), Flatten, Dense(10) } }

network_family! {
    pub enum Digits {
        Dense(Dense2),
        Conv(&'static Conv),
    }
}

fn main() {}
