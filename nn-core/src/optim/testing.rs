//! What every optimizer is tested for: PyTorch's numbers, and the same bits at every level of vector instructions.

use fearless_simd::Level;
use std::vec::Vec;
use std::{format, vec};

use super::Optimizer;
use crate::init::Rng;
use crate::kernels::levels::levels;
use crate::parameters::{Order, Parameters, Path, Role, Tensor};
use crate::scalar::Scalar;

/// Rounding of a few dozen operations in double precision on numbers around one.
const ROUNDING: f64 = 1e-13;

/// Three parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub(super) struct Three(pub(super) [f64; 3]);

// SAFETY: a transparent array of three scalars.
#[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
unsafe impl Parameters<f64> for Three {
    const PARAMETERS: usize = 3;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let name = &name.join("weight");
        visit(&Tensor { name, dims: &[3], order: Order::RowMajor, role: Role::Weight, fan_in: 3, fan_out: 1 });
    }
}

/// Five steps from (1, -2, 0.5), where step `k` and parameter `i`, counted from 0, have the gradient
/// `p / 2 + (i + 1) (-1)^k / 10`.
pub(super) fn five_steps(optimizer: &impl Optimizer, expected: [f64; 3]) {
    let mut p = [1.0, -2.0, 0.5];
    let mut memory = vec![0.0; optimizer.runs() * p.len()];
    for (step, sign) in (1..).zip([1.0, -1.0, 1.0, -1.0, 1.0]) {
        let g = [0.5 * p[0] + 0.1 * sign, 0.5 * p[1] + 0.2 * sign, 0.5 * p[2] + 0.3 * sign];
        optimizer.step(crate::kernels::level(), &mut p, &g, &mut memory, step);
    }
    for (found, expected) in p.iter().zip(expected) {
        assert!((found - expected).abs() < ROUNDING, "{p:?}");
    }
}

/// Runs of all lengths up to a few vectors give the same bits at every level.
pub(super) fn check_levels(optimizer: &impl Optimizer) {
    let mut rng = Rng::new(11);
    for len in 0..70 {
        let mut draw = || (0..len).map(|_| f32::from_f64(rng.normal())).collect::<Vec<f32>>();
        let (parameters, gradient) = (draw(), draw());
        let after = |level: Level| {
            let mut parameters = parameters.clone();
            let mut memory = vec![0.0; optimizer.runs() * len];
            for step in 1..4 {
                optimizer.step(level, &mut parameters, &gradient, &mut memory, step);
            }
            format!("{parameters:?} {memory:?}")
        };
        let expected = after(Level::baseline());
        for level in levels() {
            assert_eq!(after(level), expected, "{level:?}, {len} parameters");
        }
    }
}

/// The memory of a parameter whose gradient has become zero never holds a subnormal number.
pub(super) fn check_dead(optimizer: &impl Optimizer) {
    let mut p = [1.0_f32; 20];
    let mut memory = vec![0.0; optimizer.runs() * p.len()];
    optimizer.step(crate::kernels::level(), &mut p, &[0.5; 20], &mut memory, 1);
    assert!(memory.iter().all(|x| x.is_normal()));
    for step in 2..200_000 {
        optimizer.step(crate::kernels::level(), &mut p, &[0.0; 20], &mut memory, step);
        assert!(memory.iter().all(|x| !x.is_subnormal()), "step {step}");
    }
    assert!(memory.iter().all(|x| *x == 0.0));
}
