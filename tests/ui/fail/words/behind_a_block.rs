use static_nn::network;

network! {
    pub struct Net {
        input: [12],
        Residual { Dense(12) }, Concat { { Embedding(5000 -> 64) }, { Reshape([12, 1]) } }, Last, Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
