//! The gradient of the weights: a sum over samples, which are lanes.

use fearless_simd::{Simd, SimdBase, SimdFloat};

use super::Size;
use crate::scalar::Scalar;

/// Outputs that [`weight_gradient`] takes at a time.
const OUTPUTS: usize = 64;
/// Samples that [`weight_gradient`] takes at a time.
const SAMPLES: usize = 64;

/// `dw += dy xᵀ` and `db += dy`, sample after sample for each weight.
///
/// The lanes of a block are samples, but a sum over samples wants them one after the other: `dy` is transposed
/// once, by pieces that stay in the first-level cache, and the lanes then run across outputs.
#[inline(always)]
pub fn weight_gradient<S: Simd, T: Scalar>(simd: S, size: Size, x: &[T], dy: &[T], dw: &mut [T], db: &mut [T]) {
    let Size { inputs, outputs } = size;
    let blocks = dy.len() / (outputs * T::LANES);
    let step = SAMPLES / T::LANES;
    let mut columns = [[T::ZERO; OUTPUTS]; SAMPLES];
    for from in (0..blocks).step_by(step) {
        let count = step.min(blocks - from);
        let x = &x[from * inputs * T::LANES..][..count * inputs * T::LANES];
        for output in (0..outputs).step_by(OUTPUTS) {
            let width = OUTPUTS.min(outputs - output);
            for block in 0..count {
                let dy = &dy[((from + block) * outputs + output) * T::LANES..][..width * T::LANES];
                for (o, lanes) in dy.chunks_exact(T::LANES).enumerate() {
                    for (s, &value) in lanes.iter().enumerate() {
                        columns[block * T::LANES + s][o] = value;
                    }
                }
            }
            let columns = &columns[..count * T::LANES];
            if !db.is_empty() {
                let db = &mut db[output..output + width];
                for column in columns {
                    for (db, &dy) in db.iter_mut().zip(column) {
                        *db += dy;
                    }
                }
            }
            let len = T::Native::<S>::LEN;
            let mut at = 0;
            while at < width {
                let piece = Piece { columns, at, output: output + at, width: width - at };
                at += if width - at > 2 * len {
                    piece.add::<S, 4>(simd, size, x, dw);
                    4 * len
                } else {
                    piece.add::<S, 2>(simd, size, x, dw);
                    2 * len
                };
            }
        }
    }
}

/// A run of outputs of the transposed `dy`.
struct Piece<'a, T> {
    columns: &'a [[T; OUTPUTS]],
    /// The first output, within the columns.
    at: usize,
    /// The first output, within the layer.
    output: usize,
    /// Outputs from `at` on.
    width: usize,
}

impl<T: Scalar> Piece<'_, T> {
    /// Adds the piece's part of every weight's gradient, four inputs by `V` vectors of outputs at a time.
    #[inline(always)]
    fn add<S: Simd, const V: usize>(&self, simd: S, size: Size, x: &[T], dw: &mut [T]) {
        let mut input = 0;
        while input + 4 <= size.inputs {
            self.tile::<S, 4, V>(simd, size, x, dw, input);
            input += 4;
        }
        while input < size.inputs {
            self.tile::<S, 1, V>(simd, size, x, dw, input);
            input += 1;
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const R: usize, const V: usize>(&self, simd: S, size: Size, x: &[T], dw: &mut [T], input: usize) {
        let len = T::Native::<S>::LEN;
        let width = self.width.min(V * len);
        // Each sum goes on from where the gradient stands, so that its rounding does not depend on how a batch is cut.
        let mut sums = [[T::Native::<S>::splat(simd, T::ZERO); V]; R];
        for r in 0..R {
            let dw = &dw[(input + r) * size.outputs + self.output..][..width];
            for (sum, dw) in sums[r].iter_mut().zip(dw.chunks(len)) {
                if dw.len() == len {
                    *sum = T::Native::<S>::from_slice(simd, dw);
                } else {
                    sum.as_mut_slice()[..dw.len()].copy_from_slice(dw);
                }
            }
        }
        for (block, columns) in self.columns.chunks_exact(T::LANES).enumerate() {
            let x = &x[(block * size.inputs + input) * T::LANES..][..R * T::LANES];
            for (s, column) in columns.iter().enumerate() {
                let column = &column[self.at..];
                let mut dys = [T::Native::<S>::splat(simd, T::ZERO); V];
                for v in 0..V {
                    // The columns are `OUTPUTS` wide, so whole vectors lie within them, behind the last output too.
                    dys[v] = T::Native::<S>::from_slice(simd, &column[v * len..][..len]);
                }
                for r in 0..R {
                    let x = T::Native::<S>::splat(simd, x[r * T::LANES + s]);
                    for v in 0..V {
                        sums[r][v] = dys[v].mul_add(x, sums[r][v]);
                    }
                }
            }
        }
        for r in 0..R {
            let dw = &mut dw[(input + r) * size.outputs + self.output..][..width];
            for (sum, dw) in sums[r].iter().zip(dw.chunks_mut(len)) {
                dw.copy_from_slice(&sum.as_slice()[..dw.len()]);
            }
        }
    }
}
