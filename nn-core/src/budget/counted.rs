//! A network's figures as types.

use typenum::Unsigned;

/// The figures of a declared network as types of [`typenum`].
///
/// `network!` implements it for both scalars where it knows every size: all are literals, and no layer is a type of one's own. A function
/// that asks no more than that a network fits has [`Fits`](super::Fits), whose messages are readable.
///
/// # Examples
///
/// ```
/// use static_nn::budget::Counted;
/// use static_nn::network;
/// use static_nn::typenum::Unsigned;
///
/// network! { pub struct Net { input: [4], Dense(3), Relu, Dense(2) } }
///
/// type Flash = <Net as Counted>::ParameterBytes;
/// assert_eq!(Flash::USIZE, Net::PARAMETER_BYTES);
/// ```
#[diagnostic::on_unimplemented(
    message = "the figures of `{Self}` are not counted in types",
    note = "they are where all sizes of a layer list are literals; the constant `PARAMETER_BYTES` and the others are always there"
)]
pub trait Counted {
    /// The number of parameters.
    type Parameters: Unsigned;
    /// The bytes of the parameters.
    type ParameterBytes: Unsigned;
    /// The bytes that one forward pass needs besides parameters, input and output.
    type ForwardBytes: Unsigned;
    /// The multiply-adds of one sample.
    type Macs: Unsigned;
    /// The same numbers as a message can show them.
    #[doc(hidden)]
    type Figures;
}

/// Numbers that rustc shows in a message: parameters, their bytes, those of a forward pass, multiply-adds.
#[derive(Debug)]
pub enum Figures<const PARAMETERS: usize, const BYTES: usize, const RAM: usize, const MACS: usize> {}
