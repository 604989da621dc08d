use static_nn::{D1, Layer, Record, Scalar, Simd, network};

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
        Dense(3), gain: Gain<3>, Relu,
        Dense(2),
    }
}

network! {
    pub struct Outer {
        input: [4],
        net: Net, Relu,
    }
}

fn main() {
    let mut net = Net::new(1);
    net.fold();
    assert!(net.forward(&[0.0; 4])[0].is_finite());
    assert!(Outer::boxed(1).forward(&[0.0; 4])[0].is_finite());
    println!("{net} {}", Outer::PARAMETERS);
}
