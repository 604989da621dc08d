//! A network's counts as types, for bounds in generic functions.
//!
//! Where const generics stop on stable Rust, a bound of [`typenum`] goes on: a function can ask that the network it
//! gets fits the memory it has.

use typenum::Unsigned;

/// The counts of a declared network as types of [`typenum`].
///
/// `network!` implements it for both scalars where it knows every size: all are literals, and no layer is foreign.
#[diagnostic::on_unimplemented(
    message = "the parameters of `{Self}` are not counted in a type",
    note = "they are where all sizes of a layer list are literals; the constant `PARAMETER_BYTES` is always there"
)]
pub trait Counted {
    /// The number of parameters.
    type Parameters: Unsigned;
    /// The bytes of the parameters.
    type ParameterBytes: Unsigned;
}
