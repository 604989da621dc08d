//! What serde needs to be told about types of this library (feature `serde`).
//!
//! A network whose list derives `serde::Serialize` and `serde::Deserialize` can be written in every format that serde
//! knows, as its layers by their names. A weight is a list of rows, one for each output, and everything else that has
//! one extent a list: what PyTorch's `tolist()` gives. Whatever is read back has passed through the stack, so that this
//! is for small networks, settings and histories; [`io`](crate::io) is for large ones.
//!
//! Layers without parameters are no fields of a network: what they are is in the program.
//!
//! What is read is judged as a whole: lists of another length are errors, names that are not known too, and settings
//! out of their range.

mod array;
mod matrix;
mod part;
#[cfg(test)]
mod tests;

pub(crate) use array::Array;
pub use part::{Part, PartFrom};

pub(crate) mod rows {
    pub(crate) use super::matrix::{deserialize, serialize};
}

pub(crate) mod table {
    pub(crate) use super::array::{deserialize, serialize};
}

pub(crate) mod list {
    pub(crate) use super::part::{deserialize, serialize};
}

/// Reads a type whose fields these are, and checks what was read. `bound` is what serde asks of the generics of the
/// fields.
macro_rules! checked {
    (
        [$($generics:tt)*] [$($reads:tt)*] $bound:literal
        $Type:ty { $($(#[$attribute:meta])* $field:ident: $Field:ty),* $(,)? } $check:expr
    ) => {
        impl<'de, $($generics)*> serde::Deserialize<'de> for $Type where $($reads)* {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                #[serde(bound(deserialize = $bound), deny_unknown_fields)]
                struct Unchecked<$($generics)*> {
                    $($(#[$attribute])* $field: $Field,)*
                }

                let Unchecked { $($field),* } = serde::Deserialize::deserialize(deserializer)?;
                let read = Self { $($field),* };
                let check: fn(&Self) -> Result<(), _> = $check;
                check(&read).map_err(serde::de::Error::custom)?;
                Ok(read)
            }
        }
    };
    ([$($generics:tt)*] $Type:ty { $($fields:tt)* } $check:expr) => {
        $crate::serialize::checked!([$($generics)*] [] "" $Type { $($fields)* } $check);
    };
    ($Type:ident { $($fields:tt)* } $check:expr) => {
        $crate::serialize::checked!([] [] "" $Type { $($fields)* } $check);
    };
}
pub(crate) use checked;
