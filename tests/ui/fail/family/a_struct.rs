use static_nn::network_family;

network_family! {
    pub struct Voice { input: [16], Dense(3) }
}

fn main() {}
