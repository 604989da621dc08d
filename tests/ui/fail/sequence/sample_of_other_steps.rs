use static_nn::network;

network! {
    pub struct Net {
        input: [6, 4],
        Lstm(8), Last, Dense(2),
    }
}

fn main() {
    let net = Net::new(1);
    println!("{:?}", net.forward(&[[0.0; 6]; 4]));
}
