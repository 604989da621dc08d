//! What every optimizer is tested for: PyTorch's numbers, the same bits at every level of vector instructions, a memory that can be
//! taken up again and holds no subnormal numbers, and decay of those parameters only that are to decay.

use fearless_simd::Level;
use std::vec::Vec;
use std::{format, vec};

use super::{Optimizer, Roles, State, Step};
use crate::init::Rng;
use crate::kernels::levels;
use crate::layers::Dense;
use crate::parameters::{Order, Parameters, Path, Role, Tensor};
use crate::scalar::Number;

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

/// What holds for every optimizer.
pub(super) fn check_laws(optimizer: &impl Optimizer) {
    check_levels(optimizer);
    check_resumed(optimizer);
    check_small(optimizer);
}

/// Runs of all lengths up to a few vectors give the same bits at every level, however many threads share the step.
fn check_levels(optimizer: &impl Optimizer) {
    let mut rng = Rng::new(11);
    for len in 0..70 {
        let mut draw = || (0..len).map(|_| f32::from_f64(rng.normal())).collect::<Vec<f32>>();
        let (parameters, gradient) = (draw(), draw());
        let after = |level: Level, threads: usize| {
            let mut parameters = parameters.clone();
            let mut memory = vec![0.0; optimizer.runs() * len];
            for number in 1..4 {
                let (parameters, gradient, memory) = (&mut parameters[..], &gradient[..], &mut memory[..]);
                optimizer.take(Step { parameters, gradient, memory, roles: Roles::WEIGHTS, number, level, threads });
            }
            format!("{parameters:?} {memory:?}")
        };
        let expected = after(Level::baseline(), 1);
        for level in levels() {
            assert_eq!(after(level, 1), expected, "{level:?}, {len} parameters");
        }
        for threads in 2..5 {
            assert_eq!(after(Level::baseline(), threads), expected, "{threads} threads, {len} parameters");
        }
    }
}

/// A state that is put down and taken up again goes on as if nothing had happened.
fn check_resumed(optimizer: &impl Optimizer) {
    fn steps(optimizer: &impl Optimizer, parameters: &mut Three, state: &mut State<Vec<f64>>) {
        for _ in 0..3 {
            let gradient = *parameters;
            state.step(optimizer, &gradient, parameters).unwrap();
        }
    }
    let (mut parameters, mut state) = (Three([1.0, -2.0, 0.5]), State::over(vec![0.0; 3 * optimizer.runs()]));
    steps(optimizer, &mut parameters, &mut state);
    let (mut again, mut resumed) = (parameters, State::resumed(state.memory().clone(), state.steps()));
    steps(optimizer, &mut parameters, &mut state);
    steps(optimizer, &mut again, &mut resumed);
    assert_eq!((parameters, state), (again, resumed));
}

/// However small gradients are, no subnormal number is remembered.
fn check_small(optimizer: &impl Optimizer) {
    let (mut p, mut memory) = ([0.0_f32; 40], vec![0.0; 40 * optimizer.runs()]);
    for step in 1..20 {
        let gradient: [f32; 40] = core::array::from_fn(|i| 10.0_f32.powi(-i32::try_from(i).unwrap()));
        optimizer.step(crate::kernels::level(), &mut p, &gradient, &mut memory, step);
        assert!(memory.iter().all(|x| !x.is_subnormal()), "step {step}");
    }
}

/// Parameters of excluded roles change as under `plain`, the others as under `decays`, however many threads there are.
pub(super) fn check_exclusion<O: Optimizer>(plain: &O, decays: &O, exclude: impl Fn(&[Role]) -> O) {
    /// Three inputs and 20 outputs: 60 weights, and 20 biases behind them.
    type Layer = Dense<f32, 3, 20>;
    const WEIGHTS: core::ops::Range<usize> = 0..60;
    const BIASES: core::ops::Range<usize> = 60..80;

    let mut rng = Rng::new(3);
    let mut draw = || core::array::from_fn::<_, 80, _>(|_| f32::from_f64(rng.normal()));
    let (parameters, gradient) = (draw(), draw());
    let after = |optimizer: &O, threads: usize| {
        let (mut parameters, mut memory) = (parameters, vec![0.0; optimizer.runs() * 80]);
        for number in 1..4 {
            optimizer.take(Step {
                parameters: &mut parameters,
                gradient: &gradient,
                memory: &mut memory,
                roles: Roles::of::<f32, Layer>(),
                number,
                level: crate::kernels::level(),
                threads,
            });
        }
        parameters.map(f32::to_bits)
    };
    let (without, with) = (after(plain, 1), after(decays, 1));
    assert!((0..80).all(|i| with[i] != without[i]));
    for threads in 1..5 {
        let excluded = |roles: &[Role]| after(&exclude(roles), threads);
        let found = excluded(&[Role::Bias, Role::Scale]);
        assert_eq!((&found[WEIGHTS], &found[BIASES]), (&with[WEIGHTS], &without[BIASES]));
        let found = excluded(&[Role::Weight]);
        assert_eq!((&found[WEIGHTS], &found[BIASES]), (&without[WEIGHTS], &with[BIASES]));
        assert_eq!(excluded(&Role::ALL), without);
        assert_eq!(excluded(&[Role::Scale]), with);
        assert_eq!(excluded(&[]), with);
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
