use static_nn::network;

network! {
    #[budget(stack <= "1 KiB")]
    pub struct Net {
        input: [64],
        hidden: Dense(128), Relu,
        Dense(10),
    }
}

fn main() {}
