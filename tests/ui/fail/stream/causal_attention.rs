use static_nn::network;

network! {
    struct Net { input: [16, 8], Residual { LayerNorm, SelfAttention(heads = 2, causal = true) }, Dense(3) }
}

fn main() {
    let mut state = Net::<f32>::state();
}
