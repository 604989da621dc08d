use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        down: Conv1d(16, kernel = 4, stride = 4), Relu,
        conv: Conv1d(16, kernel = 20), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
