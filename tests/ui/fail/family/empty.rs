use static_nn::network_family;

network_family! {
    pub enum Voice {}
}

fn main() {}
