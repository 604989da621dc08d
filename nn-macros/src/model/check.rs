//! What is left to rustc.

use proc_macro2::TokenStream;
use syn::Path;

use crate::sizes::{Shape, Size};

/// An equality that only rustc can check.
pub(crate) struct Check {
    /// The user's tokens to report it on.
    pub(crate) at: TokenStream,
    pub(crate) question: Question,
    /// For [`Question::Length`] with `{TAKES}` and `{PRODUCES}` in place of the numbers.
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) help: Option<String>,
}

#[allow(clippy::large_enum_variant, reason = "there are a handful of them, and none is moved about")]
pub(crate) enum Question {
    /// Two numbers of values. Where a shape is a type's own and no vector, [`Question::Vector`] is asked as well.
    Length { takes: Size, produces: Size },
    /// A type's own shape must be a vector.
    Vector(Shape),
    /// Two shapes, extent by extent.
    Same { takes: Shape, produces: Shape },
    /// A type of the user's must be a layer, and make something of something.
    Layer(Box<Path>),
    /// A type of the user's must not take words.
    Numbers(Box<Path>),
}
