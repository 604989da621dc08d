use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let saved = Net::new(1).save(5);
    assert!(saved.is_ok());
}
