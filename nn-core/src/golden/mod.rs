//! Recorded answers of a network, which it must still give: `#[golden("vectors.safetensors", tolerance = 1e-5)]`.
//!
//! A file of them has two tensors, `inputs` and `outputs`, whose first extent is the number of examples. PyTorch writes one with
//! `safetensors.torch.save_file({"inputs": x, "outputs": net(x)}, "vectors.safetensors")`, and a network with `save_golden`. That adds
//! the `checksum` of the parameters, so that no bit of them changes unseen.
//!
//! A network whose examples come to at most [`MOST_MACS`](crate::constant::MOST_MACS) multiply-adds is asked while it is compiled, with
//! [`forward_const`](crate::constant), and every network in a test that the macro writes.
//!
//! An answer is the recorded one if the two differ by no more than the tolerance, times the size of the recorded one where that is above 1.

mod constant;
mod error;
#[cfg(feature = "std")]
mod save;

pub use constant::holds;
pub use error::GoldenError;
#[cfg(feature = "std")]
pub use save::save;

use crate::network::{self, Network};
#[cfg(feature = "alloc")]
use crate::parameters::Parameters;
use crate::sample::Sample;
use crate::shape::Shape;

/// The recorded answers of a network, in the program.
#[derive(Clone, Copy, Debug)]
pub struct Golden {
    /// The file that they come from, as it was written.
    pub file: &'static str,
    /// The inputs, one after the other: `f32`, little-endian.
    pub inputs: &'static [u8],
    /// The outputs, likewise.
    pub outputs: &'static [u8],
    /// How many there are of each.
    pub examples: usize,
    /// How far an answer may be from the recorded one.
    pub tolerance: f64,
    /// That of the parameters which gave them, if it was recorded.
    pub checksum: Option<u64>,
}

/// The values of one example, of which `values` has `to.len()` each.
const fn read(values: &[u8], example: usize, to: &mut [f32]) {
    let mut i = 0;
    while i < to.len() {
        let at = 4 * (example * to.len() + i);
        to[i] = f32::from_le_bytes([values[at], values[at + 1], values[at + 2], values[at + 3]]);
        i += 1;
    }
}

/// Whether an answer is the recorded one. NaN is none.
const fn is_close(answer: f32, recorded: f32, tolerance: f64) -> bool {
    let (answer, recorded) = (answer as f64, recorded as f64);
    (answer - recorded).abs() <= permitted(recorded, tolerance)
}

/// How far an answer may be from the recorded one.
const fn permitted(recorded: f64, tolerance: f64) -> f64 {
    tolerance * recorded.abs().max(1.0)
}

/// A number that changes with every bit of the parameters: FNV-1a (Fowler, Noll, Vo) of 64 bits, a parameter at a time.
#[must_use]
pub const fn checksum(parameters: &[f32]) -> u64 {
    let (mut sum, mut i) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while i < parameters.len() {
        sum = (sum ^ parameters[i].to_bits() as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    sum
}

impl Golden {
    /// Asks the network for every recorded answer; `scratch` has [`FORWARD_SCRATCH`](crate::Layer::FORWARD_SCRATCH) elements.
    ///
    /// # Errors
    ///
    /// A [`GoldenError`] with the first answer that is another one, or if the parameters are not those that gave the answers.
    pub fn check<N: Network<f32>>(&self, net: &N, scratch: &mut [f32]) -> Result<(), GoldenError> {
        self.check_parameters(net.as_slice())?;
        let mut x = <<N::Input as Shape>::Of<f32> as bytemuck::Zeroable>::zeroed();
        let mut y = <<N::Output as Shape>::Of<f32> as bytemuck::Zeroable>::zeroed();
        for example in 0..self.examples {
            read(self.inputs, example, <N::Input as Shape>::flat_mut(&mut x));
            read(self.outputs, example, <N::Output as Shape>::flat_mut(&mut y));
            let answer = network::forward_with(net, scratch, &Flat(<N::Input as Shape>::flat(&x)));
            let both = <N::Output as Shape>::flat(&answer).iter().zip(<N::Output as Shape>::flat(&y));
            for (output, (&answer, &recorded)) in both.enumerate() {
                if !is_close(answer, recorded, self.tolerance) {
                    return Err(self.differs(example, output, answer, recorded));
                }
            }
        }
        Ok(())
    }

    const fn check_parameters(&self, parameters: &[f32]) -> Result<(), GoldenError> {
        match self.checksum {
            Some(recorded) if recorded != checksum(parameters) => Err(GoldenError::OtherParameters { file: self.file }),
            _ => Ok(()),
        }
    }

    const fn differs(&self, example: usize, output: usize, answer: f32, recorded: f32) -> GoldenError {
        let (file, permitted) = (self.file, permitted(recorded as f64, self.tolerance));
        GoldenError::OtherAnswer { file, example, output, answer, recorded, permitted }
    }
}

/// What the test of a network says.
///
/// # Panics
///
/// If the network does not give its recorded answers.
#[track_caller]
pub fn test(result: Result<(), GoldenError>) {
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// The values of a sample of any shape.
struct Flat<'a>(&'a [f32]);

impl<X: Shape> Sample<f32, X> for Flat<'_> {
    type Value = f32;

    fn values(&self) -> &[f32] {
        self.0
    }
}

/// [`Golden::check`] with a scratch of its own: on the heap, where there is one.
///
/// # Errors
///
/// As there.
pub fn check<N: Network<f32>, const SCRATCH: usize>(golden: &Golden, net: &N) -> Result<(), GoldenError> {
    #[cfg(feature = "alloc")]
    let mut scratch = <[f32; SCRATCH]>::zeroed_boxed();
    #[cfg(not(feature = "alloc"))]
    let mut scratch = [0.0; SCRATCH];
    golden.check(net, &mut scratch[..])
}
