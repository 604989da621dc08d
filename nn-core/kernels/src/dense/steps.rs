//! A dense layer on every step of a sequence: of one sample step by step, of a block with all steps as blocks.

use fearless_simd::Level;

use super::{DenseKernels, Size};

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
            for (x, y) in x.chunks_exact(self.inputs).zip(y.chunks_exact_mut(self.outputs)) {
                T::dense(self.level, self.parameters, x, y);
            }
        } else {
            let (w, b) = self.parts();
            let steps = x.len() / (self.inputs * self.lanes);
            T::dense_blocks(self.level, self.size(steps), w, b, x, T::from_f64(f64::NEG_INFINITY), y);
        }
    }

    /// `dx = wᵀ dy`
    pub fn dx(&self, dy: &[T], dx: &mut [T]) {
        let (w, _) = self.parts();
        if self.is_sample() {
            for (dy, dx) in dy.chunks_exact(self.outputs).zip(dx.chunks_exact_mut(self.inputs)) {
                T::dense_backward(self.level, w, &[], dy, Some(dx), &mut [], &mut []);
            }
        } else {
            let steps = dx.len() / (self.inputs * self.lanes);
            T::dense_blocks_dx(self.level, self.size(steps), w, dy, dx);
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
