use static_nn::network;

network! {
    #[budget]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

network! {
    #[budget("64 KiB")]
    pub struct Other {
        input: [4],
        Dense(3),
    }
}

fn main() {}
