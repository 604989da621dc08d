use static_nn::network;

network! {
    pub struct Net {
        input: [3, 8, 8],
        Conv2d(6, kernel = 3), Relu,
        Conv2d(3, kernel = 3),
        output: [3, 8, 8],
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
