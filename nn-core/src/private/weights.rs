//! Weights that are built into the program, and where there are none.

use crate::parameters::Parameters;

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
