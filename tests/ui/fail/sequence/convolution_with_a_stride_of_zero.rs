use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        conv: Conv1d(16, kernel = 3, stride = 0), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
