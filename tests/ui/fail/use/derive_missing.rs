use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(3), Relu,
    }
}

network! {
    /// A network in a network, which is to derive the same.
    #[derive(Clone, Debug)]
    struct Outer {
        input: [4],
        inner: Net,
    }
}

fn main() {
    let net = Net::new(1);
    let copy = Net::clone(&net);
    println!("{copy:?} {}", copy == net);
}
