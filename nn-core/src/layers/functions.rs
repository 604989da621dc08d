//! One layer for every function of the kernels: `Relu`, `Gelu`, .. are [`Activation`]s of the function of the same name.
//!
//! The formulas stand beside the functions, in [`crate::kernels::pointwise`].

use super::Activation;
use crate::kernels::pointwise as functions;

macro_rules! layers {
    ($(
        $(#[$doc:meta])*
        $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
    )*) => {
        $(
            $(#[$doc])*
            ///
            /// Value by value, for a shape `X`.
            pub type $Name<X> = Activation<functions::$Name, X>;

            impl<X> $Name<X> {
                $(
                    #[doc = concat!(
                        "The layer of [the function](crate::kernels::pointwise::", stringify!($Name), "::", stringify!($constructor), ")."
                    )]
                    #[must_use]
                    #[allow(clippy::new_without_default, reason = "`new` stands beside those of layers with settings")]
                    pub const fn $constructor($($setting: $Type)?) -> Self {
                        Self::of(functions::$Name::$constructor($($setting)?))
                    }
                )*
            }
        )*
    };
}

crate::kernels::for_each_function! { layers }
