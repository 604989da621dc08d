//! Matrix times vector, and matrix times block.
//!
//! `w` is column-major: a column of `outputs` weights for each input. For one sample ([`sample`]) the vector lanes run down a
//! column. For blocks ([`blocks`], [`weight_gradient`]) the lanes are samples and the weights are broadcast.

mod blocks;
mod gradient;
mod sample;

pub use blocks::blocks;
pub use gradient::weight_gradient;
pub use sample::{sample, sample_backward};

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
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) row_step: usize,
    pub(super) column_step: usize,
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
