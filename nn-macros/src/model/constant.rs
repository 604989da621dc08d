//! The user's const expressions: each is evaluated in one item, which all others name.

use proc_macro2::{Ident, TokenStream};

use crate::catalog::Range;
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
    /// A size.
    Size { expr: TokenStream, zero: String, large: String },
    /// A size that is another constant's, as long as so many values fit into memory.
    Fitting { size: Size, values: Size, large: String },
    /// A setting, perhaps with a range.
    Setting { expr: TokenStream, range: Option<(Range, String)> },
}
