use static_nn::network;

const P: f64 = 1.5;

network! {
    pub struct Net {
        input: [8],
        Dense(2),
        Dropout(p = P),
        Dropout(p = P),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
