//! The user's const expressions: each is evaluated in one item, which all others name.

use proc_macro2::{Ident, TokenStream};

use crate::catalog::{Holds, Range};
use crate::sizes::Size;

/// A const item of the expansion.
pub(crate) struct Constant {
    pub(crate) name: Ident,
    /// The user's tokens on which a mistake is reported.
    pub(crate) at: TokenStream,
    pub(crate) value: Value,
}

/// What the item is, and the texts for what it may not be.
pub(crate) enum Value {
    /// A size; one that may be 0 has no text for that.
    Size { expr: TokenStream, zero: Option<String>, large: String },
    /// A size that is another constant's, as long as so many values fit into memory.
    Fitting { size: Size, values: Size, large: String },
    /// A size on a condition, with the pieces of a text for what is wrong, and the numbers between them.
    /// `before` is an item without which nothing is said of this one.
    Ensured { size: Size, holds: Holds, pieces: Vec<String>, numbers: Vec<Size>, before: Option<Ident> },
    /// A setting, perhaps with a range.
    Setting { expr: TokenStream, range: Option<(Range, String)> },
}
