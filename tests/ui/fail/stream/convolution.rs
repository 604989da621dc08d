use static_nn::network;

network! {
    pub struct Net {
        input: [64, 8],
        conv: Conv1d(16, kernel = 5, padding = same), Relu, Dense(4),
    }
}

fn main() {
    let (net, mut state) = (Net::boxed(1), Net::<f32>::state());
    println!("{:?}", net.step(&mut state, &[0.0; 8]));
}
