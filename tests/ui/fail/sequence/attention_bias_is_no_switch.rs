use static_nn::network;

network! {
    struct Net {
        input: [16, 4], SelfAttention(heads = 2, bias = 0), Last, Dense(2),
    }
}

fn main() {}
