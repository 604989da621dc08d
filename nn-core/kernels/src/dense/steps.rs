//! A dense layer on every step of a sequence: of one sample step by step, of a block with all steps as blocks.

use fearless_simd::{Level, Simd, SimdBase, SimdFloat};

use super::tile::load;
use super::{DenseKernels, Size, plain};
use crate::number::Number;

/// `y = w x + b` for the steps of one sample, each the same to the bit as by itself: a stream may take it so.
///
/// A step alone loads each weight for one multiply-add. So as many as can be go together.
pub fn steps<T: DenseKernels>(level: Level, parameters: &[T], [inputs, outputs]: [usize; 2], x: &[T], y: &mut [T]) {
    let done = T::dense_together(level, parameters, [inputs, outputs], x, y);
    for (x, y) in x.chunks_exact(inputs).zip(y.chunks_exact_mut(outputs)).skip(done) {
        T::dense(level, parameters, x, y);
    }
}

/// As many of the first steps as fill tiles in which the sums of a step have the order that they have by themselves; answers how many.
#[inline(always)]
pub(super) fn together<S: Simd, T: Number>(
    simd: S,
    parameters: &[T],
    sizes: [usize; 2],
    x: &[T],
    y: &mut [T],
) -> usize {
    let tiles = |vectors: usize| sizes[1].is_multiple_of(vectors * T::Native::<S>::LEN);
    // 32 registers hold six steps of four vectors, 16 hold three of four.
    if const { !plain::<S, T>() && size_of::<T::Native<S>>() == 64 } && tiles(4) {
        some::<S, T, 6, 4, 2>(simd, parameters, sizes, x, y)
    } else if const { !plain::<S, T>() && size_of::<T::Native<S>>() == 32 } && tiles(8) {
        some::<S, T, 3, 4, 1>(simd, parameters, sizes, x, y)
    } else {
        0
    }
}

/// As many steps as fill tiles of `R`, by `V` vectors of outputs, each step in `P` sums over runs of columns.
#[inline(always)]
fn some<S: Simd, T: Number, const R: usize, const V: usize, const P: usize>(
    simd: S,
    parameters: &[T],
    [inputs, outputs]: [usize; 2],
    x: &[T],
    y: &mut [T],
) -> usize {
    let (len, run) = (T::Native::<S>::LEN, inputs / P);
    let (w, b) = parameters.split_at(inputs * outputs);
    let tiles = x.chunks_exact(R * inputs).zip(y.chunks_exact_mut(R * outputs));
    let done = tiles.len() * R;
    for (x, y) in tiles {
        for at in (0..outputs).step_by(V * len) {
            for p in 0..P {
                let mut sums = [[T::Native::<S>::splat(simd, T::ZERO); V]; R];
                if p == 0 && !b.is_empty() {
                    sums = [load(simd, &b[at..][..V * len], (V - 1) * len); R];
                }
                // The columns that no run has are added one to a sum.
                let left = P * run + p;
                let columns = (p * run..(p + 1) * run).chain(left..inputs.min(left + 1));
                for column in columns {
                    let weights: [T::Native<S>; V] = load(simd, &w[column * outputs + at..][..V * len], (V - 1) * len);
                    for r in 0..R {
                        let x = T::Native::<S>::splat(simd, x[r * inputs + column]);
                        for v in 0..V {
                            sums[r][v] = weights[v].mul_add(x, sums[r][v]);
                        }
                    }
                }
                for r in 0..R {
                    let y = &mut y[r * outputs + at..][..V * len];
                    for v in 0..V {
                        let y = &mut y[v * len..][..len];
                        let sum = if p == 0 { sums[r][v] } else { T::Native::<S>::from_slice(simd, y) + sums[r][v] };
                        sum.store_slice(y);
                    }
                }
            }
        }
    }
    done
}

/// A dense layer on lines, which are values of one sample, or of all samples of a block.
#[derive(Clone, Copy, Debug)]
pub struct OfLines<'a, T> {
    /// The vector instructions to use.
    pub level: Level,
    /// The weights, and behind them the biases, if there are any.
    pub parameters: &'a [T],
    /// Lines that go in for each step.
    pub inputs: usize,
    /// Lines that come out.
    pub outputs: usize,
    /// Values of a line.
    pub lanes: usize,
}

impl<T: DenseKernels> OfLines<'_, T> {
    fn parts(&self) -> (&[T], &[T]) {
        self.parameters.split_at(self.inputs * self.outputs)
    }

    fn size(&self, steps: usize) -> Size {
        Size { inputs: self.inputs, outputs: self.outputs, samples: steps * self.lanes }
    }

    fn is_sample(&self) -> bool {
        self.lanes == 1
    }

    /// `y = w x + b` for as many steps as there are.
    pub fn forward(&self, x: &[T], y: &mut [T]) {
        if self.is_sample() {
            steps(self.level, self.parameters, [self.inputs, self.outputs], x, y);
        } else {
            let (w, b) = self.parts();
            let steps = x.len() / (self.inputs * self.lanes);
            T::dense_blocks(self.level, self.size(steps), w, b, x, T::from_f64(f64::NEG_INFINITY), y);
        }
    }

    /// `dx = wᵀ dy` for as many steps as there are in `dx`. Those of `dy` are so many lines `apart`.
    pub fn dx(&self, dy: &[T], apart: usize, dx: &mut [T]) {
        let (w, _) = self.parts();
        if self.is_sample() {
            for (dy, dx) in dy.chunks(apart).zip(dx.chunks_exact_mut(self.inputs)) {
                T::dense_backward(self.level, w, &[], &dy[..self.outputs], Some(dx), &mut [], &mut []);
            }
        } else {
            let steps = dx.len() / (self.inputs * self.lanes);
            T::dense_blocks_dx(self.level, self.size(steps), w, dy, apart, dx);
        }
    }

    /// `dw += dy xᵀ`, `db += dy`; `=` if it is the `first` time.
    pub fn dw(&self, x: &[T], dy: &[T], first: bool, grad: &mut [T]) {
        let (dw, db) = grad.split_at_mut(self.inputs * self.outputs);
        if self.is_sample() {
            if first {
                dw.fill(T::ZERO);
                db.fill(T::ZERO);
            }
            for (x, dy) in x.chunks_exact(self.inputs).zip(dy.chunks_exact(self.outputs)) {
                T::dense_backward(self.level, &[], x, dy, None, dw, db);
            }
        } else {
            let steps = x.len() / (self.inputs * self.lanes);
            T::dense_blocks_dw(self.level, self.size(steps), x, dy, first, dw, db);
        }
    }
}
