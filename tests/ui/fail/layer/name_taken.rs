use static_nn::network;

network! {
    pub struct Net {
        input: [3],
        #[name("0")]
        fc1: Dense(2), Relu,
        #[name("0")]
        fc2: Dense(1),
        #[name("fc4")]
        fc3: Dense(1),
        fc4: Dense(1),
    }
}

fn main() {
    println!("{}", Net::PARAMETERS);
}
