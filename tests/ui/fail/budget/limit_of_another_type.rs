use static_nn::network;

const LIMIT: u32 = 5;

network! {
    #[budget(parameters <= LIMIT, macs <= UNKNOWN)]
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {}
