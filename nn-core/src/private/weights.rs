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

/// The network whose parameters these are, little-endian, in their order.
///
/// # Panics
///
/// At compile time, if the lengths differ.
#[must_use]
#[expect(unsafe_code, reason = "bytes to parameters in a constant")]
pub const fn embed<N: Parameters<f32>, const BYTES: usize>(bytes: &[u8; BYTES]) -> N {
    assert!(BYTES > 0 && BYTES == size_of::<N>() && BYTES == N::PARAMETERS * 4, "the weights do not fill the network");
    #[cfg(target_endian = "big")]
    let bytes = &turned(bytes);
    // SAFETY: `N` is nothing but `f32`s by the contract of `Parameters`, its size is asserted above, and any bits are a
    // valid `f32`. The read does not ask for alignment.
    unsafe { core::ptr::from_ref(bytes).cast::<N>().read_unaligned() }
}

/// The same numbers, of four bytes each, with their bytes in the other order.
#[cfg(any(test, target_endian = "big"))]
const fn turned<const BYTES: usize>(bytes: &[u8; BYTES]) -> [u8; BYTES] {
    let (mut turned, mut i) = ([0; BYTES], 0);
    while i < BYTES {
        (turned[i], turned[i + 1], turned[i + 2], turned[i + 3]) = (bytes[i + 3], bytes[i + 2], bytes[i + 1], bytes[i]);
        i += 4;
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn numbers_of_the_other_order_of_bytes() {
        let little: [[u8; 4]; 2] = [1.5_f32.to_le_bytes(), (-7.25_f32).to_le_bytes()];
        let big: [[u8; 4]; 2] = [1.5_f32.to_be_bytes(), (-7.25_f32).to_be_bytes()];
        assert_eq!(turned::<8>(little.as_flattened().try_into().unwrap()), big.as_flattened());
    }
}
