use static_nn::network;

network! {
    struct Net {
        input: [16, 4], MaxPool1d, Last, Dense(2),
    }
}

fn main() {}
