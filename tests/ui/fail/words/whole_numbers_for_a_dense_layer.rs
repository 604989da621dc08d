use static_nn::network;

network! {
    pub struct Net {
        input: [4],
        Dense(2),
    }
}

fn main() {
    let answer = Net::boxed(1).forward(&[3_u8, 1, 4, 1]);
    println!("{answer:?}");
}
