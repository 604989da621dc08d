use static_nn::network;

network! {
    pub struct Net {
        input: [3],
        Repeat(3) { #[name("0")] fc: Dense(3), Relu },
    }
}

fn main() {
    println!("{}", Net::PARAMETERS);
}
