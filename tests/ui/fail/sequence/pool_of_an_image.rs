use static_nn::network;

network! {
    struct Net {
        input: [3, 16, 16], MaxPool1d(2), Flatten, Dense(2),
    }
}

fn main() {}
