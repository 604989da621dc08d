use static_nn::network;

network! {
    pub struct Net { input: [4], Dense(3) }
    pub struct Other { input: [4], Dense(3) }
}

fn main() {}
