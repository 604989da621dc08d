//! Orthogonal matrices, by the Gram-Schmidt process.

use alloc::vec;

use crate::parameters::Tensor;
use crate::scalar::Scalar;

/// How much of a vector must be left outside the span of those before it. Less is noise: of random vectors it does not
/// happen, and of a stream that repeats itself it can.
const LEAST: f64 = 1e-10;

/// Orthogonal columns, or rows where they are fewer, each as long as `gain`, made of the values of `draw` read row by row.
///
/// Of a matrix of full rank it is the same as its QR decomposition with a positive diagonal of R, which is how PyTorch makes
/// it; nothing but sums and roots is computed, so that all machines agree.
pub(super) fn fill<T: Scalar>(values: &mut [T], tensor: &Tensor<'_>, gain: f64, mut draw: impl FnMut() -> f64) {
    let rows = tensor.dims.first().copied().unwrap_or(1);
    let Some(columns) = tensor.len().checked_div(rows).filter(|columns| *columns > 0) else { return };
    let wide = rows < columns;
    let (count, length) = if wide { (rows, columns) } else { (columns, rows) };
    // Vector by vector, whichever way they lie in the tensor.
    let place = |index: usize| if wide { index } else { (index % columns) * length + index / columns };
    let mut vectors = vec![0.0; tensor.len()];
    for index in 0..vectors.len() {
        vectors[place(index)] = draw();
    }
    for i in 0..count {
        let (before, rest) = vectors.split_at_mut(i * length);
        let vector = &mut rest[..length];
        while !normalise(before, vector) {
            vector.fill_with(&mut draw);
        }
    }
    for index in 0..values.len() {
        values[tensor.place(index)] = T::from_f64(gain * vectors[place(index)]);
    }
}

/// Takes from `vector` what lies in the span of the unit vectors `before`, and makes it one itself; `false` if nothing is left.
fn normalise(before: &[f64], vector: &mut [f64]) -> bool {
    let whole = libm::sqrt(dot(vector, vector));
    // The second round takes off what the first one's rounding has left (Giraud et al., 2005).
    for _ in 0..2 {
        for unit in before.chunks_exact(vector.len()) {
            let part = dot(unit, vector);
            for (value, unit) in vector.iter_mut().zip(unit) {
                *value -= part * unit;
            }
        }
    }
    let length = libm::sqrt(dot(vector, vector));
    for value in vector.iter_mut() {
        *value /= length;
    }
    length > LEAST * whole
}

/// A sum of products, in eight parts that the processor adds side by side.
fn dot(x: &[f64], y: &[f64]) -> f64 {
    let ((xs, x_rest), (ys, y_rest)) = (x.as_chunks::<8>(), y.as_chunks::<8>());
    let mut sums = [0.0; 8];
    for (x, y) in xs.iter().zip(ys) {
        for i in 0..8 {
            sums[i] += x[i] * y[i];
        }
    }
    sums.iter().sum::<f64>() + x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::{Order, Path, Role};

    /// Unit vectors of up to a hundred values, each right to a few units of rounding.
    const ROUNDING: f64 = 1e-14;

    fn matrix<const N: usize>(rows: usize, order: Order, draw: impl FnMut() -> f64) -> [f64; N] {
        let dims = [rows, N / rows];
        let tensor =
            Tensor { name: &Path::ROOT, dims: &dims, order, role: Role::Weight, fan_in: dims[1], fan_out: rows };
        let mut values = [f64::NAN; N];
        fill(&mut values, &tensor, 2.0, draw);
        values
    }

    fn check(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < ROUNDING, "{found} {expected}");
        }
    }

    #[test]
    fn the_process_keeps_the_first_vector_and_straightens_the_rest() {
        // (3, 4), and (1, 0) without its part along it, as columns.
        let mut values = [3.0, 1.0, 4.0, 0.0].into_iter();
        let found = matrix::<4>(2, Order::RowMajor, || values.next().unwrap());
        check(&found, &[1.2, 1.6, 1.6, -1.2]);
        // The same vectors with a third value, as rows, and as columns in either order of memory.
        let mut values = [3.0, 4.0, 0.0, 1.0, 0.0, 0.0].into_iter();
        let found = matrix::<6>(2, Order::RowMajor, || values.next().unwrap());
        check(&found, &[1.2, 1.6, 0.0, 1.6, -1.2, 0.0]);
        let mut values = [3.0, 1.0, 4.0, 0.0, 0.0, 0.0].into_iter();
        let found = matrix::<6>(3, Order::RowMajor, || values.next().unwrap());
        check(&found, &[1.2, 1.6, 1.6, -1.2, 0.0, 0.0]);
        let mut values = [3.0, 1.0, 4.0, 0.0, 0.0, 0.0].into_iter();
        let found = matrix::<6>(3, Order::ColumnMajor, || values.next().unwrap());
        check(&found, &[1.2, 1.6, 0.0, 1.6, -1.2, 0.0]);
    }

    #[test]
    fn a_vector_in_the_span_of_the_others_is_drawn_again() {
        let mut values = [3.0, 6.0, 4.0, 8.0, 0.0, 0.0, 1.0, 0.0].into_iter();
        let found = matrix::<4>(2, Order::RowMajor, || values.next().unwrap());
        check(&found, &[1.2, 1.6, 1.6, -1.2]);
        assert_eq!(values.next(), None);
    }

    #[test]
    fn a_matrix_without_values_is_left_alone() {
        let dims = [0, 3];
        let (order, role) = (Order::RowMajor, Role::Weight);
        let tensor = Tensor { name: &Path::ROOT, dims: &dims, order, role, fan_in: 3, fan_out: 0 };
        fill::<f32>(&mut [], &tensor, 1.0, || 1.0);
    }
}
