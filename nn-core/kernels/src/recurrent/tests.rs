//! Every cell at every instruction set of the machine against its formula, and backwards against differences of that.

use std::vec;
use std::vec::Vec;

use super::{Cell, Gradient, Recurrence, RecurrentKernels, Seen};
use crate::number::{Number, scalars, scalars_mut};
use crate::testing::Rng;
use fearless_simd::Level;

use crate::levels;

const CELLS: [Cell; 4] = [Cell::Lstm, Cell::Gru, Cell::Tanh, Cell::Relu];

/// Features, units, steps.
const SIZES: [[usize; 3]; 5] = [[3, 5, 4], [1, 20, 9], [2, 16, 1], [4, 33, 3], [1, 3, 37]];

/// A layer with its data, in double precision, for one sample.
struct Case {
    cell: Cell,
    inputs: usize,
    hidden: usize,
    steps: usize,
    reverse: bool,
    ih: Vec<f64>,
    hh: Vec<f64>,
    x: Vec<f64>,
    state: Vec<f64>,
    /// The weights of a sum of all that comes out, and of the last state.
    dy: Vec<f64>,
    d_state: Vec<f64>,
}

impl Case {
    fn new(cell: Cell, [inputs, hidden, steps]: [usize; 3], reverse: bool, seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let mut draw = |count: usize, size: f64| -> Vec<f64> { (0..count).map(|_| rng.normal() * size).collect() };
        let gates = cell.gates() * hidden;
        let state = cell.state() * hidden;
        Self {
            cell,
            inputs,
            hidden,
            steps,
            reverse,
            ih: draw(gates * (inputs + 1), 0.5),
            hh: draw(gates * (hidden + 1), 0.3),
            x: draw(steps * inputs, 1.0),
            state: draw(state, 0.5),
            dy: draw(steps * hidden, 1.0),
            d_state: draw(state, 1.0),
        }
    }

    /// What comes out, and the last state, by the formulas of PyTorch's documentation.
    fn formula(&self) -> (Vec<f64>, Vec<f64>) {
        let (n, gates) = (self.hidden, self.cell.gates() * self.hidden);
        let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
        let product = |w: &[f64], x: &[f64]| -> Vec<f64> {
            let bias = &w[x.len() * gates..];
            (0..gates).map(|o| bias[o] + x.iter().enumerate().map(|(i, x)| w[i * gates + o] * x).sum::<f64>()).collect()
        };
        let (mut state, mut y) = (self.state.clone(), vec![0.0; self.steps * n]);
        for i in 0..self.steps {
            let step = if self.reverse { self.steps - 1 - i } else { i };
            let a = product(&self.ih, &self.x[step * self.inputs..][..self.inputs]);
            let b = product(&self.hh, &state[..n]);
            for u in 0..n {
                let sum = |gate: usize| a[gate * n + u] + b[gate * n + u];
                state[u] = match self.cell {
                    Cell::Lstm => {
                        let c = sigmoid(sum(1)) * state[n + u] + sigmoid(sum(0)) * sum(2).tanh();
                        state[n + u] = c;
                        sigmoid(sum(3)) * c.tanh()
                    }
                    Cell::Gru => {
                        let (r, z) = (sigmoid(sum(0)), sigmoid(sum(1)));
                        let new = (a[2 * n + u] + r * b[2 * n + u]).tanh();
                        (1.0 - z) * new + z * state[u]
                    }
                    Cell::Tanh => sum(0).tanh(),
                    Cell::Relu => sum(0).max(0.0),
                };
            }
            y[step * n..][..n].copy_from_slice(&state[..n]);
        }
        (y, state)
    }

    /// The sum whose gradient is asked for.
    fn loss(&self) -> f64 {
        let (y, state) = self.formula();
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        dot(&y, &self.dy) + dot(&state, &self.d_state)
    }

    /// Its differences by each of the numbers that `of` finds.
    fn differences(&mut self, of: fn(&mut Self) -> &mut Vec<f64>) -> Vec<f64> {
        const STEP: f64 = 1e-5;
        (0..of(self).len())
            .map(|i| {
                let middle = of(self)[i];
                let mut at = |value: f64| {
                    of(self)[i] = value;
                    self.loss()
                };
                let difference = (at(middle + STEP) - at(middle - STEP)) / (2.0 * STEP);
                of(self)[i] = middle;
                difference
            })
            .collect()
    }
}

/// Numbers from the beginning of a cache line on, as blocks are.
struct Lines<T: Number>(Vec<T::Lanes>, usize);

impl<T: Number> Lines<T> {
    /// The lines of a block in which every lane is this sample, or the sample itself.
    fn of(values: &[f64], lanes: usize) -> Self {
        let mut all = Self::none(values.len() * lanes);
        all.iter_mut().zip(values.iter().flat_map(|value| vec![*value; lanes])).for_each(|(a, b)| *a = T::from_f64(b));
        all
    }

    fn none(count: usize) -> Self {
        let mut lines = Self(vec![bytemuck::Zeroable::zeroed(); count.div_ceil(T::LANES)], count);
        lines.fill(T::from_f64(f64::NAN));
        lines
    }
}

impl<T: Number> core::ops::Deref for Lines<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &scalars::<T>(&self.0)[..self.1]
    }
}

impl<T: Number> core::ops::DerefMut for Lines<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut scalars_mut::<T>(&mut self.0)[..self.1]
    }
}

fn close<T: Number>(found: &[T], expected: &[f64], lanes: usize, factor: f64, tolerance: f64) {
    let size = expected.iter().fold(1.0, |most: f64, value| most.max(value.abs()));
    for (i, found) in found.iter().enumerate() {
        let error = (found.to_f64() - factor * expected[i / lanes]).abs();
        assert!(error <= tolerance * factor * size, "{i}: {} instead of {}", found.to_f64(), expected[i / lanes]);
    }
}

/// Forward and backward, for one sample and for a block whose samples are all the same.
fn check<T: RecurrentKernels>(level: Level, case: &mut Case, tolerance: f64, gradient: f64) {
    let (y, state) = case.formula();
    let d_ih = case.differences(|case| &mut case.ih);
    let d_hh = case.differences(|case| &mut case.hh);
    let d_x = case.differences(|case| &mut case.x);
    let d_before = case.differences(|case| &mut case.state);
    for (lanes, blocks) in [(1, 1), (T::LANES, 1), (T::LANES, 2)] {
        let Case { cell, inputs, hidden, steps, reverse, .. } = *case;
        let [ih, hh] = [&case.ih, &case.hh].map(|values| Lines::<T>::of(values, 1));
        let of_blocks = |values: &[f64]| Lines::<T>::of(&values.repeat(blocks), lanes);
        // The hidden states of all blocks, and behind them the memories.
        let of_parts =
            |values: &[f64]| -> Vec<f64> { values.chunks(hidden).flat_map(|part| part.repeat(blocks)).collect() };
        let of_state = |values: &[f64]| Lines::<T>::of(&of_parts(values), lanes);
        let [x, dy] = [&case.x, &case.dy].map(|values| of_blocks(values));
        let (kept, apart) =
            (cell.kept() * steps * hidden * lanes, (cell.kept() * steps + cell.state()) * hidden * lanes);
        let layer = Recurrence { cell, inputs, hidden, steps, reverse, lanes, blocks, apart, ih: &ih, hh: &hh };
        let mut found = Lines::<T>::none(blocks * y.len() * lanes);
        let mut cache = Lines::<T>::none(blocks * apart);
        let most = cell.scratch(hidden, steps, blocks).max(cell.scratch_back(hidden, steps, blocks));
        let mut scratch = Lines::<T>::none(most * lanes + blocks * (ih.len() + hh.len() + lanes));

        let mut last = of_state(&case.state);
        T::recurrent(level, &layer, &x, &mut last, &mut found, &mut [], &mut scratch);
        close(&found, &y.repeat(blocks), lanes, 1.0, tolerance);
        close(&last, &of_parts(&state), lanes, 1.0, tolerance);
        let mut last = of_state(&case.state);
        let mut again = Lines::<T>::none(found.len());
        T::recurrent(level, &layer, &x, &mut last, &mut again, &mut cache, &mut scratch);
        assert!(*again == *found, "what is kept changes nothing");

        let before = Lines::<T>::of(&case.state, lanes);
        for block in 0..blocks {
            cache[block * apart + kept..][..before.len()].copy_from_slice(&before);
        }
        let seen = Seen { x: &x, y: &found, kept: &cache, state: &cache[kept..] };
        let (mut dx, mut to_before) = (Lines::<T>::none(x.len()), of_state(&case.d_state));
        let (mut found_ih, mut found_hh) = (Lines::<T>::none(ih.len()), Lines::<T>::none(hh.len()));
        let grad = Gradient { ih: &mut found_ih, hh: &mut found_hh, first: true };
        T::recurrent_backward(level, &layer, &seen, &dy, Some(&mut dx), &mut to_before, grad, &mut scratch);
        let samples = (lanes * blocks) as f64;
        close(&found_ih, &d_ih, 1, samples, gradient);
        close(&found_hh, &d_hh, 1, samples, gradient);
        close(&dx, &d_x.repeat(blocks), lanes, 1.0, gradient);
        close(&to_before, &of_parts(&d_before), lanes, 1.0, gradient);

        // A second time it is added to.
        let (once_ih, once_hh) = (found_ih.to_vec(), found_hh.to_vec());
        let mut to_before = of_state(&case.d_state);
        let grad = Gradient { ih: &mut found_ih, hh: &mut found_hh, first: false };
        T::recurrent_backward(level, &layer, &seen, &dy, None, &mut to_before, grad, &mut scratch);
        for (twice, once) in found_ih.iter().zip(&once_ih).chain(found_hh.iter().zip(&once_hh)) {
            let expected = 2.0 * once.to_f64();
            assert!((twice.to_f64() - expected).abs() <= tolerance * 100.0 * (1.0 + expected.abs()));
        }
    }
}

#[test]
fn a_cell_is_its_formula_forward_and_back() {
    for (seed, cell) in CELLS.into_iter().enumerate() {
        for sizes in SIZES {
            for reverse in [false, true] {
                let mut case = Case::new(cell, sizes, reverse, seed as u64);
                for level in levels() {
                    check::<f32>(level, &mut case, 2e-6, 3e-5);
                    check::<f64>(level, &mut case, 1e-13, 1e-7);
                }
            }
        }
    }
}

#[test]
fn saturated_cells_stay_finite_for_ten_thousand_steps() {
    for cell in CELLS {
        // Sums so large that every gate is shut or open.
        let mut case = Case::new(cell, [2, 16, 10_000], false, 7);
        let most = if cell == Cell::Relu { 0.1 } else { 300.0 };
        case.ih.iter_mut().for_each(|w| *w *= most);
        case.hh.iter_mut().for_each(|w| *w *= if cell == Cell::Relu { 0.1 } else { most });
        let [ih, hh, x, mut state] =
            [&case.ih, &case.hh, &case.x, &case.state].map(|values| Lines::<f32>::of(values, 1));
        let layer = Recurrence {
            cell,
            inputs: 2,
            hidden: 16,
            steps: 10_000,
            reverse: false,
            lanes: 1,
            blocks: 1,
            apart: 0,
            ih: &ih,
            hh: &hh,
        };
        for level in levels() {
            let mut y = vec![f32::NAN; 160_000];
            let mut scratch = vec![f32::NAN; cell.scratch(16, 10_000, 1)];
            f32::recurrent(level, &layer, &x, &mut state, &mut y, &mut [], &mut scratch);
            assert!(y.iter().all(|y| y.is_finite() && !y.is_subnormal()), "{cell:?} at {level:?}");
        }
    }
}
