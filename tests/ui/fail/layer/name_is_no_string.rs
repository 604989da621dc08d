use static_nn::network;

network! {
    pub struct Net {
        input: [3],
        #[name(0)]
        fc1: Dense(2), Relu,
        #[name("a b")]
        fc2: Dense(2),
        #[name("a..b")]
        fc3: Dense(2),
        #[name("0")]
        Relu,
    }
}

fn main() {
    println!("{}", Net::PARAMETERS);
}
