use static_nn::network;

network! {
    #[budget(stream_ram <= "1 KiB")]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
