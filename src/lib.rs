#![cfg_attr(doctest, doc = include_str!("../README.md"))]
//! Neural networks that are fixed when the program is compiled.
//!
//! A network is written once, as a list of layers. [`network!`] turns it into a plain struct whose weights are statically
//! sized matrices, with straight-line forward and backward functions. A wrong dimension is a compile error that names the
//! layer, and nothing allocates after construction.
//!
//! ```
//! use static_nn::{CrossEntropy, network};
//!
//! network! {
//!     pub struct Iris {
//!         input: [4],
//!         hidden: Dense(10), Tanh,
//!         species: Dense(3),
//!     }
//! }
//!
//! let net = Iris::new(42); // seeded: the same numbers everywhere
//! assert_eq!(Iris::PARAMETERS, 4 * 10 + 10 + 10 * 3 + 3);
//! let logits = net.forward(&[5.1, 3.5, 1.4, 0.2]);
//! assert_eq!(logits.len(), 3);
//! ```
//!
//! # A layer of one's own
//!
//! A layer's type takes the scalar as its first generic parameter, holds nothing but parameters, and implements [`Layer`]:
//! its shapes and the pass of one sample, forward and backward. Everything else follows.
//!
//! ```
//! use static_nn::{D1, Layer, Parameters, Record, Scalar, Simd, gradcheck, network};
//!
//! /// `y = scale * x`, value by value.
//! #[derive(Clone, Parameters)]
//! #[repr(C)]
//! pub struct Scale<T, const N: usize> {
//!     scale: [T; N],
//! }
//!
//! impl<T: Scalar, const N: usize> Layer<T> for Scale<T, N> {
//!     type Input = D1<N>;
//!     type Output = D1<N>;
//!
//!     fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
//!         for i in 0..N {
//!             y[i] = self.scale[i] * x[i];
//!         }
//!     }
//!
//!     fn backward<S: Simd>(
//!         &self,
//!         _: S,
//!         record: Record<'_, [T; N], [T; N], T>,
//!         dy: &[T; N],
//!         dx: Option<&mut [T; N]>,
//!         grad: &mut Self,
//!         _: &mut [T],
//!     ) {
//!         for i in 0..N {
//!             grad.scale[i] += dy[i] * record.x[i]; // added to, for a sum over samples
//!         }
//!         if let Some(dx) = dx {
//!             for i in 0..N {
//!                 dx[i] = dy[i] * self.scale[i];
//!             }
//!         }
//!     }
//! }
//!
//! network! {
//!     pub struct Net {
//!         input: [3],
//!         norm: Scale<3>, // the scalar is left out
//!         Dense(2),
//!     }
//! }
//!
//! let mut scale = Scale { scale: [0.5, -1.0, 2.0] };
//! let report = gradcheck::layer(&mut scale, &[[0.1, 0.2, 0.3]], 42);
//! assert!(report.worst() < 1e-8, "{report}");
//! assert_eq!(Net::PARAMETERS, 3 + 8);
//! ```
//!
//! # Transfer learning
//!
//! A new last layer on layers that were trained before: what the file has is loaded by name and shape, and what is left
//! is told.
//!
//! ```
//! use static_nn::prelude::*;
//!
//! network! {
//!     pub struct Side { input: [2], fc1: Dense(16), Tanh, fc2: Dense(16), Tanh, side: Dense(2) }
//! }
//! network! {
//!     // The new layer has a name that the file does not have: a tensor of another shape would be an error.
//!     pub struct Ring { input: [2], fc1: Dense(16), Tanh, fc2: Dense(16), Tanh, ring: Dense(3) }
//! }
//!
//! let path = std::env::temp_dir().join("side.safetensors");
//! let trained = Side::boxed(1);
//! trained.save(&path)?;
//!
//! let mut net = Ring::boxed(2);
//! let unmatched = net.load_some(&path)?;
//! assert_eq!(unmatched.missing, ["ring.weight", "ring.bias"]); // they keep what `boxed` drew
//! assert_eq!(unmatched.unexpected, ["side.bias", "side.weight"]);
//! assert_eq!(net.fc2.weight, trained.fc2.weight);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # As text
//!
//! With the feature `serde` a list may derive serde's traits. Lists of numbers are what PyTorch's `tolist()` gives,
//! settings out of their range are refused as they are read. What is read passes over the stack; large networks have
//! `save` and `load`.
//!
//! ```ignore
//! use static_nn::network;
//!
//! network! {
//!     #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
//!     pub struct Line { input: [2], line: Dense(1) }
//! }
//!
//! let text = r#"{ "line": { "weight": [[2.0, -1.0]], "bias": [0.5] } }"#;
//! let net: Line = serde_json::from_str(text)?;
//! assert_eq!(net.forward(&[3.0, 1.0]), [5.5]);
//! assert_eq!(serde_json::from_str::<Line>(&serde_json::to_string(&net)?)?, net);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Where things are
//!
//! | what | where |
//! |---|---|
//! | the language of layer lists | [`network!`] |
//! | what a network weighs, and limits of that | [`budget`] |
//! | one of several networks, chosen when the program runs | [`network_family!`] |
//! | the layers, with their formulas | [`layers`] |
//! | the contract of a layer | [`layer`], [`derive@Parameters`] |
//! | losses, optimizers, learning rate schedules, starting values | [`loss`], [`optim`], [`schedule`], [`init`] |
//! | training | `train`, or `train_step` of every network in a loop of one's own |
//! | data: CSV and IDX files, MNIST | `data`, with the feature of that name |
//! | data: scaling, principal components, splits | [`prepare`], `split` |
//! | accuracy, F1, ROC-AUC, R2 | [`metrics`] |
//! | files | `save` and `load` of every network, [`io`] |
//! | numerical gradients | [`gradcheck`] |
//! | pictures | `plot`, with the feature of that name |
//!
//! # Features
//!
//! | feature | adds |
//! |---|---|
//! | `std` (default) | files, the trainer, the choice of vector instructions when the program runs |
//! | `alloc` | networks and workspaces on the heap; implied by `std` |
//! | `progress` | a progress bar for the trainer |
//! | `data` | samples from CSV and IDX files |
//! | `gzip` | the same from files that are packed, `.gz` |
//! | `plot` | pictures of training, data and answers, as SVG and PNG |
//! | `serde` | networks whose list derives serde's traits, settings, histories and scalers, in every format of serde |
//! | `rayon` | large batches divided between the threads of rayon's pool, with the same results, bit by bit |
//!
//! Without any of them the crate is `no_std`, and networks live in statics and on the stack.
#![no_std]
#![forbid(unsafe_code)]

pub use nn_core::*;
pub use nn_macros::Parameters;

/// Exactly what generated code may name. Not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use nn_core::private::*;
    pub use nn_macros::{at, network_family_impl, network_impl};
}

/// What most programs want in scope.
pub mod prelude {
    pub use crate::{network, network_family};
    pub use nn_core::prelude::*;
}

#[doc = include_str!("network.md")]
#[macro_export]
macro_rules! network {
    ($($tokens:tt)*) => { $crate::__private::network_impl! { [$crate] $($tokens)* } };
}

/// Declares a family: networks with the same input and output, one of which is chosen when the program runs.
///
/// Each network stays the static one that it is, with its own straight-line code; the family is an enum that asks the one that it holds.
///
/// ```
/// use static_nn::{Boxed, network, network_family};
///
/// network! { pub struct SmallNet { input: [16], Dense(8), Relu, Dense(3) } }
/// network! { pub struct LargeNet { input: [16], Dense(256), Relu, Dense(256), Relu, Dense(3) } }
///
/// network_family! {
///     /// What listens: the small one while the battery is low.
///     pub enum Voice {
///         Small(SmallNet),
///         Large(Boxed<LargeNet>),
///     }
/// }
///
/// let battery_is_low = true;
/// let voice: Voice = if battery_is_low { SmallNet::new(1).into() } else { LargeNet::boxed(1).into() };
/// let scores: [f32; 3] = voice.forward(&[0.5; 16]);
/// assert!(matches!(voice, Voice::Small(_)));
/// assert_eq!(voice.name(), "SmallNet");
/// assert_eq!(Voice::PARAMETERS, LargeNet::PARAMETERS); // room for any of them
/// # let _ = scores;
/// ```
///
/// # The list
///
/// - A network is held by value, `Small(SmallNet)`, on the heap, `Small(Boxed<SmallNet>)`, or by a reference, `Small(&'static SmallNet)`, as
///   one that is [built into the program](network!#weights-in-the-program) is: `Voice::Small(SmallNet::EMBEDDED)`. A large one by value makes
///   the enum large.
/// - Inputs and outputs of all networks are the same shapes; one that differs is an error where it is written.
/// - The same type may be there twice, trained in two ways. A type that is there once has a `From`.
/// - `#[derive(..)]` and documentation go to the enum.
/// - Families compute in `f32`.
///
/// # The enum
///
/// It has `forward`, `forward_with` for networks whose activations do not fit on the stack, `forward_batch`, `predict`, `name`, `summary` and
/// `Display`, the table of the one that it holds, and as constants what the largest of the family needs: `PARAMETERS`,
/// `PARAMETER_BYTES`, `FORWARD_SCRATCH`, `FORWARD_BYTES`, `STACK_BYTES`, `MACS`.
///
/// # Streams
///
/// With `#[stream(VoiceState)]` all networks go step by step, and `VoiceState` is declared beside the family: what a stream of one of them
/// remembers. Then there are `state`, `step` and `stream`. The state of another network of the family is none: a step with it begins anew.
///
/// ```
/// use static_nn::{network, network_family};
///
/// network! { pub struct Plain { input: [64, 1], Gru(4), Dense(1) } }
/// network! { pub struct Rich { input: [64, 1], Lstm(12), Dense(1) } }
///
/// network_family! {
///     #[stream(AmpState)]
///     pub enum Amp { Plain(Plain), Rich(Rich) }
/// }
///
/// let mut amp = Amp::Plain(Plain::new(1));
/// let mut state = amp.state();
/// let y: [f32; 1] = amp.step(&mut state, &[0.25]);
/// amp = Amp::Rich(Rich::new(1)); // between two steps
/// let z: [f32; 1] = amp.step(&mut state, &[0.25]);
/// assert!(matches!(state, AmpState::Rich(_)) && y != z);
/// ```
#[macro_export]
macro_rules! network_family {
    ($($tokens:tt)*) => { $crate::__private::network_family_impl! { [$crate] $($tokens)* } };
}
