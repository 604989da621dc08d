use static_nn::prelude::*;

network! {
    #[derive(Debug)]
    pub struct Net {
        input: [4, 2],
        Gru(2),
    }
}

fn main() {
    let xs = [Padded { values: [[1.0_f32; 2]; 4], length: 2 }];
    let mut workspace = Workspace::new();
    let gradient = Net::new(1).gradient_batch(&mut workspace, &xs, &[0_u8], EveryStep(CrossEntropy)).is_ok();
    println!("{gradient}");
}
