use static_nn::network;

const ROWS: usize = 0;

network! {
    pub struct Net {
        input: [1, ROWS, 28],
        Flatten,
        Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
