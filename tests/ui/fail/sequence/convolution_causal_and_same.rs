use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        Conv1d(16, kernel = 5, padding = same, causal = true), Last, Dense(4),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
