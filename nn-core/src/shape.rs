//! The shapes of samples and seams, and their storage.
//!
//! A shape is a type: [`D1`] for a vector, [`D2`] for a sequence, [`D3`] for an image. `Of<T>` is one sample of it, `Of<T::Lanes>` a block of
//! samples; both lie flat in memory, so a run of scratch can be looked at as any shape of its length.

use crate::scalar::Element;

/// A vector of `N` values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum D1<const N: usize> {}

/// A vector of `N` words: whole numbers that an [`Embedding`](crate::Embedding) looks up, as scalars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words<const N: usize> {}

/// A sequence of `S` steps of `F` features, `N = S * F` values in all; a step's features are neighbours.
///
/// `N` is stated because stable Rust cannot multiply const parameters; a wrong one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum D2<const S: usize, const F: usize, const N: usize> {}

/// An image of `C` channels, `H` rows and `W` columns, `N = C * H * W` values in all.
///
/// `N` is stated because stable Rust cannot multiply const parameters; a wrong one does not compile. With it
/// flattening is exact in the types: `D3<C, H, W, N>` and `D1<N>` share one memory layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum D3<const C: usize, const H: usize, const W: usize, const N: usize> {}

/// A sequence: a shape of steps with features each.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the shape of a sequence",
    label = "this type does not implement `Sequence`",
    note = "write `D2<S, F, N>` for a sequence of `S` steps of `F` features, `N = S * F` values in all"
)]
pub trait Sequence: Shape {
    /// The number of steps.
    const STEPS: usize;
    /// The features of a step.
    const FEATURES: usize;
    /// One step.
    type Frame: Shape;
}

impl<const S: usize, const F: usize, const N: usize> Sequence for D2<S, F, N> {
    const STEPS: usize = S;
    const FEATURES: usize = F;
    type Frame = D1<F>;
}

/// A shape of steps, of which a sample may have fewer than others: a sequence, or words.
#[diagnostic::on_unimplemented(
    message = "samples of the shape `{Self}` have no steps, so none ends before another",
    label = "only sequences `D2<S, F, N>` and words `Words<N>` have steps",
    note = "hand on the values without a length"
)]
pub trait Stepped: Shape {}

impl<const S: usize, const F: usize, const N: usize> Stepped for D2<S, F, N> {}
impl<const N: usize> Stepped for Words<N> {}

/// An image: a shape of channels, rows and columns.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the shape of an image",
    label = "this type does not implement `Image`",
    note = "write `D3<C, H, W, N>` for an image of `C` channels, `H` rows and `W` columns, `N = C * H * W` values in all"
)]
pub trait Image: Shape {
    /// The number of channels.
    const CHANNELS: usize;
    /// The number of rows.
    const HEIGHT: usize;
    /// The number of columns.
    const WIDTH: usize;
    /// One value for each channel.
    type Channels: Shape;
}

impl<const C: usize, const H: usize, const W: usize, const N: usize> Image for D3<C, H, W, N> {
    const CHANNELS: usize = C;
    const HEIGHT: usize = H;
    const WIDTH: usize = W;
    type Channels = D1<C>;
}

/// The extents of a sample, known to the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    label = "this type does not implement `Shape`",
    note = "write `D1<N>` for a vector of `N` values, `D2<S, F, N>` for a sequence, and `D3<C, H, W, N>` for an image of `N = C * H * W`"
)]
pub trait Shape: Send + Sync + 'static {
    /// One value of this shape in memory: nested arrays of `E`.
    type Of<E: Element>: Element;
    /// The number of values.
    const LEN: usize;
    /// The extents, outermost first.
    const DIMS: &'static [usize];

    /// The values of one sample, flat.
    fn flat<E: Element>(value: &Self::Of<E>) -> &[E];
    /// The values of one sample, flat, to be written.
    fn flat_mut<E: Element>(value: &mut Self::Of<E>) -> &mut [E];
    /// The values of many samples or blocks, flat.
    fn flat_all<E: Element>(values: &[Self::Of<E>]) -> &[E];
    /// The values of many samples or blocks, flat, to be written.
    fn flat_all_mut<E: Element>(values: &mut [Self::Of<E>]) -> &mut [E];
    /// As many whole values of this shape as `flat` holds.
    fn all<E: Element>(flat: &[E]) -> &[Self::Of<E>];
    /// As many whole values of this shape as `flat` holds, to be written.
    fn all_mut<E: Element>(flat: &mut [E]) -> &mut [Self::Of<E>];

    /// The first value of this shape in `flat`.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than [`LEN`](Self::LEN).
    #[inline(always)]
    fn view<E: Element>(flat: &[E]) -> &Self::Of<E> {
        &Self::all(&flat[..Self::LEN])[0]
    }

    /// The first value of this shape in `flat`, to be written.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than [`LEN`](Self::LEN).
    #[inline(always)]
    fn view_mut<E: Element>(flat: &mut [E]) -> &mut Self::Of<E> {
        &mut Self::all_mut(&mut flat[..Self::LEN])[0]
    }

    /// The first `count` values of this shape in `flat`, to be written.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than `count` values.
    #[inline(always)]
    fn views_mut<E: Element>(flat: &mut [E], count: usize) -> &mut [Self::Of<E>] {
        Self::all_mut(&mut flat[..count * Self::LEN])
    }

    /// Takes the first value of this shape off `flat`, and the rest.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than [`LEN`](Self::LEN).
    #[inline(always)]
    fn split<E: Element>(flat: &[E]) -> (&Self::Of<E>, &[E]) {
        let (head, rest) = flat.split_at(Self::LEN);
        (&Self::all(head)[0], rest)
    }

    /// Takes the first value of this shape off `flat`, to be written, and the rest.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than [`LEN`](Self::LEN).
    #[inline(always)]
    fn split_mut<E: Element>(flat: &mut [E]) -> (&mut Self::Of<E>, &mut [E]) {
        let (head, rest) = flat.split_at_mut(Self::LEN);
        (&mut Self::all_mut(head)[0], rest)
    }

    /// Takes the first `count` values of this shape off `flat`, and the rest.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than `count` values.
    #[inline(always)]
    fn splits<E: Element>(flat: &[E], count: usize) -> (&[Self::Of<E>], &[E]) {
        let (head, rest) = flat.split_at(count * Self::LEN);
        (Self::all(head), rest)
    }

    /// Takes the first `count` values of this shape off `flat`, to be written, and the rest.
    ///
    /// # Panics
    ///
    /// If `flat` is shorter than `count` values.
    #[inline(always)]
    fn splits_mut<E: Element>(flat: &mut [E], count: usize) -> (&mut [Self::Of<E>], &mut [E]) {
        let (head, rest) = flat.split_at_mut(count * Self::LEN);
        (Self::all_mut(head), rest)
    }
}

/// Shapes of one extent.
macro_rules! vector {
    ($($Shape:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<const N: usize> Shape for $Shape<N> {
            type Of<E: Element> = [E; N];
            const LEN: usize = N;
            const DIMS: &'static [usize] = &[N];

            #[inline(always)]
            fn flat<E: Element>(value: &[E; N]) -> &[E] {
                value
            }

            #[inline(always)]
            fn flat_mut<E: Element>(value: &mut [E; N]) -> &mut [E] {
                value
            }

            #[inline(always)]
            fn flat_all<E: Element>(values: &[[E; N]]) -> &[E] {
                values.as_flattened()
            }

            #[inline(always)]
            fn flat_all_mut<E: Element>(values: &mut [[E; N]]) -> &mut [E] {
                values.as_flattened_mut()
            }

            #[inline(always)]
            fn all<E: Element>(flat: &[E]) -> &[[E; N]] {
                flat.as_chunks().0
            }

            #[inline(always)]
            fn all_mut<E: Element>(flat: &mut [E]) -> &mut [[E; N]] {
                flat.as_chunks_mut().0
            }
        }
    )*};
}

vector!(D1 Words);

#[diagnostic::do_not_recommend]
impl<const S: usize, const F: usize, const N: usize> Shape for D2<S, F, N> {
    type Of<E: Element> = [[E; F]; S];
    const LEN: usize = {
        assert!(S * F == N, "the last parameter of D2 is the product of the others");
        N
    };
    const DIMS: &'static [usize] = &[S, F];

    #[inline(always)]
    fn flat<E: Element>(value: &[[E; F]; S]) -> &[E] {
        value.as_flattened()
    }

    #[inline(always)]
    fn flat_mut<E: Element>(value: &mut [[E; F]; S]) -> &mut [E] {
        value.as_flattened_mut()
    }

    #[inline(always)]
    fn flat_all<E: Element>(values: &[[[E; F]; S]]) -> &[E] {
        values.as_flattened().as_flattened()
    }

    #[inline(always)]
    fn flat_all_mut<E: Element>(values: &mut [[[E; F]; S]]) -> &mut [E] {
        values.as_flattened_mut().as_flattened_mut()
    }

    #[inline(always)]
    fn all<E: Element>(flat: &[E]) -> &[[[E; F]; S]] {
        flat.as_chunks().0.as_chunks().0
    }

    #[inline(always)]
    fn all_mut<E: Element>(flat: &mut [E]) -> &mut [[[E; F]; S]] {
        flat.as_chunks_mut().0.as_chunks_mut().0
    }
}

#[diagnostic::do_not_recommend]
impl<const C: usize, const H: usize, const W: usize, const N: usize> Shape for D3<C, H, W, N> {
    type Of<E: Element> = [[[E; W]; H]; C];
    const LEN: usize = {
        assert!(C * H * W == N, "the last parameter of D3 is the product of the others");
        N
    };
    const DIMS: &'static [usize] = &[C, H, W];

    #[inline(always)]
    fn flat<E: Element>(value: &[[[E; W]; H]; C]) -> &[E] {
        value.as_flattened().as_flattened()
    }

    #[inline(always)]
    fn flat_mut<E: Element>(value: &mut [[[E; W]; H]; C]) -> &mut [E] {
        value.as_flattened_mut().as_flattened_mut()
    }

    #[inline(always)]
    fn flat_all<E: Element>(values: &[[[[E; W]; H]; C]]) -> &[E] {
        values.as_flattened().as_flattened().as_flattened()
    }

    #[inline(always)]
    fn flat_all_mut<E: Element>(values: &mut [[[[E; W]; H]; C]]) -> &mut [E] {
        values.as_flattened_mut().as_flattened_mut().as_flattened_mut()
    }

    #[inline(always)]
    fn all<E: Element>(flat: &[E]) -> &[[[[E; W]; H]; C]] {
        flat.as_chunks().0.as_chunks().0.as_chunks().0
    }

    #[inline(always)]
    fn all_mut<E: Element>(flat: &mut [E]) -> &mut [[[[E; W]; H]; C]] {
        flat.as_chunks_mut().0.as_chunks_mut().0.as_chunks_mut().0
    }
}
