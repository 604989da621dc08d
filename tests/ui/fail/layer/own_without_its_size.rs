use static_nn::{D1, Layer, Record, Scalar, Simd, network};

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

network! {
    pub struct Net {
        input: [4],
        Dense(3), gain: Gain, Relu,
        Dense(2),
    }
}

fn main() {}
