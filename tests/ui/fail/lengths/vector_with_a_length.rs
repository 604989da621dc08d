use static_nn::prelude::*;

network! {
    #[derive(Debug)]
    pub struct Net {
        input: [4],
        Dense(2),
    }
}

fn main() {
    let xs = [Padded { values: [1.0_f32; 4], length: 2 }];
    let mut ys = [[0.0; 2]];
    println!("{:?}", Net::new(1).forward_batch(&xs, &mut ys));
}
