use static_nn::network;

network! {
    #[weights("./model.safetensors")]
    pub struct Net {
        input: [6],
        words: Embedding(60 -> 8), Last, kind: Dense(2),
    }
}

fn main() {
    println!("{:?}", Net::EMBEDDED.as_slice().len());
}
