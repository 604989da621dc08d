//! The least that a training step has to do.

use crate::roofline::{MultiplyAdds, Update};

/// A step with Adam: the products of the forward pass, of the gradients of all weights and of all inputs but the first layer's; then the
/// parameters, their gradient and two averages pass through the processor once.
pub(super) struct TrainStep {
    products: MultiplyAdds,
    adam: Update<3>,
}

impl TrainStep {
    /// A step of dense layers of these sizes on `samples`.
    pub(super) fn new(sizes: &[usize], samples: usize) -> Self {
        let macs: Vec<usize> = sizes.windows(2).map(|pair| pair[0] * pair[1]).collect();
        let parameters: usize = sizes.windows(2).map(|pair| (pair[0] + 1) * pair[1]).sum();
        let all: usize = macs.iter().sum();
        Self::of(samples * (3 * all - macs[0]), parameters)
    }

    /// A step of so many multiply-adds, of a network of so many parameters.
    pub(super) fn of(macs: usize, parameters: usize) -> Self {
        Self { products: MultiplyAdds::new(macs), adam: Update::new(parameters) }
    }

    pub(super) fn run(&mut self) {
        self.products.run();
        self.adam.run();
    }
}
