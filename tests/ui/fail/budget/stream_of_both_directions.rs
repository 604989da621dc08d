use static_nn::network;

network! {
    #[budget(stream_ram <= "1 KiB")]
    pub struct Tagger {
        input: [64, 4],
        tags: Lstm(8, bidirectional = true),
        Dense(3),
    }
}

fn main() {}
