use static_nn::network;

network! {
    struct Net {
        input: [16, 4],
        conv: Conv1d(8, kernel = 3, groups = 3), Last, Dense(2),
    }
}

fn main() {}
