use static_nn::network;

network! {
    #[budget(flash <= "64 KiB")]
    #[budget(ram <= "1 KiB")]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
