use static_nn::network;

network! {
    struct Net {
        input: [16, 4], MaxPooling1D(pool_size = 2), Last, Dense(2),
    }
}

fn main() {}
