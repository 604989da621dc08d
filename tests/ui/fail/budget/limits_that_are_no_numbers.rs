use static_nn::network;

network! {
    #[budget(parameters <= "62k", macs <= 5e5, flash <= -1, ram <= true)]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
