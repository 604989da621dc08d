//! Recurrent layers: a step of each needs what the step before has left.
//!
//! A step is two products, of what comes in (`ih`) and of the hidden state (`hh`), and a few functions of both (`cell`). The products are
//! those of dense layers. What comes in is known for all steps at once, so its product takes many steps at a time; only the other one
//! waits for the step before.
//!
//! Everything here is on *lines*: a value of one sample, or of all samples of a block. The steps of one sample, or of one block, lie one
//! after the other.

mod backward;
mod cell;
mod forward;
#[cfg(test)]
mod tests;

use fearless_simd::{Level, Simd};

pub use backward::step as cell_step_back;
pub use cell::{Cell, Gru, Kind, Lstm, Relu, Tanh};
pub use forward::step as cell_step_kept;

use crate::dense::OfLines;
use crate::number::Number;

kernels! {
    /// Recurrent layers.
    trait RecurrentKernels

    /// One step behind its products: `a` of what comes in, `b` of the hidden state.
    fn cell_step(level: Level, cell: Cell, step: Step<'_, Self>) {
        match cell {
            Cell::Lstm => dispatch!(plain Self: level, simd => forward::step::<_, Self, Lstm>(simd, step)),
            Cell::Gru => dispatch!(plain Self: level, simd => forward::step::<_, Self, Gru>(simd, step)),
            Cell::Tanh => dispatch!(plain Self: level, simd => forward::step::<_, Self, Tanh>(simd, step)),
            Cell::Relu => dispatch!(plain Self: level, simd => forward::step::<_, Self, Relu>(simd, step)),
        }
    }

    /// Back through one step: what each product is to change by.
    fn cell_step_back(level: Level, cell: Cell, step: StepBack<'_, Self>) {
        match cell {
            Cell::Lstm => dispatch!(plain Self: level, simd => backward::step::<_, Self, Lstm>(simd, step)),
            Cell::Gru => dispatch!(plain Self: level, simd => backward::step::<_, Self, Gru>(simd, step)),
            Cell::Tanh => dispatch!(plain Self: level, simd => backward::step::<_, Self, Tanh>(simd, step)),
            Cell::Relu => dispatch!(plain Self: level, simd => backward::step::<_, Self, Relu>(simd, step)),
        }
    }

    /// All steps of one sample, or of some blocks: writes `y`, and leaves in `state` that of the last step, the hidden state of all blocks and
    /// behind it their memories. `kept` has what [`recurrent_backward`](Self::recurrent_backward) wants, or is empty.
    fn recurrent(
        level: Level, layer: &Recurrence<'_, Self>, x: &[Self], state: &mut [Self], y: &mut [Self], kept: &mut [Self],
        scratch: &mut [Self],
    ) {
        forward::all(level, layer, x, state, y, kept, scratch);
    }

    /// Back through all steps. `d_state` is the gradient with respect to the state of the last step, and then that with respect to the
    /// state before the first, in the order of `state`. The gradients of the products are added to, or written if it is the `first` time.
    fn recurrent_backward(
        level: Level, layer: &Recurrence<'_, Self>, seen: &Seen<'_, Self>, dy: &[Self], dx: Option<&mut [Self]>,
        d_state: &mut [Self], grad: Gradient<'_, Self>, scratch: &mut [Self],
    ) {
        backward::all(level, layer, seen, dy, dx, d_state, grad, scratch);
    }
}

/// A recurrent layer.
#[derive(Clone, Copy, Debug)]
pub struct Recurrence<'a, T> {
    /// What it does behind its products.
    pub cell: Cell,
    /// Features of what comes in.
    pub inputs: usize,
    /// Units: features of what comes out.
    pub hidden: usize,
    /// Steps of a sample.
    pub steps: usize,
    /// Whether the last step comes first.
    pub reverse: bool,
    /// Values of a line: one sample, or the lanes of a block.
    pub lanes: usize,
    /// Blocks that take each step together, so that a weight that is loaded serves them all: eight at most.
    pub blocks: usize,
    /// Values from what is kept of a block to what is kept of the next.
    pub apart: usize,
    /// The weights of what comes in, and then the biases.
    pub ih: &'a [T],
    /// The same of the hidden state.
    pub hh: &'a [T],
}

/// What a layer has seen and kept.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a, T> {
    /// What came in.
    pub x: &'a [T],
    /// What came out.
    pub y: &'a [T],
    /// What was kept.
    pub kept: &'a [T],
    /// The state before the first step: of a block the hidden state and behind it the memory, and the next block as far apart as of `kept`.
    pub state: &'a [T],
}

/// The gradients of both products.
#[derive(Debug)]
pub struct Gradient<'a, T> {
    /// Of what comes in.
    pub ih: &'a mut [T],
    /// Of the hidden state.
    pub hh: &'a mut [T],
    /// Whether nothing has been added to them yet.
    pub first: bool,
}

/// One step of a cell.
#[derive(Debug)]
pub struct Step<'a, T> {
    /// The product of what comes in: all units of a gate, gate by gate.
    pub a: &'a [T],
    /// The product of the hidden state.
    pub b: &'a [T],
    /// The hidden state of the step before, and then of this one.
    pub h: &'a mut [T],
    /// The same of the memory of a cell that has one.
    pub memory: &'a mut [T],
    /// What comes out: the hidden state.
    pub y: &'a mut [T],
    /// What backward wants, or nothing.
    pub kept: &'a mut [T],
}

/// One step of a cell, backwards.
#[derive(Debug)]
pub struct StepBack<'a, T> {
    /// What the step kept.
    pub kept: &'a [T],
    /// What the cell remembered of the step before.
    pub before: &'a [T],
    /// What came out.
    pub y: &'a [T],
    /// The gradient with respect to what comes out, by way of the layer behind.
    pub dy: &'a [T],
    /// The same by way of the next step.
    pub dh: &'a [T],
    /// The gradient with respect to a memory of its own.
    pub dc: &'a [T],
    /// That of what the cell remembered of the step before, beside what comes by way of `db`.
    pub d_before: &'a mut [T],
    /// The gradient with respect to the product of what comes in.
    pub da: &'a mut [T],
    /// The same of the hidden state; empty if it is that of `da`.
    pub db: &'a mut [T],
}

/// Steps whose product of what comes in is computed at a time, of all blocks.
const TOGETHER: usize = 8;

/// Steps whose gradients wait for those of the weights.
const WAITING: usize = 16;

impl<T: Number> Recurrence<'_, T> {
    /// Values of a line of units.
    const fn units(&self) -> usize {
        self.hidden * self.lanes
    }

    /// Values of all gates of a step.
    const fn gates(&self) -> usize {
        self.cell.gates() * self.units()
    }

    /// Both products.
    const fn products(&self, level: Level) -> [OfLines<'_, T>; 2] {
        let (outputs, lanes) = (self.cell.gates() * self.hidden, self.lanes);
        [
            OfLines { level, parameters: self.ih, inputs: self.inputs, outputs, lanes },
            OfLines { level, parameters: self.hh, inputs: self.hidden, outputs, lanes },
        ]
    }

    /// The memory that was kept of a step of a block, of a cell that has one: the line before the last.
    #[must_use]
    pub fn kept_memory<'k>(&self, kept: &'k [T], step: usize) -> &'k [T] {
        let (units, lines) = (self.units(), self.cell.kept());
        &kept[(step * lines + lines - 2) * units..][..units]
    }

    /// Values of the gradient of a block, in whole lines; one sample has none of its own.
    const fn gradient(&self) -> usize {
        if self.lanes > 1 { (self.ih.len() + self.hh.len()).next_multiple_of(self.lanes) } else { 0 }
    }

    /// The step that comes as number `i`.
    const fn step(&self, i: usize) -> usize {
        if self.reverse { self.steps - 1 - i } else { i }
    }
}

impl Cell {
    /// Values a unit of the state: the hidden state, and behind it a memory of its own if the cell has one.
    #[must_use]
    pub const fn state(self) -> usize {
        1 + self.memories()
    }

    /// Values of the scratch of a forward pass of so many blocks, in lines.
    #[must_use]
    pub const fn scratch(self, hidden: usize, steps: usize, blocks: usize) -> usize {
        let together = TOGETHER / blocks;
        let together = if steps < together { steps } else { together };
        (together + 1) * blocks * self.gates() * hidden
    }

    /// The same of a backward pass, to which blocks add lines for as many parameters as the layer has, each for its own.
    #[must_use]
    pub const fn scratch_back(self, hidden: usize, steps: usize, blocks: usize) -> usize {
        let both = if self.is_one_gradient() { 1 } else { 2 };
        let waiting = if steps < WAITING { steps } else { WAITING };
        (both * waiting * self.gates() + 2) * blocks * hidden
    }
}

/// One step of a small cell of `UNITS`, inlined. Nothing is kept.
#[inline(always)]
pub fn cell_step<S: Simd, T: Number, C: Kind, const UNITS: usize>(simd: S, step: Step<'_, T>) {
    if const { forward::is_flat::<S, T, C>(UNITS) } {
        forward::step_flat::<S, T, C, UNITS>(simd, step);
    } else {
        forward::step::<S, T, C>(simd, step);
    }
}
