use static_nn::layer::SampleRecord;
use static_nn::{D1, Layer, Parameters, Scalar, Simd, network};

#[derive(Parameters)]
#[repr(C)]
pub struct First<T, const N: usize> {
    gain: [T; N],
}

impl<T: Scalar, const N: usize> Layer<T> for First<T, N> {
    type Input = D1<3>;
    type Output = D1<N>;

    fn forward<S: Simd>(&self, _: S, x: &[T; 3], y: &mut [T; N], _: &mut [T]) {
        y.copy_from_slice(&x[..N]);
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        _: SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; 3]>,
        _: &mut Self,
        _: &mut [T],
    ) {
        if let Some(dx) = dx {
            dx[..N].copy_from_slice(dy);
        }
    }
}

network! {
    pub struct Net {
        input: [3],
        first: self::First<0>,
        Relu,
    }
}

fn main() {}
