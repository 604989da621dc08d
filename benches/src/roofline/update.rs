//! The memory traffic of an optimizer.

use std::hint::black_box;

use static_nn::Level;
use static_nn::fearless_simd::{Simd, SimdBase, dispatch};
use static_nn::kernels;

use super::Line;

/// One pass over a gradient that is read, and `RUNS` runs of values that are read and written: the parameters and what an optimizer
/// remembers.
pub struct Update<const RUNS: usize> {
    level: Level,
    gradient: Vec<Line>,
    runs: [Vec<Line>; RUNS],
}

impl<const RUNS: usize> Update<RUNS> {
    /// Runs of `count` values, rounded up to whole lines.
    #[must_use]
    pub fn new(count: usize) -> Self {
        let lines = count.div_ceil(16);
        let run = |_| vec![Line([1.0; 16]); lines];
        Self { level: kernels::level(), gradient: vec![Line([0.0; 16]); lines], runs: std::array::from_fn(run) }
    }

    /// The bytes that one run reads and writes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        (1 + 2 * RUNS) * self.gradient.len() * size_of::<Line>()
    }

    /// Reads and writes them.
    pub fn run(&mut self) {
        let Self { level, gradient, runs } = self;
        let (gradient, runs) = (black_box(&**gradient), black_box(runs));
        dispatch!(*level, simd => update(simd, gradient, runs));
    }
}

#[inline(always)]
fn update<S: Simd, const RUNS: usize>(simd: S, gradient: &[Line], runs: &mut [Vec<Line>; RUNS]) {
    let mut runs = runs.each_mut().map(|run| &mut run[..gradient.len()]);
    for (line, gradient) in gradient.iter().enumerate() {
        for run in &mut runs {
            let run = run[line].0.chunks_exact_mut(S::f32s::LEN);
            for (values, gradient) in run.zip(gradient.0.chunks_exact(S::f32s::LEN)) {
                (S::f32s::from_slice(simd, values) + S::f32s::from_slice(simd, gradient)).store_slice(values);
            }
        }
    }
}
