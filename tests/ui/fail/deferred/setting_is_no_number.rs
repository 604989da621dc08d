use static_nn::network;

const EPS: f32 = 1e-5;

network! {
    pub struct Net {
        input: [8],
        Dense(2),
        LayerNorm(eps = EPS),
        LeakyRelu(slope = EPS),
    }
}

fn main() {
    let net = Net::boxed(1);
    println!("{:?}", net.as_slice().len());
}
