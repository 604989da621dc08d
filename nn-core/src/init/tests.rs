#![expect(clippy::float_cmp, reason = "the stream and its rounding are exact")]

use super::*;
use crate::parameters::{Order, Role};
use crate::scalar::Number;

/// A dense layer from three inputs to two outputs, its weight column by column as in nalgebra.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Small<T> {
    weight: [[T; 2]; 3],
    bias: [T; 2],
}

// SAFETY: repr(C), eight scalars and nothing else.
#[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
unsafe impl<T: Scalar> Parameters<T> for Small<T> {
    const PARAMETERS: usize = 8;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (weight, bias) = (&name.join("weight"), &name.join("bias"));
        let (order, fan_in, fan_out) = (Order::ColumnMajor, 3, 2);
        visit(&Tensor { name: weight, dims: &[2, 3], order, role: Role::Weight, fan_in, fan_out });
        visit(&Tensor { name: bias, dims: &[2], order: Order::RowMajor, role: Role::Bias, fan_in, fan_out });
    }
}

fn small<T: Scalar>(init: Init) -> Small<T> {
    let mut small = Small { weight: [[T::ONE; 2]; 3], bias: [T::ONE; 2] };
    fill(&mut small, init, &mut Rng::new(7));
    small
}

#[test]
fn default_draws_weight_row_by_row_and_then_bias() {
    let small = small::<f64>(Init::Default);
    let mut rng = Rng::new(7);
    let mut draw = || (2.0 * rng.uniform() - 1.0) * (1.0 / libm::sqrt(3.0));
    for output in 0..2 {
        for input in 0..3 {
            assert_eq!(small.weight[input][output], draw());
        }
    }
    assert_eq!(small.bias, [draw(), draw()]);
}

#[test]
fn both_precisions_start_alike() {
    for init in [
        Init::Default,
        Init::HeNormal,
        Init::HeUniform,
        Init::XavierNormal,
        Init::XavierUniform,
        Init::TruncatedNormal(0.5),
        Init::Orthogonal(1.0),
    ] {
        let (single, double) = (small::<f32>(init), small::<f64>(init));
        for (single, double) in single.as_slice().iter().zip(double.as_slice()) {
            assert_eq!(*single, f32::from_f64(*double));
        }
    }
}

#[test]
fn named_schemes_scale_the_weights_and_zero_the_biases() {
    let unit_normal = Rng::new(7).normal();
    let unit_uniform = 2.0 * Rng::new(7).uniform() - 1.0;
    for (init, first) in [
        (Init::HeNormal, libm::sqrt(2.0 / 3.0) * unit_normal),
        (Init::HeUniform, libm::sqrt(2.0) * unit_uniform),
        (Init::XavierNormal, libm::sqrt(0.4) * unit_normal),
        (Init::XavierUniform, libm::sqrt(1.2) * unit_uniform),
        (Init::LecunNormal, libm::sqrt(1.0 / 3.0) * unit_normal),
        (Init::FanInNormal(0.5), 0.5 / libm::sqrt(3.0) * unit_normal),
        (Init::FanInUniform(0.5), 0.5 * unit_uniform),
        (Init::FanAverageNormal(0.5), 0.5 * libm::sqrt(0.4) * unit_normal),
        (Init::FanAverageUniform(0.5), 0.5 * libm::sqrt(1.2) * unit_uniform),
        (Init::TruncatedNormal(0.5), 0.5 * unit_normal),
        (Init::Zeros, 0.0),
        (Init::Constant(0.25), 0.25),
    ] {
        let small = small::<f64>(init);
        assert_eq!(small.weight[0][0], first, "{init:?}");
        assert_eq!(small.bias, [0.0; 2], "{init:?}");
    }
}

/// A matrix of 80 outputs by 120 inputs: 9,600 draws.
type Large = crate::Dense<f64, 120, 80>;

fn large(init: Init) -> crate::Boxed<Large> {
    let mut large = Large::zeroed_boxed();
    fill(&mut *large, init, &mut Rng::new(11));
    large
}

#[test]
fn weights_have_the_moments_of_their_scheme() {
    let leaky = Nonlinearity::LeakyRelu(0.5);
    for (init, deviation) in [
        (Init::Default, (1.0_f64 / 3.0 / 120.0).sqrt()),
        (Init::HeNormal, (2.0_f64 / 120.0).sqrt()),
        (Init::HeUniform, (2.0_f64 / 120.0).sqrt()),
        (Init::XavierNormal, 0.1),
        (Init::XavierUniform, 0.1),
        (Init::LecunNormal, (1.0_f64 / 120.0).sqrt()),
        (Init::FanInNormal(leaky.gain()), (1.6_f64 / 120.0).sqrt()),
        (Init::FanInUniform(leaky.gain()), (1.6_f64 / 120.0).sqrt()),
        (Init::FanAverageNormal(3.0), 0.3),
        (Init::FanAverageUniform(3.0), 0.3),
        // The deviation of a normal distribution cut at two deviations.
        (Init::TruncatedNormal(0.5), 0.5 * 0.879_626),
        (Init::Orthogonal(2.0), 2.0 / 120.0_f64.sqrt()),
    ] {
        let weight = &large(init).weight;
        let (mean, variance) = (weight.mean(), weight.norm_squared() / 9600.0);
        // Five standard deviations of the mean and of the variance of 9,600 draws, the latter's from a normal distribution.
        assert!(mean.abs() < 0.051 * deviation, "{init:?}: {mean}");
        assert!((variance / deviation.powi(2) - 1.0).abs() < 0.072, "{init:?}: {variance}");
    }
}

#[test]
fn a_truncated_normal_is_cut_at_two_deviations() {
    let weight = &large(Init::TruncatedNormal(0.5)).weight;
    assert!(weight.amax() <= 1.0 && weight.amax() > 0.99);
}

#[test]
fn orthogonal_weights_keep_lengths() {
    /// Products of vectors of 120 values, right to a few units of rounding.
    const ROUNDING: f64 = 1e-14;
    let mut tall = crate::Dense::<f64, 80, 120>::zeroed_boxed();
    fill(&mut *tall, Init::Orthogonal(2.0), &mut Rng::new(12));
    let wide = large(Init::Orthogonal(2.0));
    let (wide, tall) = (&wide.weight, &tall.weight);
    let check = |product: nalgebra::SMatrix<f64, 80, 80>| {
        let error = (product / 4.0 - nalgebra::SMatrix::identity()).amax();
        assert!(error < ROUNDING, "{error}");
    };
    check(wide * wide.transpose());
    check(tall.transpose() * tall);
}

#[test]
fn draws_never_change() {
    let first = |init| small::<f64>(init).weight[0][0];
    assert_eq!(first(Init::Default), -0.513_425_543_383_184_2);
    assert_eq!(first(Init::LecunNormal), 0.091_593_146_661_196_79);
    assert_eq!(first(Init::TruncatedNormal(0.02)), 0.003_172_879_672_846_010_7);
    let orthogonal = small::<f64>(Init::Orthogonal(1.0)).weight;
    assert_eq!(
        orthogonal,
        [
            [0.054_778_733_277_627_87, -0.311_986_251_609_370_77],
            [-0.492_648_597_724_313_74, 0.817_814_527_091_027_6],
            [-0.868_502_532_834_974_5, -0.483_574_170_201_028_44],
        ]
    );
}

#[test]
fn gains_are_those_of_pytorch() {
    // torch.nn.init.calculate_gain
    for (nonlinearity, gain) in [
        (Nonlinearity::Linear, 1.0),
        (Nonlinearity::Sigmoid, 1.0),
        (Nonlinearity::Tanh, 1.666_666_666_666_666_7),
        (Nonlinearity::Relu, core::f64::consts::SQRT_2),
        (Nonlinearity::LeakyRelu(0.01), 1.414_142_856_997_835_4),
        (Nonlinearity::LeakyRelu(0.2), 1.386_750_490_563_072_8),
        (Nonlinearity::Selu, 0.75),
    ] {
        assert_eq!(nonlinearity.gain(), gain, "{nonlinearity:?}");
    }
}

/// The scale and the bias of a normalisation of two values.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Norm {
    scale: [f64; 2],
    bias: [f64; 2],
}

// SAFETY: repr(C), four scalars and nothing else.
#[expect(unsafe_code, reason = "what the derive writes for a struct of scalars")]
unsafe impl Parameters<f64> for Norm {
    const PARAMETERS: usize = 4;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let (scale, bias) = (&name.join("weight"), &name.join("bias"));
        let (order, fan_in, fan_out) = (Order::RowMajor, 2, 2);
        visit(&Tensor { name: scale, dims: &[2], order, role: Role::Scale, fan_in, fan_out });
        visit(&Tensor { name: bias, dims: &[2], order, role: Role::Bias, fan_in, fan_out });
    }
}

#[test]
fn scales_begin_at_one() {
    for (init, scale) in [
        (Init::Default, 1.0),
        (Init::HeNormal, 1.0),
        (Init::HeUniform, 1.0),
        (Init::XavierNormal, 1.0),
        (Init::XavierUniform, 1.0),
        (Init::Zeros, 0.0),
        (Init::Constant(0.25), 0.25),
    ] {
        let mut norm = Norm { scale: [7.0; 2], bias: [7.0; 2] };
        fill(&mut norm, init, &mut Rng::new(7));
        assert_eq!(norm.scale, [scale; 2], "{init:?}");
        assert_eq!(norm.bias == [0.0; 2], init != Init::Default, "{init:?}");
    }
}
