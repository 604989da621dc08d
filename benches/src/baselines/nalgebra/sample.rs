//! One sample, with all sizes known to the compiler.

use nalgebra::{SMatrix, SVector};

/// Three dense layers.
#[derive(Clone)]
pub struct Three<const A: usize, const B: usize, const C: usize, const D: usize> {
    w1: SMatrix<f32, B, A>,
    b1: SVector<f32, B>,
    w2: SMatrix<f32, C, B>,
    b2: SVector<f32, C>,
    w3: SMatrix<f32, D, C>,
    b3: SVector<f32, D>,
}

impl<const A: usize, const B: usize, const C: usize, const D: usize> Three<A, B, C, D> {
    /// The layers with these parameters.
    ///
    /// # Panics
    ///
    /// If there are too few.
    #[must_use]
    pub fn new(parameters: &[f32]) -> Box<Self> {
        let mut rest = parameters;
        let mut take = |count| {
            let (front, behind) = rest.split_at(count);
            rest = behind;
            front
        };
        Box::new(Self {
            w1: SMatrix::from_column_slice(take(A * B)),
            b1: SVector::from_column_slice(take(B)),
            w2: SMatrix::from_column_slice(take(B * C)),
            b2: SVector::from_column_slice(take(C)),
            w3: SMatrix::from_column_slice(take(C * D)),
            b3: SVector::from_column_slice(take(D)),
        })
    }

    /// The answer to one sample, with `activation` between the layers.
    #[inline]
    #[expect(clippy::op_ref, reason = "the value would be a copy of the matrix")]
    pub fn forward(&self, x: &SVector<f32, A>, activation: impl Fn(f32) -> f32) -> SVector<f32, D> {
        let h1 = (&self.w1 * x + self.b1).map(&activation);
        let h2 = (&self.w2 * h1 + self.b2).map(&activation);
        &self.w3 * h2 + self.b3
    }

    /// The same with softmax behind it.
    #[inline]
    pub fn softmax(&self, x: &SVector<f32, A>, activation: impl Fn(f32) -> f32) -> SVector<f32, D> {
        let y = self.forward(x, activation);
        let largest = y.max();
        let exp = y.map(|y| (y - largest).exp());
        exp / exp.sum()
    }
}
