use static_nn::network;

const CLASSES: usize = 2;

network! {
    pub struct Net {
        input: [8],
        Dense(CLASSES - 2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
