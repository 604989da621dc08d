//! Networks that are made by value.

/// Bytes of a network in `f32` that may be made by value: a debug build moves them over the stack several times, of which a
/// thread of a test has 2 MiB.
const MOST: usize = 256 * 1024;

/// Whether a network in `f32` is small enough. Its size says so, even of one whose layers do not say what their parameters are.
#[must_use]
pub const fn fits_the_stack<N>() -> bool {
    size_of::<N>() <= MOST
}

/// Holds for everything if a network is small enough to be made by value, and for nothing if it is not.
#[diagnostic::on_unimplemented(
    message = "this network is larger than the 256 KiB that may pass over the stack",
    label = "call `boxed`, which makes it on the heap",
    note = "`let net = Net::boxed(seed);` instead of `Net::new(seed)`, and `Net::zeroed_boxed()` instead of `Net::default()`"
)]
pub trait FitsTheStack<const FITS: bool> {}

impl<X: ?Sized> FitsTheStack<true> for X {}

/// Fails to compile for a network that is too large: for the trait, whose constructor cannot say so in a bound.
pub(super) const fn assert_fits(parameters: usize) {
    assert!(parameters <= MOST / size_of::<f32>(), "a network of more than 256 KiB is made by `boxed`, not by `new`");
}
