use static_nn::network;

network! {
    pub struct Net {
        input: [1, 28, 28],
        Conv2D(6, kernel = 5), Relu,
        MaxPooling2D(2),
        GlobalAveragePooling2D,
        Dense(10),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
