use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3),
    }
}

fn main() {
    let mut answers = [[0.0; 4]; 2];
    let answered = Net::new(1).forward_batch(&[[0.0; 4]; 2], &mut answers);
    assert!(answered.is_ok());
}
