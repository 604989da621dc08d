use static_nn::prelude::*;

network! {
    #[derive(Debug)]
    pub struct Net {
        input: [4, 2],
        Gru(2),
    }
}

fn main() {
    let xs = [Padded { values: [[1.0_f32; 2]; 3], length: 2 }];
    let mut ys = [[[0.0; 2]; 4]];
    println!("{:?}", Net::new(1).forward_batch(&xs, &mut ys));
}
