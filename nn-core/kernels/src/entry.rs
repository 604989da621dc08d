//! How a kernel is entered.

/// Evaluates an expression with the best of the compiled instruction sets that `level` has, for a scalar type.
///
/// On x86-64 these are AVX-512, AVX2 and SSE2. Every further set is one more copy of all that is dispatched, in the user's
/// program too: so SSE4.2, which has little that kernels need, is none of them, and `f64` stops at AVX2.
#[doc(hidden)]
#[macro_export]
macro_rules! dispatch {
    // One copy alone for `f64`: for what gains little by wider vectors, or nothing, as what goes through `libm` lane by lane.
    (plain $T:ty: $level:expr, $simd:ident => $op:expr) => {{
        #[cfg(target_arch = "x86_64")]
        if const { <$T as $crate::Number>::AVX512 } {
            $crate::dispatch!($T: $level, $simd => $op)
        } else if let Some($simd) = $level.as_sse2() {
            $crate::with_baseline($simd, #[inline(always)] || $op)
        } else {
            unreachable!("SSE2 is part of x86-64")
        }
        #[cfg(not(target_arch = "x86_64"))]
        {
            $crate::fearless_simd::dispatch!($level, $simd => $op)
        }
    }};
    ($T:ty: $level:expr, $simd:ident => $op:expr) => {{
        #[cfg(target_arch = "x86_64")]
        {
            let level: $crate::fearless_simd::Level = $level;
            if const { <$T as $crate::Number>::AVX512 }
                && let Some($simd) = level.as_avx512()
            {
                $crate::fearless_simd::Simd::vectorize($simd, #[inline(always)] || $op)
            } else if let Some($simd) = level.as_avx2() {
                $crate::fearless_simd::Simd::vectorize($simd, #[inline(always)] || $op)
            } else if let Some($simd) = level.as_sse2() {
                $crate::with_baseline($simd, #[inline(always)] || $op)
            } else {
                unreachable!("SSE2 is part of x86-64")
            }
        }
        #[cfg(not(target_arch = "x86_64"))]
        {
            $crate::fearless_simd::dispatch!($level, $simd => $op)
        }
    }};
}

/// Declares the entry points of a family, each once, and implements them for both scalar types: what is generic would be
/// compiled again with every program that uses it. What stands behind an `@` is an attribute of the implementations.
macro_rules! kernels {
    (
        $(#[$about:meta])*
        trait $Family:ident
        $(
            $(#[$doc:meta])*
            $(@ $attribute:tt)?
            fn $name:ident($($arguments:tt)*) $(-> $Answer:ty)? $body:block
        )*
    ) => {
        $(#[$about])*
        ///
        /// Slices hold whole samples or blocks; lengths are the caller's promise.
        pub trait $Family: $crate::Number {
            $(
                $(#[$doc])*
                #[allow(clippy::too_many_arguments, reason = "what a kernel works on")]
                fn $name($($arguments)*) $(-> $Answer)?;
            )*
        }

        kernels! { $Family for f32: $($(@ $attribute)? fn $name($($arguments)*) $(-> $Answer)? $body)* }
        kernels! { $Family for f64: $($(@ $attribute)? fn $name($($arguments)*) $(-> $Answer)? $body)* }
    };
    ($Family:ident for $T:ty: $($(@ $attribute:tt)? fn $name:ident($($arguments:tt)*) $(-> $Answer:ty)? $body:block)*) => {
        impl $Family for $T {
            $($(# $attribute)? fn $name($($arguments)*) $(-> $Answer)? $body)*
        }
    };
}
