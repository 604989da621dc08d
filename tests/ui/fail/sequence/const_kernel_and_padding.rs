use static_nn::network;

const KERNEL: usize = 9;
const PADDING: usize = 2;

network! {
    pub struct Net {
        input: [6, 8],
        conv: Conv1d(16, kernel = KERNEL, padding = 1), Last, Dense(4),
    }
}

network! {
    pub struct Causal {
        input: [6, 8],
        conv: Conv1d(16, kernel = KERNEL, padding = PADDING, causal = true), Last, Dense(4),
    }
}

fn main() {
    let (net, causal) = (Net::boxed(1), Causal::boxed(1));
    println!("{:?}", net.as_slice().len() + causal.as_slice().len());
}
