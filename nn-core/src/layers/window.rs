//! How a window moves over an image: its kernel, stride, padding and dilation, as a type.

use crate::kernels::conv::Convolution;
use crate::kernels::pool::{Pooling, Windows};
use crate::shape::{Image, Sequence};

use super::conv1d::Span;

/// A window of `KH` rows by `KW` columns. It moves by `SH` rows and `SW` columns, starts `PH` rows and `PW` columns before the image, and its
/// own rows and columns lie `DH` and `DW` apart. What is outside of the image counts as zero, or, for the largest value, not at all.
///
/// How often it fits is stated by the layer's output: as often as PyTorch says, `floor((H + 2 PH - DH (KH - 1) - 1) / SH) + 1` rows, or with
/// a stride of 1 as often as the image has rows and columns (`padding = same`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window<
    const KH: usize,
    const KW: usize,
    const SH: usize = 1,
    const SW: usize = 1,
    const PH: usize = 0,
    const PW: usize = 0,
    const DH: usize = 1,
    const DW: usize = 1,
> {}

/// The numbers of a [`Window`], rows first.
pub trait Windowed: Send + Sync + 'static {
    /// Rows and columns.
    const KERNEL: [usize; 2];
    /// How far it moves.
    const STRIDE: [usize; 2];
    /// How far before the image it starts.
    const PADDING: [usize; 2];
    /// How far its rows and columns lie apart.
    const DILATION: [usize; 2];
}

impl<
    const KH: usize,
    const KW: usize,
    const SH: usize,
    const SW: usize,
    const PH: usize,
    const PW: usize,
    const DH: usize,
    const DW: usize,
> Windowed for Window<KH, KW, SH, SW, PH, PW, DH, DW>
{
    const KERNEL: [usize; 2] = [KH, KW];
    const STRIDE: [usize; 2] = [SH, SW];
    const PADDING: [usize; 2] = [PH, PW];
    const DILATION: [usize; 2] = [DH, DW];
}

/// Channels, rows and columns.
const fn dims<X: Image>() -> [usize; 3] {
    [X::CHANNELS, X::HEIGHT, X::WIDTH]
}

/// Asserts that windows `W` on images `X` come out as images `Y`, channels aside.
const fn assert_fits<X: Image, Y: Image, W: Windowed>() {
    let (input, output) = (dims::<X>(), dims::<Y>());
    let mut side = 0;
    while side < 2 {
        let (kernel, stride, dilation) = (W::KERNEL[side], W::STRIDE[side], W::DILATION[side]);
        assert!(kernel > 0 && stride > 0 && dilation > 0, "a window's kernel, stride and dilation are 1 or more");
        let (reach, padding) = ((kernel - 1) * dilation, W::PADDING[side]);
        let (image, count) = (input[1 + side], output[1 + side]);
        let floor = image + 2 * padding > reach && (image + 2 * padding - reach - 1) / stride + 1 == count;
        let same = stride == 1 && count == image && padding == reach / 2;
        assert!(floor || same, "a layer's output is as large as its windows make it");
        side += 1;
    }
}

/// Asserts that images `Y` are what a transposed convolution makes of images `X`, channels aside. More rows and columns may be asked for
/// than the windows reach, but fewer than a step of the window or of its own rows.
const fn assert_transposed<X: Image, Y: Image, W: Windowed>() {
    let (input, output) = (dims::<X>(), dims::<Y>());
    let mut side = 0;
    while side < 2 {
        let (kernel, stride, dilation) = (W::KERNEL[side], W::STRIDE[side], W::DILATION[side]);
        assert!(kernel > 0 && stride > 0 && dilation > 0, "a window's kernel, stride and dilation are 1 or more");
        let reached = (input[1 + side] - 1) * stride + (kernel - 1) * dilation + 1;
        let image = output[1 + side] + 2 * W::PADDING[side];
        let step = if stride > dilation { stride } else { dilation };
        assert!(reached <= image && image < reached + step, "a layer's output is as large as its windows make it");
        side += 1;
    }
}

/// The convolution that takes `X` to `Y`.
///
/// # Panics
///
/// When it is compiled, if these sizes are not those of a convolution.
pub(crate) const fn convolution<X: Image, Y: Image, W: Windowed>(patch: usize, groups: usize) -> Convolution {
    assert_fits::<X, Y, W>();
    sized::<X, Y, W>(patch, groups)
}

/// The convolution whose way back takes `X` to `Y`.
///
/// # Panics
///
/// When it is compiled, if these sizes are not those of a transposed convolution.
pub(crate) const fn transposed<X: Image, Y: Image, W: Windowed>(patch: usize, groups: usize) -> Convolution {
    assert_transposed::<X, Y, W>();
    sized::<Y, X, W>(patch, groups)
}

const fn sized<X: Image, Y: Image, W: Windowed>(patch: usize, groups: usize) -> Convolution {
    assert!(
        groups > 0 && X::CHANNELS.is_multiple_of(groups) && Y::CHANNELS.is_multiple_of(groups),
        "the groups of a convolution divide its channels"
    );
    let convolution = Convolution {
        input: dims::<X>(),
        output: dims::<Y>(),
        kernel: W::KERNEL,
        stride: W::STRIDE,
        padding: W::PADDING,
        dilation: W::DILATION,
        groups,
    };
    assert!(patch == convolution.patch(), "a window has so many values in the channels that it sees");
    convolution
}

/// The pool that takes `X` to `Y`.
///
/// # Panics
///
/// When it is compiled, if these sizes are not those of a pool.
pub(crate) const fn pooling<X: Image, Y: Image, W: Windowed>(count_padding: bool) -> Pooling {
    assert_fits::<X, Y, W>();
    assert!(X::CHANNELS == Y::CHANNELS, "a pool keeps the channels");
    let mut side = 0;
    while side < 2 {
        assert!(2 * W::PADDING[side] <= W::KERNEL[side], "the padding of a pool is at most half of its window");
        side += 1;
    }
    let windows = Windows::Equal {
        kernel: W::KERNEL,
        stride: W::STRIDE,
        padding: W::PADDING,
        dilation: W::DILATION,
        count_padding,
    };
    Pooling { input: [X::HEIGHT, X::WIDTH], output: [Y::HEIGHT, Y::WIDTH], windows }
}

/// The pool that takes sequences `X` to `Y`: a step is a row of an image of one channel.
///
/// # Panics
///
/// When it is compiled, if these sizes are not those of a pool.
pub(crate) const fn pooling_over_time<X: Sequence, Y: Sequence, W: Span>(count_padding: bool) -> Pooling {
    assert!(X::FEATURES == Y::FEATURES, "a pool keeps the features");
    assert!(W::KERNEL > 0 && W::STRIDE > 0 && W::DILATION > 0, "a window's kernel, stride and dilation are 1 or more");
    assert!(2 * W::BEFORE <= W::KERNEL, "the padding of a pool is at most half of its window");
    let (reach, steps) = ((W::KERNEL - 1) * W::DILATION, X::STEPS + 2 * W::BEFORE);
    assert!(
        steps > reach && (steps - reach - 1) / W::STRIDE + 1 == Y::STEPS,
        "a layer's output is as large as its windows make it"
    );
    let windows = Windows::Equal {
        kernel: [W::KERNEL, 1],
        stride: [W::STRIDE, 1],
        padding: [W::BEFORE, 0],
        dilation: [W::DILATION, 1],
        count_padding,
    };
    Pooling { input: [X::STEPS, X::FEATURES], output: [Y::STEPS, Y::FEATURES], windows }
}

/// The pool that takes all of an image.
pub(crate) const fn pooling_of_all<X: Image>() -> Pooling {
    let input = [X::HEIGHT, X::WIDTH];
    let windows =
        Windows::Equal { kernel: input, stride: input, padding: [0; 2], dilation: [1; 2], count_padding: false };
    Pooling { input, output: [1; 2], windows }
}

/// The pool that takes `X` to `Y`, in windows as nearly alike as can be.
pub(crate) const fn pooling_adaptive<X: Image, Y: Image>() -> Pooling {
    assert!(X::CHANNELS == Y::CHANNELS, "a pool keeps the channels");
    Pooling { input: [X::HEIGHT, X::WIDTH], output: [Y::HEIGHT, Y::WIDTH], windows: Windows::Adaptive }
}
