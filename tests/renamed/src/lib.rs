//! A program that knows the library under another name: `static_nn` does not exist here.
#![forbid(unsafe_code)]
#![deny(warnings)]

use other_name::layer::SampleRecord;
use other_name::{D1, Layer, Parameters, Scalar, Simd};

/// `y_i = factor_i x_i`
#[derive(Clone, Debug, PartialEq, Parameters)]
#[parameters(crate = other_name)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    /// What each value is multiplied with.
    pub factor: [T; N],
}

impl<T: Scalar, const N: usize> Layer<T> for Gain<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        for i in 0..N {
            y[i] = self.factor[i] * x[i];
        }
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for ((factor, x), dy) in grad.factor.iter_mut().zip(record.x).zip(dy) {
            *factor += *dy * *x;
        }
        if let Some(dx) = dx {
            *dx = std::array::from_fn(|i| dy[i] * self.factor[i]);
        }
    }
}

other_name::network! {
    /// Built-in layers, one of this program's own, and a block.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Net {
        input: [3],
        hidden: Dense(4), Tanh,
        gain: Gain<4>,
        Residual { Dense(4), Relu },
        Dense(2),
        output: [2],
    }
}

other_name::network! {
    /// From a file that the build script has left.
    #[derive(Clone, Debug, PartialEq)]
    #[weights(concat!(env!("OUT_DIR"), "/built.safetensors"), rename("fc1" = "first"))]
    pub struct Built { input: [3], first: Dense(2), Relu, fc2: Dense(1, bias = false) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use other_name::{Adam, MeanSquaredError, Workspace, optim::State};

    #[test]
    fn a_file_of_the_build_script_is_in_the_program() {
        let options = other_name::io::LoadOptions::new().rename("fc1", "first");
        let path = concat!(env!("OUT_DIR"), "/built.safetensors");
        assert_eq!(*Built::EMBEDDED, *Built::load_with(path, &options).unwrap());
        assert!(Built::EMBEDDED.as_slice().iter().any(|value| *value != 0.0));
    }

    #[test]
    fn a_network_learns_under_any_name() {
        let mut net = Net::boxed(1);
        let (mut workspace, adam) = (Workspace::new(), Adam::new(0.05));
        let mut state = State::new::<Net>(&adam);
        let (xs, ys) = ([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0]], [[1.0, -1.0], [0.0, 2.0]]);
        let mut step = || net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, MeanSquaredError).unwrap();
        let first = step();
        let last = (0..200).map(|_| step()).last().unwrap();
        assert!(last < 0.1 * first, "{first} to {last}");
    }
}
