use static_nn::network;

network! {
    #[weights("./model.safetensors")]
    pub struct Net {
        input: [5, 2],
        lstm: Lstm(3, layers = 2), Dense(2, bias = false), Tanh,
        back: Residual { rnn: Rnn(2, bias = false, nonlinearity = relu), norm: LayerNorm },
        Last, class: Dense(2),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
