//! What a network says to samples, which lie one behind the other, on both paths.

use static_nn::kernels::{dispatch, level, pack};
use static_nn::scalar::Lanes64;
use static_nn::{Layer, Noise, Pass, Shape};

/// As in training: every set of instructions for evaluation, too, would be as much again to compile. That both are equal is a law.
pub(crate) fn one_by_one<N: Layer<f64>>(net: &N, xs: &[f64]) -> Vec<f64> {
    let run = |len: usize| vec![f64::NAN; len];
    let (mut y, mut cache, mut scratch, mut ys) = (run(N::Output::LEN), run(N::CACHE), run(N::SCRATCH), Vec::new());
    for x in xs.chunks(N::Input::LEN) {
        let (x, to) = (N::Input::view(x), N::Output::view_mut(&mut y));
        dispatch!(f64: level(), simd => net.forward_train(simd, Noise::new(0), x, to, &mut cache, &mut scratch));
        ys.extend_from_slice(&y);
    }
    ys
}

/// In evaluation, where neighbours are joined that training does not join.
pub(crate) fn by_blocks<N: Layer<f64>>(net: &N, xs: &[f64]) -> Vec<f64> {
    let samples = xs.len() / N::Input::LEN;
    let x = packed(xs, N::Input::LEN);
    let run = |len: usize| vec![Lanes64([f64::NAN; 8]); len * samples.div_ceil(8)];
    let (mut y, mut scratch) = (run(N::Output::LEN), run(N::BLOCK_SCRATCH));
    net.forward_blocks(&Pass::new(samples), N::Input::all(&x), N::Output::all_mut(&mut y), &mut scratch);
    unpacked(&y, samples, N::Output::LEN)
}

/// Samples of `len` values as lanes.
fn packed(xs: &[f64], len: usize) -> Vec<Lanes64> {
    let mut blocks = Vec::new();
    for xs in xs.chunks(8 * len) {
        let mut block = vec![Lanes64([0.0; 8]); len];
        pack::pack::<f64>(level(), xs.chunks(len), &mut block);
        blocks.extend(block);
    }
    blocks
}

fn unpacked(blocks: &[Lanes64], samples: usize, len: usize) -> Vec<f64> {
    let value = |i: usize| blocks[i / len / 8 * len + i % len].0[i / len % 8];
    (0..samples * len).map(value).collect()
}
