//! Matrix times vector, and matrix times block.
//!
//! `w` is column-major: a column of `outputs` weights for each input. For one sample the vector lanes run down a column.
//! For a block the lanes are samples and the weights are broadcast; a tile of `R` rows by `V` vectors stays in registers.

#![expect(
    clippy::needless_range_loop,
    reason = "indices over const bounds unroll into registers; iterators over them need not"
)]

use fearless_simd::{Simd, SimdBase, SimdFloat};

use crate::scalar::Scalar;

/// The sizes of a dense layer.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Values in.
    pub inputs: usize,
    /// Values out.
    pub outputs: usize,
}

/// How a product over blocks walks through `w`: the weight of `row` and `column` lies at `row * row_step + column * column_step`.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    rows: usize,
    columns: usize,
    row_step: usize,
    column_step: usize,
}

impl Size {
    /// Rows are outputs, columns are inputs.
    #[must_use]
    pub fn forward(self) -> Walk {
        Walk { rows: self.outputs, columns: self.inputs, row_step: 1, column_step: self.outputs }
    }

    /// The transposed matrix: rows are inputs, columns are outputs.
    #[must_use]
    pub fn backward(self) -> Walk {
        Walk { rows: self.inputs, columns: self.outputs, row_step: self.outputs, column_step: 1 }
    }
}

/// `y = w x + b` for one sample.
#[inline(always)]
pub fn sample<S: Simd, T: Scalar>(simd: S, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let (len, outputs) = (T::Native::<S>::LEN, y.len());
    if outputs < len {
        narrow(w, b, x, y);
        return;
    }
    let mut at = 0;
    while at + 8 * len <= outputs {
        column_tile::<S, T, 8>(simd, w, b, x, y, at);
        at += 8 * len;
    }
    while at + 2 * len <= outputs {
        column_tile::<S, T, 2>(simd, w, b, x, y, at);
        at += 2 * len;
    }
    while at < outputs {
        // The last vector overlaps its neighbour and computes the same values again.
        column_tile::<S, T, 1>(simd, w, b, x, y, at.min(outputs - len));
        at += len;
    }
}

/// Fewer outputs than a vector has lanes.
#[inline(always)]
fn narrow<T: Scalar>(w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    if b.is_empty() {
        y.fill(T::ZERO);
    } else {
        y.copy_from_slice(b);
    }
    let outputs = y.len();
    for (column, &x) in w.chunks_exact(outputs).zip(x) {
        for (y, &w) in y.iter_mut().zip(column) {
            *y += w * x;
        }
    }
}

/// `V` vectors of outputs from `at` on, in two sums over the columns: one vector add alone would wait for itself.
#[inline(always)]
fn column_tile<S: Simd, T: Scalar, const V: usize>(simd: S, w: &[T], b: &[T], x: &[T], y: &mut [T], at: usize) {
    let (len, outputs) = (T::Native::<S>::LEN, y.len());
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let (mut even, mut odd) = ([zero; V], [zero; V]);
    if !b.is_empty() {
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &b[at + v * len..][..len]);
        }
    }
    let half = x.len() / 2;
    for i in 0..half {
        let x0 = T::Native::<S>::splat(simd, x[i]);
        let x1 = T::Native::<S>::splat(simd, x[half + i]);
        let (w0, w1) = (&w[i * outputs + at..], &w[(half + i) * outputs + at..]);
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &w0[v * len..][..len]).mul_add(x0, even[v]);
            odd[v] = T::Native::<S>::from_slice(simd, &w1[v * len..][..len]).mul_add(x1, odd[v]);
        }
    }
    if x.len() % 2 == 1 {
        let i = x.len() - 1;
        let x0 = T::Native::<S>::splat(simd, x[i]);
        for v in 0..V {
            even[v] = T::Native::<S>::from_slice(simd, &w[i * outputs + at + v * len..][..len]).mul_add(x0, even[v]);
        }
    }
    for v in 0..V {
        (even[v] + odd[v]).store_slice(&mut y[at + v * len..][..len]);
    }
}

/// The derivatives of [`sample`].
#[inline(always)]
pub fn sample_backward<S: Simd, T: Scalar>(
    simd: S,
    w: &[T],
    x: &[T],
    dy: &[T],
    dx: Option<&mut [T]>,
    dw: &mut [T],
    db: &mut [T],
) {
    let outputs = dy.len();
    for (db, &dy) in db.iter_mut().zip(dy) {
        *db += dy;
    }
    for (dw, &x) in dw.chunks_exact_mut(outputs).zip(x) {
        axpy::<S, T>(simd, x, dy, dw);
    }
    if let Some(dx) = dx {
        for (dx, w) in dx.iter_mut().zip(w.chunks_exact(outputs)) {
            *dx = dot::<S, T>(simd, w, dy);
        }
    }
}

/// `y += a x`.
#[inline(always)]
fn axpy<S: Simd, T: Scalar>(simd: S, a: T, x: &[T], y: &mut [T]) {
    let len = T::Native::<S>::LEN;
    let factor = T::Native::<S>::splat(simd, a);
    let (mut xs, mut ys) = (x.chunks_exact(len), y.chunks_exact_mut(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        T::Native::<S>::from_slice(simd, x).mul_add(factor, T::Native::<S>::from_slice(simd, y)).store_slice(y);
    }
    for (&x, y) in xs.remainder().iter().zip(ys.into_remainder()) {
        *y += a * x;
    }
}

/// `x · y`, in four sums: one alone would wait for itself.
#[inline(always)]
fn dot<S: Simd, T: Scalar>(simd: S, x: &[T], y: &[T]) -> T {
    let len = T::Native::<S>::LEN;
    let mut sums = [T::Native::<S>::splat(simd, T::ZERO); 4];
    let (mut xs, mut ys) = (x.chunks_exact(4 * len), y.chunks_exact(4 * len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        for v in 0..4 {
            let x = T::Native::<S>::from_slice(simd, &x[v * len..][..len]);
            sums[v] = x.mul_add(T::Native::<S>::from_slice(simd, &y[v * len..][..len]), sums[v]);
        }
    }
    let (mut xs, mut ys) = (xs.remainder().chunks_exact(len), ys.remainder().chunks_exact(len));
    for (x, y) in (&mut xs).zip(&mut ys) {
        sums[0] = T::Native::<S>::from_slice(simd, x).mul_add(T::Native::<S>::from_slice(simd, y), sums[0]);
    }
    let mut sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])).reduce_sum();
    for (&x, &y) in xs.remainder().iter().zip(ys.remainder()) {
        sum += x * y;
    }
    sum
}

/// `y = w x + b` for a run of blocks: four vectors of samples at a time, then two, then one.
#[inline(always)]
pub fn blocks<S: Simd, T: Scalar>(simd: S, walk: Walk, w: &[T], b: &[T], x: &[T], y: &mut [T]) {
    let vectors = y.len() / walk.rows / T::Native::<S>::LEN;
    let mut first = 0;
    while first + 4 <= vectors {
        rows::<S, T, 4, 4>(simd, walk, w, b, x, y, first);
        first += 4;
    }
    while first + 2 <= vectors {
        rows::<S, T, 6, 2>(simd, walk, w, b, x, y, first);
        first += 2;
    }
    while first < vectors {
        rows::<S, T, 8, 1>(simd, walk, w, b, x, y, first);
        first += 1;
    }
}

/// All rows for the `V` vectors from `first` on: `R` rows at a time, then two, then one.
#[inline(always)]
fn rows<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    first: usize,
) {
    let mut row = 0;
    while row + R <= walk.rows {
        tile::<S, T, R, V>(simd, walk, w, b, x, y, first, row);
        row += R;
    }
    while row + 2 <= walk.rows {
        tile::<S, T, 2, V>(simd, walk, w, b, x, y, first, row);
        row += 2;
    }
    while row < walk.rows {
        tile::<S, T, 1, V>(simd, walk, w, b, x, y, first, row);
        row += 1;
    }
}

/// `R` rows by `V` vectors of samples, kept in registers over all columns.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the coordinates of a tile")]
fn tile<S: Simd, T: Scalar, const R: usize, const V: usize>(
    simd: S,
    walk: Walk,
    w: &[T],
    b: &[T],
    x: &[T],
    y: &mut [T],
    first: usize,
    row: usize,
) {
    let len = T::Native::<S>::LEN;
    let per_block = T::LANES / len;
    let zero = T::Native::<S>::splat(simd, T::ZERO);
    let mut sums = [[zero; V]; R];
    if !b.is_empty() {
        for r in 0..R {
            sums[r] = [T::Native::<S>::splat(simd, b[row + r]); V];
        }
    }
    // Where each vector of samples begins, in a block of `size` values.
    let mut starts = [0; V];
    for v in 0..V {
        let (block, part) = ((first + v) / per_block, (first + v) % per_block);
        starts[v] = block * walk.columns * T::LANES + part * len;
    }
    for column in 0..walk.columns {
        let mut xs = [zero; V];
        for v in 0..V {
            xs[v] = T::Native::<S>::from_slice(simd, &x[starts[v] + column * T::LANES..][..len]);
        }
        for r in 0..R {
            let weight = T::Native::<S>::splat(simd, w[(row + r) * walk.row_step + column * walk.column_step]);
            for v in 0..V {
                sums[r][v] = xs[v].mul_add(weight, sums[r][v]);
            }
        }
    }
    for v in 0..V {
        let (block, part) = ((first + v) / per_block, (first + v) % per_block);
        for r in 0..R {
            let at = (block * walk.rows + row + r) * T::LANES + part * len;
            sums[r][v].store_slice(&mut y[at..at + len]);
        }
    }
}

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
