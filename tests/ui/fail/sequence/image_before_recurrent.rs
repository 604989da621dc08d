use static_nn::network;

network! {
    pub struct Net {
        input: [3, 32, 32],
        conv: Conv2d(8, kernel = 3), Relu,
        gru: Gru(16), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
