use static_nn::network;

network! {
    struct Digits { input: [1, 8, 8], Conv2d(4, kernel = 3), Relu, Flatten, Dense(10) }
}

fn main() {
    let net = Digits::new(1);
    net.step(&mut (), &[0.0; 64]);
}
