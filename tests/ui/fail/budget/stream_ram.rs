use static_nn::network;

network! {
    #[budget(stream_ram <= 512)]
    pub struct Amplifier {
        input: [64, 1],
        lstm: Lstm(80),
        Dense(1),
    }
}

fn main() {}
