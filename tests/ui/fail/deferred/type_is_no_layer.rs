use static_nn::network;

pub struct Thing<T>(T);

network! {
    pub struct Net {
        input: [4],
        thing: Thing,
        Dense(3),
    }
}

fn main() {}
