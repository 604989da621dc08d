//! A network that is saturated: its gradient has no subnormal numbers, for which a processor takes a hundred times as long, and what is
//! not finite stays so.

use static_nn::init::Rng;
use static_nn::prelude::*;
use static_nn::{Number, network};

macro_rules! networks {
    ($($Name:ident: $Activation:ident, $($end:ident)?;)*) => {$(
        network! {
            pub struct $Name { input: [4], first: Dense(20), $Activation, second: Dense(17), $Activation, Dense(3), $($end)? }
        }
    )*};
}

networks! {
    WithRelu: Relu,;
    WithGelu: Gelu,;
    WithSilu: Silu,;
    WithMish: Mish,;
    WithSigmoid: Sigmoid,;
    WithSoftplus: Softplus,;
    ToSoftmax: Tanh, Softmax;
    ToSigmoid: Elu, Sigmoid;
}

network! {
    pub struct OfImages {
        input: [1, 2, 2],
        first: Conv2d(20, kernel = 2, padding = 1), Relu,
        second: Conv2d(17, kernel = 3, padding = same), Silu,
        AvgPool2d(2, stride = 1),
        ConvTranspose2d(4, kernel = 2, stride = 2), Gelu,
        Flatten, Dense(3),
    }
}

/// Weights that are up to a thousand times as large as they should be, and as many units as there are far out.
macro_rules! check {
    ($Name:ident, $loss:expr, $target:expr) => {
        let mut rng = Rng::new(5);
        let xs: Vec<[f32; 4]> = (0..40).map(|_| std::array::from_fn(|_| f32::from_f64(rng.normal()))).collect();
        let mut workspace = Workspace::new();
        let mut seen = 0;
        for factor in [1.0, 3.0, 10.0, 30.0, 60.0, 100.0, 300.0, 1000.0] {
            for shift in [0.0, -15.0, -45.0, -85.0, -100.0, 90.0] {
                let mut net = $Name::boxed(7);
                net.as_mut_slice().iter_mut().for_each(|w| *w *= factor);
                net.first.bias.fill(shift);
                net.second.bias.fill(shift);
                let targets = [$target; 40];
                let gradient: &$Name = net.gradient_batch(&mut workspace, &xs, &targets, $loss).expect("a batch");
                for value in gradient.as_slice() {
                    assert!(!value.is_subnormal(), "{}, {factor}, {shift}: {value:e}", stringify!($Name));
                    seen += usize::from(*value != 0.0);
                }
            }
        }
        assert!(seen > 0, "{}", stringify!($Name));
        let mut net = $Name::boxed(7);
        net.second.weight[(3, 3)] = f32::NAN;
        let gradient: &$Name = net.gradient_batch(&mut workspace, &xs, &[$target; 40], $loss).expect("a batch");
        assert!(gradient.as_slice().iter().any(|value| value.is_nan()), "{}", stringify!($Name));
    };
}

#[test]
fn no_gradient_has_a_subnormal_number() {
    check!(WithRelu, CrossEntropy, 1_u8);
    check!(WithGelu, CrossEntropy, [0.0_f32, 0.5, 0.5]);
    check!(WithSilu, MeanSquaredError, [1e-20_f32, 0.5, 0.5]);
    check!(WithMish, BinaryCrossEntropy, [0.0_f32, 1.0, 1.0]);
    check!(WithSigmoid, CrossEntropy, 2_u8);
    check!(WithSoftplus, Weighted(SumSquaredError), ([0.0_f32, 0.5, 0.5], 1e-36_f32));
    check!(ToSoftmax, MeanSquaredError, [0.0_f32, 0.0, 1.0]);
    check!(OfImages, CrossEntropy, 1_u8);
    check!(ToSigmoid, BinaryCrossEntropyOfProbabilities, [true, false, true]);
}
