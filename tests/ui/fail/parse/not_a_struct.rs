use static_nn::network;

network! {
    pub enum Net { input: [4], Dense(3) }
}

fn main() {}
