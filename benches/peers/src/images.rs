//! A network of images as everybody gets it.

use crate::net::{Layer, Parameters};

/// The layers of a network on images of 28 x 28: channels and kernel of each convolution, whether it has a pool; then the outputs of
/// dense layers.
pub struct Plan {
    convolutions: &'static [(usize, usize, bool)],
    dense: &'static [usize],
}

/// `benches::LeNet5`.
pub const LENET5: Plan = Plan { convolutions: &[(6, 5, true), (16, 5, true)], dense: &[120, 84, 10] };
/// `benches::ThreeConvolutions`.
pub const THREE_CONVOLUTIONS: Plan =
    Plan { convolutions: &[(32, 3, true), (64, 3, true), (64, 3, false)], dense: &[64, 10] };

/// Rows and columns of an image.
const SIDE: usize = 28;

/// Convolutions, dense layers, and a batch of images. There is a rectifier behind every layer but the last.
pub struct ImageNet {
    pub convolutions: Vec<Convolution>,
    pub dense: Vec<Layer>,
    /// Images, one after the other.
    pub xs: Vec<f32>,
    /// The shape of all of them: samples, channels, rows, columns.
    pub dims: [usize; 4],
    /// Their classes.
    pub classes: Vec<u8>,
}

/// A convolution, and behind its rectifier the largest values of 2 x 2 where it is pooled.
pub struct Convolution {
    /// A window is the input of a dense layer that stands at every place.
    pub window: Layer,
    /// The shape of [`Layer::by_outputs`]: channels that leave, channels that enter, rows, columns.
    pub dims: [usize; 4],
    pub pooled: bool,
}

impl ImageNet {
    /// A network with the library's parameters, in its order, and the images of `xs`.
    pub fn new(plan: &Plan, parameters: &[f32], xs: &[f32]) -> Self {
        let mut rest = Parameters(parameters);
        let (mut channels, mut side) = (1, SIDE);
        let convolutions = plan.convolutions.iter().map(|&(outputs, kernel, pooled)| {
            let dims = [outputs, channels, kernel, kernel];
            (channels, side) = (outputs, (side - kernel + 1) / if pooled { 2 } else { 1 });
            Convolution { window: rest.layer(dims[1..].iter().product(), outputs), dims, pooled }
        });
        let convolutions = convolutions.collect();
        let mut inputs = channels * side * side;
        let dense = plan.dense.iter().map(|&outputs| {
            let layer = rest.layer(inputs, outputs);
            inputs = outputs;
            layer
        });
        let dense = dense.collect();
        let samples = xs.len() / (SIDE * SIDE);
        let classes = benches::data::classes(samples, inputs as u8);
        Self { convolutions, dense, xs: xs.to_vec(), dims: [samples, 1, SIDE, SIDE], classes }
    }

    /// Answers to one image.
    pub fn outputs(&self) -> usize {
        self.dense.last().map_or(0, |layer| layer.outputs)
    }
}
