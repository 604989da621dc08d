use static_nn::prelude::*;

network! {
    #[derive(Debug)]
    pub struct Net {
        input: [4, 2],
        Gru(2),
    }
}

fn main() {
    let xs = [Padded { values: [[1.0_f32; 2]; 4], length: -1 }];
    println!("{xs:?}");
}
