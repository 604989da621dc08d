//! What several examples need: handwritten digits, a way to look at them in the terminal, and how to end.
//!
//! [`digits`] and [`iris`] are small data sets that travel with the source, [`idx`] reads MNIST if you have it, [`draw`] prints
//! digits, [`pictures`] keeps pictures, [`claim`] says what became of a promise.

#![allow(dead_code, unreachable_pub, reason = "each example compiles its own copy, and uses a part of it")]

pub mod claim;
pub mod digits;
pub mod draw;
pub mod idx;
pub mod iris;
pub mod pictures;

/// Square grey-scale pictures, row by row from the top, 0 for paper and 1 for ink; and the digit that each one shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Digits<const PIXELS: usize> {
    pub images: Vec<[f32; PIXELS]>,
    pub labels: Vec<usize>,
}

impl<const PIXELS: usize> Digits<PIXELS> {
    pub fn len(&self) -> usize {
        self.images.len()
    }

    pub fn is_empty(&self) -> bool {
        self.images.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&[f32; PIXELS], usize)> + Clone {
        self.images.iter().zip(self.labels.iter().copied())
    }
}

impl<const PIXELS: usize> FromIterator<([f32; PIXELS], usize)> for Digits<PIXELS> {
    fn from_iter<I: IntoIterator<Item = ([f32; PIXELS], usize)>>(samples: I) -> Self {
        let (images, labels) = samples.into_iter().unzip();
        Self { images, labels }
    }
}
