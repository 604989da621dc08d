use static_nn::{D1, Layer, Record, Simd, network};

#[derive(static_nn::Parameters)]
#[repr(C)]
pub struct Gain<T, const N: usize> {
    gain: [T; N],
}

impl<const N: usize> Layer<f32> for Gain<f32, N> {
    type Input = D1<N>;
    type Output = D1<N>;

    fn forward<S: Simd>(&self, _: S, x: &[f32; N], y: &mut [f32; N], _: &mut [f32]) {
        for i in 0..N {
            y[i] = x[i] * self.gain[i];
        }
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: Record<'_, [f32; N], [f32; N], f32>,
        dy: &[f32; N],
        dx: Option<&mut [f32; N]>,
        grad: &mut Self,
        _: &mut [f32],
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
        Dense(3), gain: Gain<3>, Relu,
        Dense(2),
    }
}

fn main() {}
