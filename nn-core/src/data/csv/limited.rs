//! A reader that stops where no row ends.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// The most bytes that a row may have. A device without an end has no row at all.
const MOST: u64 = 16 << 20;

/// How much may still be read before a row must end.
#[derive(Clone)]
pub(super) struct Left(Rc<Cell<u64>>);

impl Left {
    pub(super) fn new() -> Self {
        Self(Rc::new(Cell::new(MOST)))
    }

    /// A row has ended.
    pub(super) fn refill(&self) {
        self.0.set(MOST);
    }
}

pub(super) struct Limited<R> {
    pub(super) reader: R,
    pub(super) left: Left,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let left = self.left.0.get().checked_sub(read as u64);
        self.left.0.set(left.ok_or_else(|| io::Error::other(std::format!("a row is longer than {MOST} bytes")))?);
        Ok(read)
    }
}
