use static_nn::network;
use static_nn::{D1, Layer, Parameters, Path, Record, Scalar, Simd, Tensor};

#[repr(C)]
pub struct Gain<T, const N: usize> {
    gain: [T; N],
}

// SAFETY: an array of scalars.
unsafe impl<T: Scalar, const N: usize> Parameters<T> for Gain<T, N> {
    const PARAMETERS: usize = N;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        <[T; N]>::tensors(&name.join("gain"), visit);
    }
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
    #[weights("./model.safetensors")]
    pub struct Net {
        input: [3],
        gain: Gain<3>,
        fc1: Dense(2), Relu,
        fc2: Dense(1, bias = false),
    }
}

fn main() {
    let net: &'static Net = Net::EMBEDDED;
    assert!(net.forward(&[0.0; 3])[0].is_finite());
}
