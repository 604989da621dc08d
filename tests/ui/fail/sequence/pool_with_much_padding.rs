use static_nn::network;

network! {
    struct Net {
        input: [16, 4], pool: AvgPool1d(3, padding = 2), Last, Dense(2),
    }
}

fn main() {}
