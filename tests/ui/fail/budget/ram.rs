use static_nn::network;

network! {
    #[budget(ram <= "8 kB")]
    pub struct LeNet5 {
        input: [1, 28, 28],
        conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        Dense(10),
    }
}

fn main() {}
