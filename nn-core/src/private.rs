//! Exactly what generated code may name. Not part of the public interface.

pub use crate::Noise;
pub use crate::cache_line::OnCacheLine;
pub use crate::count::Counted;
pub use crate::foreign::Foreign;
pub use crate::inherent;
pub use crate::init::{Init, Nonlinearity, Rng, fill_layer as fill};
pub use crate::kernels::pointwise as functions;
pub use crate::layer::{Layer, Pass, Record};
pub use crate::layers::functions::*;
pub use crate::layers::setting::{Range, bits};
pub use crate::layers::{
    BatchNorm, Dense, Dropout, Flatten, GaussianNoise, Identity, LayerNorm, LogSoftmax, NoBias, Residual, RmsNorm,
    Softmax,
};
pub use crate::network::{LayerInfo, Network};
pub use crate::parameters::{Parameters, Path, Tensor};
pub use crate::scalar::{Number, Scalar};
pub use crate::shape::{D1, D3, Shape};
pub use fearless_simd::Simd;
pub use typenum::{B0, B1, UInt, UTerm};

/// What [`inherent`] calls its arguments before they are arguments.
pub const fn not_a_pattern() {}

/// The largest of some counts.
#[must_use]
pub const fn max(counts: &[usize]) -> usize {
    let (mut largest, mut i) = (0, 0);
    while i < counts.len() {
        if counts[i] > largest {
            largest = counts[i];
        }
        i += 1;
    }
    largest
}

/// The sum of some counts.
#[must_use]
pub const fn sum(counts: &[usize]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < counts.len() {
        sum += counts[i];
        i += 1;
    }
    sum
}

/// Whether one of them is true.
#[must_use]
pub const fn any(facts: &[bool]) -> bool {
    let mut i = 0;
    while i < facts.len() {
        if facts[i] {
            return true;
        }
        i += 1;
    }
    false
}

/// More values than any memory holds, and few enough that rustc can count the bytes of 64 samples of them.
const MOST: usize = 1 << 48;

/// A size that a list leaves to rustc.
///
/// # Panics
///
/// At compile time, with the text for what it is, if it is 0 or larger than any memory.
#[track_caller]
#[must_use]
pub const fn size([size]: [usize; 1], zero: &str, large: &str) -> usize {
    ensure(size > 0, zero);
    ensure(size <= MOST, large);
    size
}

/// `size`, on the condition that so many values fit into a memory: the sum of products.
///
/// # Panics
///
/// At compile time, with the text, if they do not.
#[track_caller]
#[must_use]
pub const fn fitting(size: usize, counts: &[&[usize]], large: &str) -> usize {
    let (mut sum, mut i) = (0_usize, 0);
    while i < counts.len() {
        let (mut product, mut j) = (1_usize, 0);
        while j < counts[i].len() {
            product = product.saturating_mul(counts[i][j]);
            j += 1;
        }
        sum = sum.saturating_add(product);
        i += 1;
    }
    ensure(sum <= MOST, large);
    size
}

/// A setting that a list leaves to rustc.
///
/// # Panics
///
/// At compile time, with the text, if it is not within the range.
#[track_caller]
#[must_use]
pub const fn setting([setting]: [f64; 1], range: Option<Range>, text: &str) -> f64 {
    if let Some(range) = range {
        ensure(range.contains(setting), text);
    }
    setting
}

/// A condition of a list that rustc alone can check.
///
/// # Panics
///
/// At compile time, with the text, if it does not hold.
#[track_caller]
pub const fn ensure(holds: bool, text: &str) {
    assert!(holds, "{}", text);
}

/// The random numbers for a layer at `place` of a list: some of its own, if it `draws` any.
#[inline(always)]
#[must_use]
pub const fn noise(noise: Noise, place: u64, draws: bool) -> Noise {
    if draws { noise.branch(place) } else { noise }
}

/// The same for a run of blocks.
#[inline(always)]
#[must_use]
pub const fn pass(pass: &Pass, place: u64, draws: bool) -> Pass {
    if draws { pass.branch(place) } else { *pass }
}

/// Splits off the two buffers between which the activations of a network go back and forth, and the layers' own scratch.
///
/// # Panics
///
/// If `scratch` is shorter than both buffers.
#[inline(always)]
pub fn two_buffers<E>(scratch: &mut [E], even: usize, odd: usize) -> (&mut [E], &mut [E], &mut [E]) {
    let (even, rest) = scratch.split_at_mut(even);
    let (odd, rest) = rest.split_at_mut(odd);
    (even, odd, rest)
}

/// Scalars that `forward` may keep on the stack: 64 KiB of `f32`.
const FORWARD_STACK: usize = 64 * 1024 / 4;

/// Whether what `forward` keeps on the stack, the activations and the output, is small enough.
#[must_use]
pub const fn fits<N: Layer<f32>>() -> bool {
    N::SCRATCH + <N::Output as Shape>::LEN <= FORWARD_STACK
}

/// Lanes of buffer that `forward_batch` keeps on the stack: 256 KiB.
pub const BATCH_STACK: usize = 256 * 1024 / 64;

/// Holds for every sample type if one sample's activations fit on the stack, and for none if they do not.
#[diagnostic::on_unimplemented(
    message = "this network's activations take more than the 64 KiB of stack that `forward` may use",
    label = "call `forward_with`, with a scratch made once",
    note = "`let mut scratch = Net::scratch();` then `net.forward_with(&mut scratch, &x)`"
)]
pub trait OnStack<const FITS: bool> {}

impl<X: ?Sized> OnStack<true> for X {}

/// Holds for every sample type if a block's activations fit on the stack, and for none if they do not.
#[diagnostic::on_unimplemented(
    message = "a block of this network's activations takes more than the 256 KiB of stack that `forward_batch` may use",
    label = "call `forward_batch_with`, with a workspace made once",
    note = "`let mut workspace = Workspace::new();` then `net.forward_batch_with(&mut workspace, &xs, &mut ys)`"
)]
pub trait BlockOnStack<const FITS: bool> {}

impl<X: ?Sized> BlockOnStack<true> for X {}

/// Holds for no scalar: what a network without `#[weights]` asks for where its weights are used.
#[diagnostic::on_unimplemented(
    message = "this network has no weights built into the program",
    label = "there is no `EMBEDDED` without `#[weights(..)]`",
    note = "write `#[weights(\"file.safetensors\")]` before the struct in `network!`"
)]
pub trait HasWeights: 'static {}

// With two types rustc finds the constant before it knows the scalar, and then says what is missing; with none it would say that
// there is no such constant.
#[diagnostic::do_not_recommend]
impl HasWeights for () {}
#[diagnostic::do_not_recommend]
impl HasWeights for ((),) {}

/// Stands for the weights that are not there. It is never called.
///
/// # Panics
///
/// Always.
#[must_use]
pub const fn no_weights<N>() -> &'static N {
    panic!("this network has no weights built into the program")
}

/// The network whose bytes in memory these are, in the order of the parameters.
///
/// # Panics
///
/// At compile time, if the lengths differ.
#[must_use]
#[expect(unsafe_code, reason = "bytes to parameters in a constant")]
pub const fn embed<N: Parameters<f32>, const BYTES: usize>(bytes: &[u8; BYTES]) -> N {
    #[cfg(target_endian = "big")]
    compile_error!("embedded weights are stored little-endian; this target is big-endian");
    assert!(BYTES > 0 && BYTES == size_of::<N>() && BYTES == N::PARAMETERS * 4, "the weights do not fill the network");
    // SAFETY: `N` is nothing but `f32`s by the contract of `Parameters`, its size is asserted above, and any bits are a
    // valid `f32`. The read does not ask for alignment.
    unsafe { core::ptr::from_ref(bytes).cast::<N>().read_unaligned() }
}
