//! A layer of a third party, alone, inside a block, and between sizes that only rustc knows.
#![deny(warnings)]
#![forbid(unsafe_code)]
use static_nn::network;
use static_nn::{D1, Layer, Record, Scalar, Simd};

#[derive(static_nn::Parameters)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    gain: [T; N],
}

impl<T: Scalar, const N: usize> Layer<T> for Gain<T, N> {
    type Input = D1<N>;
    type Output = D1<N>;

    fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        for i in 0..N {
            y[i] = x[i] * self.gain[i];
        }
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: Record<'_, [T; N], [T; N], T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for i in 0..N {
            grad.gain[i] += dy[i] * record.x[i];
        }
        if let Some(dx) = dx {
            for i in 0..N {
                dx[i] = dy[i] * self.gain[i];
            }
        }
    }
}

const N: usize = 4;

network! {
    pub struct Net {
        input: [4],
        Gain<4>, gain: self::Gain<N>, Relu, Gain<{ 2 * 2 }>,
        Residual { crate::Gain<4>, Dense(4) },
        fc: Dense(4 -> N), Dense(3),
        tail: Gain<3>,
        output: [3],
    }
}

const WIDTH: usize = 4;

/// A list out of a macro, whose layers are known by where the macro is.
macro_rules! list {
    ($Name:ident, $layer:path, $width:expr) => {
        network! {
            struct $Name { input: [4], $crate::Gain<4>, named: $crate::Gain<{ $crate::WIDTH }>, $layer, last: Gain<$width> }
        }
    };
}

list!(Listed, crate::Gain<4>, { WIDTH });

fn main() {
    let listed = Listed::new(1);
    let gains = [&listed.gain1, &listed.named, &listed.gain2, &listed.last].map(|layer| layer.gain);
    let product: [f32; 4] = std::array::from_fn(|i| gains.iter().map(|gain| gain[i]).product());
    assert_eq!(listed.forward(&[1.0; 4]), product);
    let net = Net::new(1);
    assert_eq!(net.gain1.gain.len(), 4);
    assert_eq!(net.forward(&[0.0; 4]).len(), 3);
    let mut answers = [[0.0; 3]; 5];
    net.forward_batch(&[[0.5; 4]; 5], &mut answers).expect("as many answers as samples");
    assert_eq!(answers[4], answers[0]);
}
