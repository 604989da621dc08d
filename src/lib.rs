//! Neural networks that are fixed when the program is compiled.
#![no_std]
#![forbid(unsafe_code)]

pub use nn_core::*;
#[doc(hidden)]
pub mod __private {
    pub use nn_core::private::*;
}
