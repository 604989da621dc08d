use static_nn::network;

network! {
    #[derive(Clone, Default, Debug)]
    pub struct Net {
        input: [4],
        Dense(4), Residual { Dense(4), Tanh },
    }
}

fn main() {
    let net = Net::default();
    println!("{:?}", net.clone());
}
