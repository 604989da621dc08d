//! Pooling: the largest or the mean value of every window of an image or of a sequence, PyTorch's `MaxPool2d`, `AvgPool2d`,
//! `AdaptiveAvgPool2d`, `MaxPool1d` and `AvgPool1d`.
//!
//! - forward: `y[c, i, j] = max x[c, ..]`, or the mean, over the values of window `i`, `j`; of a sequence `y[t, f] = max x[.., f]`, or the
//!   mean, over the steps of window `t`
//! - backward: `dy` goes to the first of the largest values of its window; or each value of the window gets its part
//!
//! # Shapes
//!
//! `[C, H, W]` to `[C, OH, OW]`, with `OH = floor((H + 2 PH - DH (KH - 1) - 1) / SH) + 1`, and `OW` so. A window that does not fit is left
//! out. The global pools take all of a channel: `[C, H, W]` to `[C]`. Over time `[S, F]` becomes `[OS, F]`, with `OS` like `OH`. No parameters.
//!
//! What lies outside is never the largest value. A mean counts it as zeros (`count_padding`, PyTorch's `count_include_pad`), or
//! not at all.
//!
//! # Examples
//!
//! ```
//! use static_nn::{AvgPool2d, D2, D3, GlobalMaxPool2d, MaxPool1d, MaxPool2d, Span1d, Window, network};
//!
//! type Image = D3<1, 2, 4, 8>;
//! type Half = D3<1, 1, 2, 2>;
//! let x = [[[1.0_f32, 2.0, 5.0, 1.0], [4.0, 1.0, 1.0, 1.0]]];
//! let most = MaxPool2d::<Image, Half, Window<2, 2, 2, 2>>::new();
//! assert_eq!(network::forward_with(&most, &mut [], &x), [[[4.0, 5.0]]]);
//! let mean = AvgPool2d::<Image, Half, Window<2, 2, 2, 2>>::new(true);
//! assert_eq!(network::forward_with(&mean, &mut [], &x), [[[2.0, 2.0]]]);
//! assert_eq!(network::forward_with(&GlobalMaxPool2d::<Image>::new(), &mut [], &x), [5.0]);
//!
//! let over_time = MaxPool1d::<D2<4, 1, 4>, D2<2, 1, 2>, Span1d<2, 2>>::new();
//! assert_eq!(network::forward_with(&over_time, &mut [], &[[1.0_f32], [2.0], [5.0], [1.0]]), [[2.0], [5.0]]);
//! ```

use core::marker::PhantomData;

use fearless_simd::{Level, Simd};

use super::conv1d::Span;
use super::window::{Windowed, pooling, pooling_adaptive, pooling_of_all, pooling_over_time};
use crate::kernels::ONE_LEVEL;
use crate::kernels::pool::{self, Pooling};
use crate::layer::{BlockRecord, Input, InputBlock, Layer, Output, OutputBlock, Pass, SampleRecord};
use crate::parameters::{Parameters, Path, Tensor};
use crate::scalar::Scalar;
use crate::shape::{Image, Sequence, Shape};

/// A pool over the windows `R`: of the largest values, if `LARGEST`, or of means. Its aliases carry the names of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool<const LARGEST: bool, R> {
    count_padding: bool,
    windows: PhantomData<R>,
}

/// The largest value of each window `W` of an image `X`: see the [module](self).
pub type MaxPool2d<X, Y, W> = Pool<true, Moving<X, Y, W>>;
/// The mean of each window `W` of an image `X`: see the [module](self).
pub type AvgPool2d<X, Y, W> = Pool<false, Moving<X, Y, W>>;
/// The largest value of each channel of an image `X`.
pub type GlobalMaxPool2d<X> = Pool<true, Everywhere<X>>;
/// The mean of each channel of an image `X`.
pub type GlobalAvgPool2d<X> = Pool<false, Everywhere<X>>;
/// The means of as many windows as `Y` has rows and columns, as nearly alike as can be: row `i` of `OH` takes the rows of the image from
/// `floor(i H / OH)` to before `ceil((i + 1) H / OH)`.
pub type AdaptiveAvgPool2d<X, Y> = Pool<false, Adaptive<X, Y>>;

/// The largest value of each feature in each window `W` of steps of a sequence `X`: see the [module](self).
pub type MaxPool1d<X, Y, W> = Pool<true, OverSteps<X, Y, W>>;
/// The mean of each feature in each window `W` of steps of a sequence `X`: see the [module](self).
pub type AvgPool1d<X, Y, W> = Pool<false, OverSteps<X, Y, W>>;

/// Values up to which one sample is inlined where the target alone decides on the instructions.
const SMALL: usize = 32 * 32;

/// The windows `W` on images `X`, as many as images `Y` have values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moving<X, Y, W>(PhantomData<(X, Y, W)>);
/// One window with all of an image `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Everywhere<X>(PhantomData<X>);
/// Windows that divide images `X` into as many parts as images `Y` have values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adaptive<X, Y>(PhantomData<(X, Y)>);

/// The windows `W` on the steps of sequences `X`, as many as sequences `Y` have steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverSteps<X, Y, W>(PhantomData<(X, Y, W)>);

/// The windows of a pool.
pub trait Region: Send + Sync + 'static {
    /// What they lie in.
    type Input: Shape;
    /// One value for each.
    type Output: Shape;

    /// Where they lie.
    fn pooling(count_padding: bool) -> Pooling;
}

impl<X: Image, Y: Image, W: Windowed> Region for Moving<X, Y, W> {
    type Input = X;
    type Output = Y;

    #[inline(always)]
    fn pooling(count_padding: bool) -> Pooling {
        if count_padding { const { pooling::<X, Y, W>(true) } } else { const { pooling::<X, Y, W>(false) } }
    }
}

impl<X: Image> Region for Everywhere<X> {
    type Input = X;
    type Output = X::Channels;

    #[inline(always)]
    fn pooling(_: bool) -> Pooling {
        const { pooling_of_all::<X>() }
    }
}

impl<X: Image, Y: Image> Region for Adaptive<X, Y> {
    type Input = X;
    type Output = Y;

    #[inline(always)]
    fn pooling(_: bool) -> Pooling {
        const { pooling_adaptive::<X, Y>() }
    }
}

/// A sequence is an image of one channel, whose rows are the steps.
impl<X: Sequence, Y: Sequence, W: Span> Region for OverSteps<X, Y, W> {
    type Input = X;
    type Output = Y;

    #[inline(always)]
    fn pooling(count_padding: bool) -> Pooling {
        if count_padding {
            const { pooling_over_time::<X, Y, W>(true) }
        } else {
            const { pooling_over_time::<X, Y, W>(false) }
        }
    }
}

macro_rules! of_means {
    ($($Pool:ident)*) => {
        $(
            impl<X, Y, W> $Pool<X, Y, W> {
                /// Whether PyTorch counts what lies outside.
                pub const COUNT_PADDING: bool = true;

                /// The layer. `count_padding` says whether what lies outside counts, as zeros.
                #[must_use]
                pub const fn new(count_padding: bool) -> Self {
                    Self { count_padding, windows: PhantomData }
                }
            }
        )*
    };
}

of_means! { AvgPool2d AvgPool1d }

macro_rules! without_settings {
    ($($Pool:ident<$($X:ident),*>)*) => {
        $(
            impl<$($X),*> $Pool<$($X),*> {
                /// The layer.
                #[must_use]
                #[expect(clippy::new_without_default, reason = "`new` stands beside that of layers with settings")]
                pub const fn new() -> Self {
                    Self { count_padding: false, windows: PhantomData }
                }
            }
        )*
    };
}

without_settings! { MaxPool2d<X, Y, W> MaxPool1d<X, Y, W> GlobalMaxPool2d<X> GlobalAvgPool2d<X> AdaptiveAvgPool2d<X, Y> }

// SAFETY: no parameters; a type with settings is never made out of nothing.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<const LARGEST: bool, R, T: Scalar> Parameters<T> for Pool<LARGEST, R> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}

impl<const LARGEST: bool, R: Region> Pool<LARGEST, R> {
    /// One sample.
    #[inline(always)]
    fn sample<T: Scalar>(&self, level: Level, x: &[T], y: &mut [T]) {
        let pooling = R::pooling(self.count_padding);
        if LARGEST && const { R::Input::LEN <= SMALL && ONE_LEVEL } {
            pool::sample_by_windows(&pooling, x, y);
        } else if LARGEST {
            T::max_pool(level, &pooling, x, y);
        } else {
            T::mean_pool(&pooling, x, y);
        }
    }
}

impl<const LARGEST: bool, R: Region, T: Scalar> Layer<T> for Pool<LARGEST, R> {
    type Input = R::Input;
    type Output = R::Output;
    const DRAWS: bool = false;

    #[inline(always)]
    fn forward<S: Simd>(&self, simd: S, x: &Input<Self, T>, y: &mut Output<Self, T>, _: &mut [T]) {
        self.sample(simd.level(), R::Input::flat(x), R::Output::flat_mut(y));
    }

    #[inline(always)]
    fn backward<S: Simd>(
        &self,
        _: S,
        record: SampleRecord<'_, Self, T>,
        dy: &Output<Self, T>,
        dx: Option<&mut Input<Self, T>>,
        _: &mut Self,
        _: &mut [T],
    ) {
        let Some(dx) = dx else { return };
        let pooling = R::pooling(self.count_padding);
        let (dy, dx) = (R::Output::flat(dy), R::Input::flat_mut(dx));
        if LARGEST && const { R::Input::LEN <= SMALL && ONE_LEVEL } {
            pool::sample_dx(&pooling, R::Input::flat(record.x), R::Output::flat(record.y), dy, dx);
        } else if LARGEST {
            T::max_pool_dx(&pooling, R::Input::flat(record.x), R::Output::flat(record.y), dy, dx);
        } else {
            T::mean_pool_dx(&pooling, dy, dx);
        }
    }

    #[inline]
    fn forward_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
    ) {
        let pooling = R::pooling(self.count_padding);
        let (x, y) = (R::Input::flat_all(x), R::Output::flat_all_mut(y));
        if LARGEST {
            T::max_pool_blocks(pass.level, &pooling, x, y);
        } else {
            T::mean_pool_blocks(pass.level, &pooling, x, y);
        }
    }

    #[inline]
    fn forward_train_blocks(
        &self,
        pass: &Pass<'_>,
        x: &[InputBlock<Self, T>],
        y: &mut [OutputBlock<Self, T>],
        _: &mut [T::Lanes],
        scratch: &mut [T::Lanes],
    ) {
        Layer::<T>::forward_blocks(self, pass, x, y, scratch);
    }

    #[inline]
    fn backward_blocks(
        &self,
        pass: &Pass<'_>,
        record: BlockRecord<'_, Self, T>,
        dy: &[OutputBlock<Self, T>],
        dx: Option<&mut [InputBlock<Self, T>]>,
        _: &mut Self,
        _: &mut [T::Lanes],
    ) {
        let Some(dx) = dx else { return };
        let pooling = R::pooling(self.count_padding);
        let (dy, dx) = (R::Output::flat_all(dy), R::Input::flat_all_mut(dx));
        if LARGEST {
            let (x, y) = (R::Input::flat_all(record.x), R::Output::flat_all(record.y));
            T::max_pool_blocks_dx(pass.level, &pooling, x, y, dy, dx);
        } else {
            T::mean_pool_blocks_dx(pass.level, &pooling, dy, dx);
        }
    }
}
