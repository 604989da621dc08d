use static_nn::network;

network! {
    pub struct Net {
        input: [1, 2, 2],
        up: ConvTranspose2d(6, kernel = 3, stride = 2, output_padding = 2),
        Flatten,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
