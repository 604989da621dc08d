//! The same weights for another library: row by row.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use static_nn::{SMatrix, network};

network! {
    struct Sine { input: [1], Dense(16), Relu, Dense(16), Relu, Dense(1) }
}

fn main() -> Result<(), Box<dyn Error>> {
    let net = Sine::load("../../examples/cortex-m/models/sine.safetensors")?;
    let mut text = String::new();
    let mut add = |name: &str, values: &[f32]| {
        text += &format!("pub const {name}: [f32; {}] = {values:?};\n", values.len());
    };
    add("W1", &by_rows(&net.dense1.weight));
    add("B1", net.dense1.bias.as_slice());
    add("W2", &by_rows(&net.dense2.weight));
    add("B2", net.dense2.bias.as_slice());
    add("W3", &by_rows(&net.dense3.weight));
    add("B3", net.dense3.bias.as_slice());
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo says where output goes")?);
    fs::write(out.join("weights.rs"), text)?;
    Ok(())
}

fn by_rows<const R: usize, const C: usize>(matrix: &SMatrix<f32, R, C>) -> Vec<f32> {
    (0..R).flat_map(|row| (0..C).map(move |column| matrix[(row, column)])).collect()
}
