use static_nn::network;

network! {
    pub struct Net {
        input: [3],
        Dense(2), Relu,
    }
}

const fn answer(net: &Net<f64>) -> [f64; 2] {
    net.forward_const(&[0.0; 3])
}

fn main() {
    let _ = answer;
}
