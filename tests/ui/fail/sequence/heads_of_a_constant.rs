use static_nn::network;

const HEADS: usize = 3;

network! {
    pub struct Net {
        input: [64, 8],
        SelfAttention(heads = HEADS), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
