use static_nn::network;

network! {
    struct Net {
        input: [16, 4], Conv1d(8, kernel = 3, stride = 5), MaxPool1d(4), Last, Dense(2),
    }
}

fn main() {}
