//! A matrix on the heap.

/// Values row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    values: Vec<f32>,
}

impl Matrix {
    /// A matrix of given values.
    ///
    /// # Panics
    ///
    /// If there are not `rows * columns` of them.
    #[must_use]
    pub fn new(rows: usize, columns: usize, values: Vec<f32>) -> Self {
        assert_eq!(values.len(), rows * columns);
        Self { rows, columns, values }
    }

    /// A matrix of samples, one a row.
    #[must_use]
    pub fn from_rows<const N: usize>(rows: &[[f32; N]]) -> Self {
        Self::new(rows.len(), N, rows.as_flattened().to_vec())
    }

    pub(super) fn zeros(rows: usize, columns: usize) -> Self {
        Self::new(rows, columns, vec![0.0; rows * columns])
    }

    /// All values, row by row.
    #[must_use]
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    pub(super) fn values_mut(&mut self) -> &mut [f32] {
        &mut self.values
    }

    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.columns..][..self.columns]
    }

    pub(super) fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.values[row * self.columns..][..self.columns]
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// The product, with the loops in the order in which rows are added up: the one that compilers turn into vector code.
    pub(super) fn multiply(&self, other: &Self) -> Self {
        assert_eq!(self.columns, other.rows);
        let mut product = Self::zeros(self.rows, other.columns);
        for i in 0..self.rows {
            let (x, y) = (self.row(i), product.row_mut(i));
            for (j, x) in x.iter().enumerate() {
                for (y, w) in y.iter_mut().zip(other.row(j)) {
                    *y += x * w;
                }
            }
        }
        product
    }

    pub(super) fn transposed(&self) -> Self {
        let mut transposed = Self::zeros(self.columns, self.rows);
        for i in 0..self.rows {
            for j in 0..self.columns {
                transposed.values[j * self.rows + i] = self.values[i * self.columns + j];
            }
        }
        transposed
    }

    pub(super) fn map(&self, f: impl Fn(f32) -> f32) -> Self {
        Self::new(self.rows, self.columns, self.values.iter().map(|&x| f(x)).collect())
    }

    pub(super) fn zip(&self, other: &Self, f: impl Fn(f32, f32) -> f32) -> Self {
        let values = self.values.iter().zip(&other.values).map(|(&x, &y)| f(x, y)).collect();
        Self::new(self.rows, self.columns, values)
    }

    /// Softmax of every row.
    pub(super) fn softmax(&self) -> Self {
        let mut y = self.clone();
        for row in y.values.chunks_exact_mut(self.columns) {
            let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let mut sum = 0.0;
            for y in &mut *row {
                *y = (*y - largest).exp();
                sum += *y;
            }
            for y in row {
                *y /= sum;
            }
        }
        y
    }
}
