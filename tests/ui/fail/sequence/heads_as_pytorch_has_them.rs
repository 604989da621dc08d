use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        MultiheadAttention(num_heads = 4), Last, SelfAttention(num_heads = 2), Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
