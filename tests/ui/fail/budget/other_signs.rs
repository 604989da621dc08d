use static_nn::network;

network! {
    #[budget(parameters < 62_000, flash = "64 KiB", ram: "16 KiB", macs >= 3)]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
