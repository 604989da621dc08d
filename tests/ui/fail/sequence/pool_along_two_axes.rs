use static_nn::network;

network! {
    struct Net {
        input: [16, 4], MaxPool1d([2, 2]), Last, Dense(2),
    }
}

fn main() {}
