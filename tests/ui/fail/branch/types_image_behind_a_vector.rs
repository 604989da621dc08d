use static_nn::network;
use static_nn::{D3, Layer, Record, Scalar, Simd};

#[derive(static_nn::Parameters)]
#[repr(C)]
pub struct Blur<T> {
    gain: [T; 1],
}

impl<T: Scalar> Layer<T> for Blur<T> {
    type Input = D3<1, 2, 2, 4>;
    type Output = D3<1, 2, 2, 4>;

    fn forward<S: Simd>(&self, _: S, x: &[[[T; 2]; 2]; 1], y: &mut [[[T; 2]; 2]; 1], _: &mut [T]) {
        *y = *x;
    }

    fn backward<S: Simd>(
        &self,
        _: S,
        record: Record<'_, [[[T; 2]; 2]; 1], [[[T; 2]; 2]; 1], T>,
        dy: &[[[T; 2]; 2]; 1],
        dx: Option<&mut [[[T; 2]; 2]; 1]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        let _ = (record, dy, dx, grad);
    }
}

network! {
    pub struct Net {
        input: [1, 2, 2],
        both: Concat { { Flatten }, { blur: Blur } },
        Dense(3),
    }
}

fn main() {
    let answer: [f32; 3] = Net::new(1).forward(&[0.0; 4]);
    assert!(answer[0].is_finite());
}
