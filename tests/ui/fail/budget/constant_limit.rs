use static_nn::network;

mod board {
    pub const FLASH: usize = 16 * 1024;
}

network! {
    #[budget(flash <= board::FLASH / 2)]
    pub struct Net {
        input: [64],
        hidden: Dense(128), Relu,
        Dense(10),
    }
}

fn main() {}
