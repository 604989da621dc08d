//! Exactly what generated code may name. Not part of the public interface.

mod budget;
mod checks;
mod counts;
mod draws;
mod extents;
mod family;
mod stack;
mod tensors;
mod text;
mod weights;
mod windows;

pub use budget::{Figure, limit, within_budget, within_budget_of_a_stream};
pub use checks::{count, ensure, fitting, setting, size};
pub use counts::{any, first, heedless, least, max, sum};
pub use draws::{noise, pass};
pub use extents::{Begins, Ends, Extents, Ranked, Taken, extents};
pub use family::{Member, begin, step_of, stream_of};
pub(crate) use stack::on_stack;
pub use stack::{BATCH_STACK, BlockOnStack, FRAME, OnStack, block_len, fits, two_buffers};
pub use tensors::{Stored, fill as fill_from, judge, put};
pub(crate) use text::Text;
pub use weights::{HasWeights, embed, no_weights};
pub use windows::{
    at_most, covered, divides, equal, extent, has_rank, past, quotient, same_padding, told, transposed_windows, windows,
};

pub use crate::Noise;
pub use crate::budget::{Append, Counted, Figures, digit};
pub use crate::cache_line::OnCacheLine;
pub use crate::constant::{Part, Plan, forward as forward_const};
pub use crate::foreign::Foreign;
pub use crate::golden::{Golden, GoldenError, check as check_golden, holds as golden_holds, test as golden_test};
pub use crate::init::{Init, Nonlinearity, Rng, fill_layer as fill};
pub use crate::kernels::pointwise::{self as functions, Pointwise};
pub use crate::layer::{Layer, Pass, Record};
pub use crate::layers::branches::{Branches2, Branches3, Branches4, Branches5, Branches6, Branches7, Branches8};
pub use crate::layers::functions::*;
pub use crate::layers::setting::{Range, bits};
pub use crate::layers::{
    AdaptiveAvgPool2d, Add, AvgPool1d, AvgPool2d, BatchNorm, Bidirectional, Causal, CausalSelfAttention, Concat,
    Conv1d, Conv2d, ConvTranspose2d, Dense, Dropout, Dropout2d, EachStep, Embedding, Flatten, GaussianNoise,
    GlobalAvgPool2d, GlobalMaxPool2d, GroupNorm, Gru, Identity, Last, LayerNorm, LearnedPositionalEncoding,
    LocalResponseNorm, LogSoftmax, Lstm, MaxOverTime, MaxPool1d, MaxPool2d, MeanOverTime, Multiply, NoBias,
    PositionalEncoding, ReluRnn, Reshape, Residual, RmsNorm, Rnn, SelfAttention, Softmax, Span1d, Stacked, Standardize,
    Upsample, Window, ZeroPad2d,
};
pub use crate::loss::Loss;
pub use crate::network::{BatchError, FitsTheStack, LayerInfo, Network, Summary, class_of};
pub use crate::optim::Optimizer;
pub use crate::parameters::{Parameters, Parts, Path, Tensor, zeroed as zeros};
pub use crate::sample::Sample;
pub use crate::scalar::{Number, Scalar};
pub use crate::shape::{D1, D2, D3, Shape, Words};
#[cfg(feature = "std")]
pub use crate::std::path::Path as StdPath;
pub use crate::stream::ahead::*;
pub use crate::stream::{FrameIn, FrameOut, Stateless, Stream, Streamed, Then, together};
pub use crate::{inherent, inherent_stream};
pub use fearless_simd::Simd;
pub use nalgebra::SVector;
pub use typenum::{B0, B1, UInt, UTerm};

/// What [`inherent`] calls its arguments before they are arguments.
pub const fn not_a_pattern() {}

/// A seam, before a layer writes it.
#[inline(always)]
#[must_use]
pub fn zeroed<X: bytemuck::Zeroable>() -> X {
    X::zeroed()
}
