//! The windows of a convolution over time, as types.

/// The windows of a convolution over time.
pub trait Span: Copy + Send + Sync + 'static {
    /// Steps of a window.
    const KERNEL: usize;
    /// How far a window lies from the one before it.
    const STRIDE: usize;
    /// Zeros before the first step.
    const BEFORE: usize;
    /// How far the steps of a window lie apart.
    const DILATION: usize;
}

/// Windows with zeros on both sides: PyTorch's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span1d<const KERNEL: usize, const STRIDE: usize = 1, const PADDING: usize = 0, const DILATION: usize = 1>;

impl<const KERNEL: usize, const STRIDE: usize, const PADDING: usize, const DILATION: usize> Span
    for Span1d<KERNEL, STRIDE, PADDING, DILATION>
{
    const KERNEL: usize = KERNEL;
    const STRIDE: usize = STRIDE;
    const BEFORE: usize = PADDING;
    const DILATION: usize = DILATION;
}

/// Windows that end with the step that they are for. `PAST` is `(KERNEL - 1) * DILATION * IN`: the values that a stream remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Causal<const KERNEL: usize, const PAST: usize, const DILATION: usize = 1>;

impl<const KERNEL: usize, const PAST: usize, const DILATION: usize> Span for Causal<KERNEL, PAST, DILATION> {
    const KERNEL: usize = KERNEL;
    const STRIDE: usize = 1;
    const BEFORE: usize = (KERNEL - 1) * DILATION;
    const DILATION: usize = DILATION;
}
