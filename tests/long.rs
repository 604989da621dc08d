//! A list that is longer than one generated function: the same network as two of half the length, one behind the other.
#![expect(clippy::float_cmp, reason = "the same computation gives the same numbers")]

use static_nn::{MeanSquaredError, Network, Workspace, gradcheck, network};

/// The size of the seams, an expression: rustc adds up what the parts of the list keep.
const WIDTH: usize = 3;

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Long {
        input: [WIDTH],
        Repeat(66) { Dense(WIDTH), Tanh, Residual { Mish } },
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    struct Half {
        input: [WIDTH],
        Repeat(33) { Dense(WIDTH), Tanh, Residual { Mish } },
    }
}

network! {
    struct Halves {
        input: [WIDTH],
        Half,
        Half,
    }
}

network! {
    #[derive(Clone)]
    struct Mixed {
        input: [1, 2, 2],
        Repeat(70) { LeakyRelu },
        Flatten,
        Repeat(10) { Residual { Dense(4) }, Dropout(p = 0.1) },
    }
}

#[test]
fn the_parts_of_a_long_list_are_one_network() {
    let long = Long::boxed(3);
    let mut halves = Halves::zeroed_boxed();
    halves.as_mut_slice().copy_from_slice(long.as_slice());
    assert_eq!(Long::MACS, Halves::MACS);

    let xs: [[f32; WIDTH]; 20] = core::array::from_fn(|i| [0.1, -0.2, 0.05 * i as f32]);
    let mut ys = [[[0.0; WIDTH]; 20]; 2];
    long.forward_batch(&xs, &mut ys[0]).unwrap();
    halves.forward_batch(&xs, &mut ys[1]).unwrap();
    assert_eq!(ys[0], ys[1]);
    assert_eq!(long.forward(&xs[7]), halves.forward(&xs[7]));

    let (mut one, mut two) = (Workspace::new(), Workspace::new());
    let gradient = long.gradient_batch(&mut one, &xs, &ys[0].map(|y| y.map(|v| v + 1.0)), MeanSquaredError).unwrap();
    let expected = halves.gradient_batch(&mut two, &xs, &ys[0].map(|y| y.map(|v| v + 1.0)), MeanSquaredError).unwrap();
    assert_eq!(gradient.as_slice(), expected.as_slice());
    assert!(gradient.as_slice().iter().all(|value| value.is_finite()) && gradient.as_slice()[0] != 0.0);
}

#[test]
fn the_gradient_of_a_long_list_is_that_of_its_function() {
    // Many rounds of rounding lie between a parameter and the answer.
    const TOLERANCE: f64 = 1e-6;
    let mut net = <Mixed<f64> as Network<f64>>::new(5);
    let report = gradcheck::layer(&mut net, &[[0.1, 0.2, 0.3, 0.9], [0.4, 1.0, 0.1, 0.2]], 42);
    assert!(report.worst() < TOLERANCE, "{report}");
}
