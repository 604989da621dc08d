use static_nn::network;

network! {
    struct Net {
        input: [16, 4], Conv1d(8, kernel = 3), AvgPool2d(2), Flatten, Dense(2),
    }
}

fn main() {}
