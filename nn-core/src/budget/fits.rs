//! The bound that a network fits.

use core::marker::PhantomData;

use typenum::{IsLessOrEqual, LeEq, True};

use super::{Counted, Figures, Limit};

/// Networks that weigh no more than a limit, or than several: a bound for functions that have only so much room.
///
/// A limit is [`Flash`], [`Ram`], [`Macs`] or [`ParameterCount`] of a [`Limit`], and several are a tuple.
///
/// # Examples
///
/// ```
/// use static_nn::budget::{Fits, Flash, KiB, Macs, Thousand};
/// use static_nn::typenum::U65536;
/// use static_nn::network;
///
/// network! { pub struct Small { input: [64], Dense(64), Relu, Dense(10) } }
///
/// /// Runs on a board with 64 KiB for parameters, ten times a second.
/// fn deploy<N: Fits<(Flash<KiB<64>>, Macs<Thousand<50>>)>>(_: &N) {}
/// /// The limit as a number of `typenum`.
/// fn store<N: Fits<Flash<U65536>>>(_: &N) {}
///
/// deploy(&Small::new(1));
/// store(&Small::new(1));
/// ```
///
/// A network that is too large is told with its figure:
///
/// ```text
/// error[E0277]: `Large` has parameters of 407050 bytes, more than KiB<64>
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to fit",
    label = "its figures are not counted in types",
    note = "they are where all sizes of a layer list are literals; `#[budget(..)]` on the struct judges any"
)]
pub trait Fits<Limits> {}

macro_rules! limits {
    ($($(#[$doc:meta])* $Limit:ident: $Figure:ident, $NUMBER:ident, $Few:ident, $text:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $Limit<L>(PhantomData<L>);

        /// What the comparison of a figure of `N` with its limit must come to. It holds of truth alone.
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = $text, label = "too large for this")]
        pub trait $Few<N, const FIGURE: usize, Allowed> {}

        #[diagnostic::do_not_recommend]
        impl<N, const FIGURE: usize, Allowed> $Few<N, FIGURE, Allowed> for True {}

        impl<N, L, const PARAMETERS: usize, const BYTES: usize, const RAM: usize, const MACS: usize> Fits<$Limit<L>> for N
        where
            L: Limit,
            N: Counted<Figures = Figures<PARAMETERS, BYTES, RAM, MACS>, $Figure: IsLessOrEqual<L::Value>>,
            LeEq<N::$Figure, L::Value>: $Few<N, $NUMBER, L::Shown>,
        {
        }
    )*};
}

limits! {
    /// At most so many bytes of parameters: [`Counted::ParameterBytes`].
    Flash: ParameterBytes, BYTES, FewBytes, "`{N}` has parameters of {FIGURE} bytes, more than {Allowed}";
    /// At most so many bytes that a forward pass needs: [`Counted::ForwardBytes`].
    Ram: ForwardBytes, RAM, LittleRam, "`{N}` needs {FIGURE} bytes of RAM for one sample, more than {Allowed}";
    /// At most so many multiply-adds of one sample: [`Counted::Macs`].
    Macs: Macs, MACS, FewMacs, "`{N}` takes {FIGURE} multiply-adds for one sample, more than {Allowed}";
    /// At most so many parameters: [`Counted::Parameters`].
    ParameterCount: Parameters, PARAMETERS, FewParameters, "`{N}` has {FIGURE} parameters, more than {Allowed}";
}

impl<N: Fits<A> + Fits<B>, A, B> Fits<(A, B)> for N {}
impl<N: Fits<A> + Fits<B> + Fits<C>, A, B, C> Fits<(A, B, C)> for N {}
impl<N: Fits<A> + Fits<B> + Fits<C> + Fits<D>, A, B, C, D> Fits<(A, B, C, D)> for N {}
