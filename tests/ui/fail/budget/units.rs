use static_nn::network;

network! {
    #[budget(flash <= "64 KB", ram <= "sixteen", stack <= "1.3 KiB")]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
