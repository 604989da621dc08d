use static_nn::network;

network! {
    #[weights("./model.safetensors")]
    pub struct Net {
        input: [1, 6, 4],
        conv: Conv2d(4, kernel = 3, padding = same), Relu, MaxPool2d([2, 1]),
        depth: Conv2d(4, kernel = [1, 2], groups = 4, bias = false), GlobalAvgPool2d,
        class: Dense(3),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
