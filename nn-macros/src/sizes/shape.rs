//! The shape of a seam.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::Path;
use syn::spanned::Spanned;

use super::{Size, located, with_scalar, written_here};

/// The shape of a seam.
#[derive(Clone)]
pub(crate) enum Shape {
    /// Its extents, outermost first: `[n]` is a vector, `[t, f]` a sequence, `[c, h, w]` an image.
    Dims(Vec<Size>),
    /// A vector of words, or where a type of the user's takes it, of what that takes: the struct of this name knows.
    Words(Size, Option<Ident>),
    /// Whatever a type of the user's says.
    Custom(Side),
}

/// How many extents a sequence has.
pub(crate) const SEQUENCE: usize = 2;
/// How many extents an image has.
pub(crate) const IMAGE: usize = 3;

/// A kind of shape whose extents a layer tells apart.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rank {
    /// Steps and features.
    Sequence,
    /// Channels, rows and columns.
    Image,
}

impl Rank {
    pub(crate) fn extents(self) -> usize {
        match self {
            Self::Sequence => SEQUENCE,
            Self::Image => IMAGE,
        }
    }

    /// Which of them a layer may state: the features of a step, or the channels.
    pub(crate) fn stated(self) -> usize {
        match self {
            Self::Sequence => 1,
            Self::Image => 0,
        }
    }
}

/// `Input` or `Output` of a type of the user's.
#[derive(Clone)]
pub(crate) struct Side {
    pub(crate) path: Path,
    pub(crate) side: &'static str,
}

impl Side {
    /// The shape as a type. A const argument must not mention `T`, so the scalar is the concrete `f32`.
    pub(crate) fn ty(&self, nn: &TokenStream) -> TokenStream {
        let scalar = quote!(::core::primitive::f32);
        let layer = written_here(with_scalar(&self.path, &scalar));
        let side = Ident::new(self.side, Span::call_site());
        located(quote!(<#layer as #nn::Foreign<#scalar>>::#side), self.path.span())
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        self.side == other.side && quote_path(&self.path) == quote_path(&other.path)
    }
}

fn quote_path(path: &Path) -> String {
    quote!(#path).to_string()
}

impl Shape {
    /// `[size]`
    pub(crate) fn vector(size: Size) -> Self {
        Self::Dims(vec![size])
    }

    /// The number of extents; `None` where only rustc knows it.
    pub(crate) fn rank(&self) -> Option<usize> {
        match self {
            Self::Dims(sizes) => Some(sizes.len()),
            Self::Words(..) => Some(1),
            Self::Custom(_) => None,
        }
    }

    /// The extents as numbers, if all are known.
    pub(crate) fn known(&self) -> Option<Vec<u64>> {
        match self {
            Self::Dims(sizes) => sizes.iter().map(Size::known).collect(),
            Self::Words(size, _) => Some(vec![size.known()?]),
            Self::Custom(_) => None,
        }
    }

    /// The number of values.
    pub(crate) fn len(&self) -> Size {
        match self {
            Self::Dims(sizes) => Size::product(sizes.iter().cloned()),
            Self::Words(size, _) => size.clone(),
            Self::Custom(side) => Size::LenOf(side.clone()),
        }
    }

    /// An extent of a shape of `rank` of them; 1 of what is none, behind a mistake.
    pub(crate) fn extent(&self, rank: Rank, i: usize) -> Size {
        match self {
            Self::Dims(sizes) if sizes.len() == rank.extents() => sizes[i].clone(),
            Self::Dims(_) | Self::Words(..) => Size::Known(1),
            Self::Custom(side) => Size::ExtentOf(side.clone(), rank, i),
        }
    }

    /// One step, of a sequence.
    pub(crate) fn step(&self) -> Option<Self> {
        (self.rank() == Some(SEQUENCE)).then(|| Self::vector(self.extent(Rank::Sequence, 1)))
    }

    /// The sequence of as many steps as this one has, each of which is `step`.
    pub(crate) fn with_step(&self, step: &Self) -> Self {
        Self::Dims(vec![self.extent(Rank::Sequence, 0), step.len()])
    }

    /// What it is called, with its article.
    pub(crate) fn called(&self) -> &'static str {
        match self.rank() {
            Some(SEQUENCE) => "a sequence",
            Some(IMAGE) => "an image",
            _ => "a vector",
        }
    }

    /// The library's type: `D1<N>`, and from the second extent on with the number of values behind, `D3<C, H, W, N>`.
    pub(crate) fn ty(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Dims(sizes) => {
                let library = format_ident!("D{}", sizes.len());
                let len = (sizes.len() > 1).then(|| self.len());
                let sizes = sizes.iter().chain(&len).map(|size| size.argument(nn));
                quote!(#nn::#library<#(#sizes),*>)
            }
            Self::Words(size, None) => {
                let size = size.argument(nn);
                quote!(#nn::Words<#size>)
            }
            Self::Words(size, Some(name)) => {
                let size = size.argument(nn);
                let words = quote!(<#name<::core::primitive::f32> as #nn::Begins>::WORDS);
                quote!(<#nn::Taken<{ #words }, #size> as #nn::Ranked>::Shape)
            }
            Self::Custom(side) => side.ty(nn),
        }
    }

    /// One value of this shape, made of `element`.
    pub(crate) fn of(&self, nn: &TokenStream, element: &TokenStream) -> TokenStream {
        match self {
            Self::Dims(sizes) if self.known().is_some() => {
                let sizes = sizes.iter().rev().map(|size| size.value(nn));
                sizes.fold(element.clone(), |inner, size| quote!([#inner; #size]))
            }
            Self::Words(size, _) => Self::vector(size.clone()).of(nn, element),
            shape => {
                let shape = shape.ty(nn);
                quote!(<#shape as #nn::Shape>::Of<#element>)
            }
        }
    }

    /// For messages and documentation: `[1, 28, 28]`.
    pub(crate) fn show(&self) -> Option<String> {
        let sizes = match self {
            Self::Dims(sizes) => sizes.as_slice(),
            Self::Words(size, _) => std::slice::from_ref(size),
            Self::Custom(_) => return None,
        };
        let sizes: Vec<String> = sizes.iter().map(Size::show).collect::<Option<_>>()?;
        Some(format!("[{}]", sizes.join(", ")))
    }

    /// Whether the two are the same to the letter, so that one view serves both layers of a seam.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Dims(a), Self::Dims(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (Self::Words(words, _), Self::Dims(sizes)) | (Self::Dims(sizes), Self::Words(words, _)) => {
                matches!(sizes.as_slice(), [size] if size.same(words))
            }
            (Self::Words(a, _), Self::Words(b, _)) => a.same(b),
            (Self::Custom(a), Self::Custom(b)) => a.same(b),
            _ => false,
        }
    }
}
