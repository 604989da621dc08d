use static_nn::network;

network! {
    struct Net {
        input: [16, 4], conv: Conv1d(6, kernel = 3, groups = 4), Last, Dense(2),
    }
}

fn main() {}
