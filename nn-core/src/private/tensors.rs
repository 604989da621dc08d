//! Weights of a file for a layer whose tensors only rustc knows: another network, or a type of the user's.
//!
//! The macro writes down what the file has under the layer's name, and the layer's type says what it takes. Both meet when the program
//! is compiled: [`judge`] tells what does not fit, once for each layer, and [`fill`] takes what does.

use crate::parameters::{Order, Parts, Path};
use crate::private::Text;

/// A tensor of a file, in single precision and little-endian.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    /// Its name behind that of the layer and a dot.
    pub name: &'static str,
    pub dims: &'static [usize],
    pub row_major: &'static [u8],
    /// The same values in the other order; empty where that is the same.
    pub column_major: &'static [u8],
}

/// The names in a message.
const MOST: usize = 6;

/// Judges what a file has for the layer that it calls `layer`, of the type `written`.
///
/// # Panics
///
/// At compile time, if the file lacks a tensor, has one of another shape, or one that the layer does not have.
#[track_caller]
pub const fn judge(file: &str, layer: &str, written: &str, parts: Parts, stored: &[Stored]) {
    let mut finding = Finding { file, layer, written, parts, stored, mistakes: 0, text: Text::new() };
    finding.compare(parts, &Path::ROOT);
    if finding.mistakes == 0 {
        finding.find_extra();
    }
    assert!(finding.mistakes == 0, "{}", finding.text.as_str());
}

/// Writes the values of a layer to the front of `bytes`, in the order of memory, and returns what is behind them. What [`judge`] does not
/// accept is left out.
pub const fn fill<'a>(bytes: &'a mut [u8], count: usize, parts: Parts, stored: &[Stored]) -> &'a mut [u8] {
    let Some((of_layer, rest)) = bytes.split_at_mut_checked(4 * count) else { return &mut [] };
    fill_parts(of_layer, parts, &Path::ROOT, stored);
    rest
}

/// Writes bytes to the front of `bytes`, and returns what is behind them.
pub const fn put<'a>(bytes: &'a mut [u8], values: &[u8]) -> &'a mut [u8] {
    let Some((front, rest)) = bytes.split_at_mut_checked(values.len()) else { return &mut [] };
    front.copy_from_slice(values);
    rest
}

const fn fill_parts<'a>(bytes: &'a mut [u8], parts: Parts, path: &Path<'_>, stored: &[Stored]) -> &'a mut [u8] {
    match parts {
        Parts::Untold => bytes,
        Parts::Tensor(dims, order) => {
            let Some(tensor) = find(stored, path) else { return bytes };
            if !same(tensor.dims, dims) {
                return bytes;
            }
            let by_column = matches!(order, Order::ColumnMajor) && dims.len() > 1;
            put(bytes, if by_column { tensor.column_major } else { tensor.row_major })
        }
        Parts::Named(named) => {
            let (mut bytes, mut i) = (bytes, 0);
            while i < named.len() {
                bytes = fill_parts(bytes, named[i].1, &path.join(named[i].0), stored);
                i += 1;
            }
            bytes
        }
        Parts::Frozen(parts) => fill_parts(bytes, *parts, path, stored),
        Parts::Together(parts) => {
            let (mut bytes, mut i) = (bytes, 0);
            while i < parts.len() {
                bytes = fill_parts(bytes, parts[i], path, stored);
                i += 1;
            }
            bytes
        }
    }
}

/// A layer beside what the file has for it.
struct Finding<'a> {
    file: &'a str,
    layer: &'a str,
    written: &'a str,
    parts: Parts,
    stored: &'a [Stored],
    mistakes: usize,
    /// The first mistake.
    text: Text,
}

impl Finding<'_> {
    /// Looks for every tensor of the layer.
    const fn compare(&mut self, parts: Parts, path: &Path<'_>) {
        match parts {
            Parts::Untold => self.untold(),
            Parts::Tensor(dims, _) => match find(self.stored, path) {
                None => self.missing(path, dims),
                Some(tensor) if !same(tensor.dims, dims) => self.another_shape(tensor, dims),
                Some(_) => {}
            },
            Parts::Named(named) => {
                let mut i = 0;
                while i < named.len() {
                    self.compare(named[i].1, &path.join(named[i].0));
                    i += 1;
                }
            }
            Parts::Frozen(parts) => self.compare(*parts, path),
            Parts::Together(parts) => {
                let mut i = 0;
                while i < parts.len() {
                    self.compare(parts[i], path);
                    i += 1;
                }
            }
        }
    }

    const fn untold(&mut self) {
        self.mistakes += 1;
        if self.mistakes == 1 {
            let text =
                self.text.push("`#[weights]` cannot fill `").push(self.layer).push("`: the type `").push(self.written);
            text.push(
                "` does not say what its tensors are\nhelp: write `#[derive(static_nn::Parameters)]` before its struct",
            );
        }
    }

    const fn missing(&mut self, path: &Path<'_>, dims: &[usize]) {
        self.mistakes += 1;
        if self.mistakes > 1 {
            return;
        }
        self.text.push("`").push(self.file).push("` has no tensor `").push(self.layer);
        path.write(&mut self.text);
        self.text.push("`, which is ").list(dims).push(" in `").push(self.written).push("`\nhelp: ");
        // What nobody takes is what it may be called.
        let only_free = self.count_free() > 0;
        if self.stored.is_empty() {
            self.text.push("it has no tensor whose name begins with `").push(self.layer).push("`");
            return;
        }
        self.text.push("it has ");
        self.list(only_free);
    }

    const fn another_shape(&mut self, tensor: &Stored, dims: &[usize]) {
        self.mistakes += 1;
        if self.mistakes == 1 {
            self.text.push("`").push(self.layer).level(tensor.name).push("` is ").list(dims).push(" in `");
            self.text.push(self.written).push("`, but ").list(tensor.dims).push(" in `").push(self.file).push("`");
        }
    }

    /// Looks for tensors of the file that the layer does not have.
    const fn find_extra(&mut self) {
        self.mistakes = self.count_free();
        if self.mistakes > 0 {
            self.text.push("nothing in `").push(self.written).push("` takes ");
            self.list(true);
            self.text.push(" of `").push(self.file).push("`\nhelp: save the model without ");
            self.text.push(if self.mistakes == 1 { "it" } else { "them" });
        }
    }

    /// How many tensors of the file the layer does not have.
    const fn count_free(&self) -> usize {
        let (mut count, mut i) = (0, 0);
        while i < self.stored.len() {
            if !has(self.parts, &Path::ROOT, self.stored[i].name) {
                count += 1;
            }
            i += 1;
        }
        count
    }

    /// The first few tensors of the file, all or those that the layer does not have.
    const fn list(&mut self, only_free: bool) {
        let count = if only_free { self.count_free() } else { self.stored.len() };
        let shown = if count > MOST { MOST } else { count };
        let (mut listed, mut i) = (0, 0);
        while listed < shown {
            let name = self.stored[i].name;
            i += 1;
            if only_free && has(self.parts, &Path::ROOT, name) {
                continue;
            }
            listed += 1;
            self.text.push(match listed {
                1 => "`",
                _ if listed == count => " and `",
                _ => ", `",
            });
            self.text.push(self.layer).level(name).push("`");
        }
        if count > shown {
            self.text.push(" and ").number(count - shown).push(" more");
        }
    }
}

/// The tensor of this name.
const fn find<'a>(stored: &'a [Stored], path: &Path<'_>) -> Option<&'a Stored> {
    let mut i = 0;
    while i < stored.len() {
        if path.is(stored[i].name) {
            return Some(&stored[i]);
        }
        i += 1;
    }
    None
}

/// Whether a tensor of the parts is called so.
const fn has(parts: Parts, path: &Path<'_>, name: &str) -> bool {
    match parts {
        Parts::Untold => false,
        Parts::Tensor(..) => path.is(name),
        Parts::Frozen(parts) => has(*parts, path, name),
        Parts::Named(named) => {
            let mut i = 0;
            while i < named.len() {
                if has(named[i].1, &path.join(named[i].0), name) {
                    return true;
                }
                i += 1;
            }
            false
        }
        Parts::Together(parts) => {
            let mut i = 0;
            while i < parts.len() {
                if has(parts[i], path, name) {
                    return true;
                }
                i += 1;
            }
            false
        }
    }
}

const fn same(a: &[usize], b: &[usize]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    a.len() == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::prelude::rust_2024::*;

    const VECTOR: Parts = Parts::Tensor(&[2], Order::RowMajor);
    const MATRIX: Parts = Parts::Tensor(&[2, 1], Order::ColumnMajor);

    const fn stored(name: &'static str, dims: &'static [usize]) -> Stored {
        Stored { name, dims, row_major: &[1, 2, 3, 4, 5, 6, 7, 8], column_major: &[5, 6, 7, 8, 1, 2, 3, 4] }
    }

    /// What is said of tensors with these names and extents; `None` if nothing is.
    fn said(parts: Parts, tensors: &[(&'static str, &'static [usize])]) -> Option<String> {
        let stored: Vec<Stored> = tensors.iter().map(|(name, dims)| stored(name, dims)).collect();
        let panicked = std::panic::catch_unwind(|| judge("file", "net", "Net", parts, &stored)).err()?;
        Some(panicked.downcast_ref::<String>().unwrap().clone())
    }

    #[test]
    fn what_fits_is_taken_in_the_order_of_memory() {
        const W: Stored = stored("a.0.w", &[2, 1]);
        const B: Stored = stored("a.0.b", &[2]);
        let parts = Parts::Named(&[("a.0", Parts::Named(&[("w", MATRIX), ("b", VECTOR)]))]);
        let mut bytes = [0; 20];
        let rest = put(&mut bytes, &[9; 2]);
        let rest = fill(rest, 4, parts, &[B, W]);
        assert_eq!(rest, [0; 2]);
        assert_eq!(bytes, [9, 9, 5, 6, 7, 8, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0]);
        // There is no room: somebody else says so.
        assert!(fill(&mut bytes, 6, parts, &[B, W]).is_empty() && put(&mut bytes, &[1; 21]).is_empty());
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let all: &[(_, &[_])] = &[("a.0.w", &[2, 1]), ("a.0.b", &[2]), ("d", &[2]), ("e", &[3])];
        let parts = Parts::Named(&[("a.0", Parts::Named(&[("w", MATRIX), ("b", VECTOR)])), ("d", VECTOR)]);
        assert_eq!(said(parts, &all[..3]), None);
        let missing = "`file` has no tensor `net.a.0.b`, which is [2] in `Net`\nhelp: it has `net.e`";
        assert_eq!(said(parts, &[all[0], all[2], all[3]]).unwrap(), missing);
        let missing = "`file` has no tensor `net.d`, which is [2] in `Net`\nhelp: it has `net.a.0.w` and `net.a.0.b`";
        assert_eq!(said(parts, &all[..2]).unwrap(), missing);
        let missing =
            "`file` has no tensor `net`, which is [2] in `Net`\nhelp: it has no tensor whose name begins with `net`";
        assert_eq!(said(VECTOR, &[]).unwrap(), missing);
        let shape = "`net.a.0.w` is [2, 1] in `Net`, but [1, 2] in `file`";
        assert_eq!(said(parts, &[("a.0.w", &[1, 2]), all[1], all[2]]).unwrap(), shape);
        let extra = "nothing in `Net` takes `net.e` of `file`\nhelp: save the model without it";
        assert_eq!(said(parts, all).unwrap(), extra);
        let many: Vec<(&str, &[usize])> =
            ["a", "b", "c", "d", "e", "f", "g", "h"].map(|name| (name, [].as_slice())).into();
        let extra = "nothing in `Net` takes `net.a`, `net.b`, `net.c`, `net.d`, `net.e`, `net.f` and 2 more of `file`";
        assert!(said(Parts::NONE, &many).unwrap().starts_with(extra));
        assert_eq!(said(Parts::NONE, &[]), None);
        assert!(said(Parts::Untold, &[]).unwrap().contains("`Net` does not say what its tensors are"));
    }
}
