//! What the processor can do at best, at the vector level that the library uses, in the process where it is asked.
//!
//! [`MultiplyAdds`], [`Reader`] and [`Update`] do nothing useful as fast as possible: exactly as many multiply-adds, and as many
//! bytes, as the work that is measured beside them cannot do without.

mod arithmetic;
mod read;
mod update;

pub use arithmetic::MultiplyAdds;
pub use read::{Pattern, Reader};
pub use update::Update;

/// A cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line([f32; 16]);
