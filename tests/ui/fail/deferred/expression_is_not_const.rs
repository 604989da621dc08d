use static_nn::network;

fn widest(a: usize, b: usize) -> usize {
    a.max(b)
}

network! {
    pub struct Net {
        input: [8],
        Dense(widest(3, 4)),
        Relu,
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
