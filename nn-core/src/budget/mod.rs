//! What a network weighs, and promises about it.
//!
//! Four figures of every network are constants:
//!
//! | figure | constant | what it counts |
//! |---|---|---|
//! | parameters | `PARAMETERS` | the numbers that the network holds: weights, biases, running statistics |
//! | flash | `PARAMETER_BYTES` | the bytes of these, which is what weights take that are built into the program: 4 for each in `f32` |
//! | RAM | `FORWARD_BYTES` | the bytes that `forward` needs for one sample besides parameters, input and output: the values between the layers, and what a layer needs while it runs |
//! | MACs | `MACS` | the multiply-adds of one sample |
//!
//! Input and output are the caller's, whose arrays may serve other ends as well. A stream has its own memory:
//! [`STATE_BYTES`](crate::Stream::STATE_BYTES), which lasts from step to step, and [`STEP_BYTES`](crate::Stream::STEP_BYTES) while a step
//! runs. What the code of a call puts on the stack is no memory of its own: [`STACK_BYTES`](crate::Network::STACK_BYTES) bounds the stack of
//! a call, these bytes included.
//!
//! # In the declaration
//!
//! `#[budget(..)]` on the struct fails the build where a figure is larger than its limit, with the layers that weigh most:
//!
//! ```
//! # use static_nn::network;
//! const FLASH: usize = 128 * 1024;
//!
//! network! {
//!     #[budget(parameters <= 20_000, flash <= FLASH, ram <= "1 KiB", macs <= 20_000, stack <= "64 KiB")]
//!     pub struct Digits { input: [64], hidden: Dense(128), Relu, Dense(10) }
//! }
//!
//! assert_eq!(Digits::PARAMETERS, 9_610);
//! assert_eq!(Digits::FORWARD_BYTES, 512); // what `hidden` hands on, 128 values
//! ```
//!
//! A limit is a number, a constant expression, or of bytes a text with a unit: `B`, `KiB`, `MiB` and `GiB` of 1024, `kB`, `MB` and `GB`
//! of 1000. `stream_ram` limits `STATE_BYTES + STEP_BYTES` of a network over sequences. All figures are those in `f32`.
//!
//! # In a signature
//!
//! [`Fits`] is a bound: a function takes the networks that fit, whatever they are.
//!
//! ```
//! use static_nn::budget::{Fits, Flash, KiB, Ram};
//! # use static_nn::network;
//! # network! { pub struct Small { input: [64], Dense(64), Relu, Dense(10) } }
//!
//! fn deploy<N: Fits<(Flash<KiB<64>>, Ram<KiB<4>>)>>(_: &N) {}
//!
//! deploy(&Small::new(1)); // 19,240 bytes
//! ```
//!
//! The figures themselves are types in [`Counted`], for other arithmetic of [`typenum`].

mod counted;
mod digits;
mod fits;
mod limit;

pub use counted::Counted;
#[doc(hidden)]
pub use counted::Figures;
#[doc(hidden)]
pub use digits::{Append, digit};
#[doc(hidden)]
pub use fits::{FewBytes, FewMacs, FewParameters, LittleRam};
pub use fits::{Fits, Flash, Macs, ParameterCount, Ram};
pub use limit::{KiB, Limit, MiB, Million, TheLimit, Thousand};
