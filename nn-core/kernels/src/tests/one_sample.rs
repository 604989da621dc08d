//! The dense layer for one sample, at every instruction set: in its shared form, and inlined with sizes that the compiler knows.

use std::vec::Vec;
use std::{format, vec};

use fearless_simd::Level;

use super::{close, random, wide};
use crate::dense::{DenseKernels, sized, steps};
use crate::number::Number;
use crate::pointwise::{Relu, Tanh, Unchanged};
use crate::testing::Rng;
use crate::{levels, reference};

/// Parameters and a sample; `odd` puts infinities and NaN among them.
fn values<T: Number>(parameters: usize, inputs: usize, odd: bool, rng: &mut Rng) -> (Vec<T>, Vec<T>) {
    let (mut parameters, mut x) = (random::<T>(rng, parameters), random::<T>(rng, inputs));
    if odd {
        let (nan, infinite) = (T::from_f64(f64::NAN), T::from_f64(f64::INFINITY));
        // A weight and the last parameter, which is a bias if there is one; an input of zero where others are infinite.
        let (half, last) = (parameters.len() / 2, parameters.len() - 1);
        parameters[half] = infinite;
        parameters[last] = nan;
        x[inputs - 1] = T::ZERO;
    }
    (parameters, x)
}

fn expected<T: Number>(parameters: &[T], x: &[T], outputs: usize) -> Vec<f64> {
    let (w, b) = parameters.split_at(x.len() * outputs);
    reference::dense(&wide(w), &wide(b), &wide(x), outputs)
}

fn shared<T: DenseKernels>(level: Level, inputs: usize, outputs: usize, rng: &mut Rng) {
    for (bias, odd) in [(0, false), (outputs, false), (0, true), (outputs, true)] {
        let what = format!("{level:?}, {inputs} to {outputs}, bias of {bias}, odd values {odd}");
        let (parameters, x) = values::<T>(inputs * outputs + bias, inputs, odd, rng);
        let mut y = vec![T::from_f64(f64::NAN); outputs];
        T::dense(level, &parameters, &x, &mut y);
        close::<T>(&what, &wide(&y), &expected(&parameters, &x, outputs));

        let (w, _) = parameters.split_at(inputs * outputs);
        let dy = random::<T>(rng, outputs);
        let (mut dx, mut dw, mut db) = (vec![T::from_f64(f64::NAN); inputs], vec![T::ONE; w.len()], vec![T::ONE; bias]);
        T::dense_backward(level, w, &x, &dy, Some(&mut dx), &mut dw, &mut db);
        close::<T>(&what, &wide(&dx), &reference::dense_dx(&wide(w), &wide(&dy), inputs));
        let dw64: Vec<f64> = reference::dense_dw(&wide(&x), &wide(&dy)).iter().map(|dw| dw + 1.0).collect();
        close::<T>(&what, &wide(&dw), &dw64);
        let db64: Vec<f64> = wide(&dy)[..bias].iter().map(|dy| dy + 1.0).collect();
        close::<T>(&what, &wide(&db), &db64);
    }
}

#[test]
fn every_number_of_outputs_has_its_formula() {
    let mut rng = Rng::new(5);
    for level in levels() {
        for outputs in 1..=70 {
            for inputs in [1, 2, 3, 10, 33] {
                shared::<f32>(level, inputs, outputs, &mut rng);
                shared::<f64>(level, inputs, outputs, &mut rng);
            }
        }
        for (inputs, outputs) in [(1, 129), (100, 128), (7, 130), (3, 257), (257, 66), (130, 1)] {
            shared::<f32>(level, inputs, outputs, &mut rng);
            shared::<f64>(level, inputs, outputs, &mut rng);
        }
    }
}

/// A layer on its own and with two activations behind it, with sizes that the compiler knows.
fn inlined<T: Number, const IN: usize, const OUT: usize>(bias: usize, rng: &mut Rng) {
    for level in levels() {
        for odd in [false, true] {
            let (parameters, x) = values::<T>(IN * OUT + bias, IN, odd, rng);
            let x: [T; IN] = x.try_into().expect("as many values as inputs");
            let nan = [T::from_f64(f64::NAN); OUT];
            let (mut y, mut relu, mut tanh) = (nan, nan, nan);
            dispatch!(T: level, simd => sized(simd, &parameters, &x, &mut y, Unchanged));
            dispatch!(T: level, simd => sized(simd, &parameters, &x, &mut relu, Relu));
            dispatch!(T: level, simd => sized(simd, &parameters, &x, &mut tanh, Tanh));
            let what = |name| format!("{level:?}, {IN} to {OUT}, bias of {bias}, odd values {odd}, {name}");
            let sums = expected(&parameters, &x, OUT);
            close::<T>(&what("alone"), &wide(&y), &sums);
            let positive: Vec<f64> = sums.iter().map(|&y| if y <= 0.0 { 0.0 } else { y }).collect();
            close::<T>(&what("relu"), &wide(&relu), &positive);
            let bent: Vec<f64> = sums.iter().map(|y| y.tanh()).collect();
            close::<T>(&what("tanh"), &wide(&tanh), &bent);
        }
    }
}

/// Each size is code of its own at every instruction set: a few around the widths of vectors and tiles.
macro_rules! inlined {
    ($($inputs:literal: $($outputs:literal)*;)*) => {
        $($(
            inlined::<f32, $inputs, $outputs>($outputs, &mut Rng::new($outputs));
            inlined::<f32, $inputs, $outputs>(0, &mut Rng::new($outputs));
        )*)*
    };
}

#[test]
fn sizes_that_the_compiler_knows_make_no_difference() {
    inlined! {
        1: 2 9;
        3: 1 130;
        10: 3 7 10 31;
        33: 1 16 50 100;
    }
    inlined::<f64, 10, 5>(5, &mut Rng::new(5));
    inlined::<f64, 10, 1>(0, &mut Rng::new(1));
}

/// Several steps together give the same bits as one by one, at every instruction set.
fn together<T: DenseKernels>(level: Level, rng: &mut Rng) {
    for outputs in [3, 16, 32, 64, 65, 128, 192, 320] {
        for (inputs, bias) in [(1, 0), (2, outputs), (7, outputs), (33, 0), (64, outputs)] {
            for count in [1, 2, 3, 6, 7, 20] {
                let (parameters, x) = (random::<T>(rng, inputs * outputs + bias), random::<T>(rng, count * inputs));
                let (mut all, mut one) = (vec![T::from_f64(f64::NAN); count * outputs], vec![T::ZERO; outputs]);
                steps(level, &parameters, [inputs, outputs], &x, &mut all);
                for (step, (x, y)) in x.chunks(inputs).zip(all.chunks(outputs)).enumerate() {
                    T::dense(level, &parameters, x, &mut one);
                    let same = y.iter().zip(&one).all(|(a, b)| a.to_f64().to_bits() == b.to_f64().to_bits());
                    assert!(same, "{level:?}, {inputs} to {outputs}, step {step} of {count}");
                }
            }
        }
    }
}

#[test]
fn steps_together_are_steps_by_themselves() {
    let mut rng = Rng::new(11);
    for level in levels() {
        together::<f32>(level, &mut rng);
        together::<f64>(level, &mut rng);
    }
}
