use static_nn::network;

network! {
    #[budget(flash <= "64 KiB", ram <= "1 KiB", flash <= "32 KiB")]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
