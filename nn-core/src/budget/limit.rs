//! Limits as types.

use core::ops::Mul;

use typenum::{Bit, Const, Prod, ToUInt, U1000, U1024, U1000000, U1048576, UInt, UTerm, Unsigned};

/// A limit of [`Fits`](super::Fits): a number of [`typenum`], or one with a unit, which messages show as it is written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a limit",
    label = "write `KiB<64>`, `Thousand<62>`, or a number of `typenum`, `U65536`"
)]
pub trait Limit {
    /// The number.
    type Value: Unsigned;
    /// What a message calls it.
    #[doc(hidden)]
    type Shown;
}

/// What a message calls a limit of [`typenum`], whose type is all its binary digits: "more than `TheLimit`", which rustc underlines below.
#[derive(Debug)]
pub enum TheLimit {}

impl Limit for UTerm {
    type Value = Self;
    type Shown = TheLimit;
}

impl<U: Unsigned, B: Bit> Limit for UInt<U, B> {
    type Value = Self;
    type Shown = TheLimit;
}

type Number<const N: usize> = <Const<N> as ToUInt>::Output;

macro_rules! units {
    ($($(#[$doc:meta])* $Unit:ident: $factor:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $Unit<const N: usize> {}

        impl<const N: usize> Limit for $Unit<N>
        where
            Const<N>: ToUInt,
            Number<N>: Mul<$factor>,
            Prod<Number<N>, $factor>: Unsigned,
        {
            type Value = Prod<Number<N>, $factor>;
            type Shown = Self;
        }
    )*};
}

units! {
    /// `N` times 1024 bytes, for `N` up to 1024.
    KiB: U1024;
    /// `N` times 1024 x 1024 bytes, for `N` up to 1024.
    MiB: U1048576;
    /// `N` thousands, for `N` up to 1024: of parameters, multiply-adds, or bytes.
    Thousand: U1000;
    /// `N` millions, for `N` up to 1024.
    Million: U1000000;
}
