//! A network whose one-sample functions are compiled once for each set of vector instructions, instead of into every one
//! of the many places that call them: two hundred networks would take minutes.

use static_nn::fearless_simd::dispatch;
use static_nn::layer::{BlockRecord, Input, InputBlock, Output, OutputBlock, SampleRecord};
use static_nn::{Layer, Level, Noise, Parameters, Pass, Path, Scalar, Simd, Tensor};

/// The network itself, and nothing else.
#[derive(Clone)]
#[repr(transparent)]
pub(crate) struct Compact<N>(pub(crate) N);

// SAFETY: repr(transparent) over a type that keeps the same promise.
unsafe impl<T: Scalar, N: Parameters<T>> Parameters<T> for Compact<N> {
    const PARAMETERS: usize = N::PARAMETERS;
    const STATISTICS: usize = N::STATISTICS;

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        N::tensors(name, visit);
    }
}

impl<N> Compact<N> {
    #[inline(never)]
    fn forward_at<T: Scalar>(
        &self,
        level: Level,
        noise: Noise,
        x: &Input<N, T>,
        y: &mut Output<N, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) where
        N: Layer<T>,
    {
        dispatch!(level, simd => self.0.forward_train(simd, noise, x, y, cache, scratch));
    }

    #[inline(never)]
    fn backward_at<T: Scalar>(
        &self,
        level: Level,
        record: SampleRecord<'_, N, T>,
        dy: &Output<N, T>,
        dx: Option<&mut Input<N, T>>,
        grad: &mut N,
        scratch: &mut [T],
    ) where
        N: Layer<T>,
    {
        dispatch!(level, simd => self.0.backward(simd, record, dy, dx, grad, scratch));
    }
}

impl<T: Scalar, N: Layer<T>> Layer<T> for Compact<N> {
    type Input = N::Input;
    type Output = N::Output;

    const CACHE: usize = N::CACHE;
    const SCRATCH: usize = N::SCRATCH;
    const FORWARD_SCRATCH: usize = N::FORWARD_SCRATCH;
    const BLOCK_SCRATCH: usize = N::BLOCK_SCRATCH;

    /// As in training: what is checked here is the derivative of that.
    fn forward<S: Simd>(&self, simd: S, x: &Input<N, T>, y: &mut Output<N, T>, scratch: &mut [T]) {
        let _ = (simd, x, y, scratch);
        unreachable!("gradients need the forward pass of training");
    }

    fn forward_train<S: Simd>(
        &self,
        simd: S,
        noise: Noise,
        x: &Input<N, T>,
        y: &mut Output<N, T>,
        cache: &mut [T],
        scratch: &mut [T],
    ) {
        self.forward_at(simd.level(), noise, x, y, cache, scratch);
    }

    fn backward<S: Simd>(
        &self,
        simd: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<N, T>,
        dx: Option<&mut Input<N, T>>,
        grad: &mut Self,
        scratch: &mut [T],
    ) {
        self.backward_at(simd.level(), record, dy, dx, &mut grad.0, scratch);
    }

    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<N, T>],
        y: &mut [OutputBlock<N, T>],
        scratch: &mut [T::Lanes],
    ) {
        self.0.forward_blocks(pass, x, y, scratch);
    }

    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<N, T>],
        y: &mut [OutputBlock<N, T>],
        cache: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        self.0.forward_train_blocks(pass, x, y, cache, scratch);
    }

    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<N, T>],
        dx: Option<&mut [InputBlock<N, T>]>,
        grad: &mut Self,
        scratch: &mut [T::Lanes],
    ) {
        self.0.backward_blocks(pass, record, dy, dx, &mut grad.0, scratch);
    }
}
