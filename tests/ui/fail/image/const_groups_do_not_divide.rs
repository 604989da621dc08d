use static_nn::network;

const GROUPS: usize = 3;

network! {
    pub struct Net {
        input: [4, 8, 8],
        conv: Conv2d(6, kernel = 3, groups = GROUPS),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
