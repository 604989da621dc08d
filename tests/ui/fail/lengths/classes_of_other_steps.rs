use static_nn::prelude::*;

network! {
    #[derive(Debug)]
    pub struct Net {
        input: [4, 2],
        Gru(2),
    }
}

fn main() {
    let mut workspace = Workspace::new();
    let xs = [[[1.0_f32; 2]; 4]];
    let gradient = Net::new(1).gradient_batch(&mut workspace, &xs, &[[0_u8; 3]], EveryStep(CrossEntropy)).is_ok();
    println!("{gradient}");
}
