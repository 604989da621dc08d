//! One extent, or a number of values.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Expr;

use super::Side;

/// One extent, or a number of values.
#[derive(Clone)]
pub(crate) enum Size {
    Known(u64),
    /// A const expression of the user's, and the item in which it is evaluated.
    Written {
        tokens: TokenStream,
        item: Ident,
    },
    /// What a rule makes of sizes that are not all known.
    Computed(Op, Vec<Size>),
    /// The number of values of a shape that only rustc knows.
    LenOf(Side),
}

/// How a rule puts sizes together.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Op {
    Sum,
    Product,
}

impl Op {
    /// `None` on overflow.
    fn apply(self, a: u64, b: u64) -> Option<u64> {
        match self {
            Self::Sum => a.checked_add(b),
            Self::Product => a.checked_mul(b),
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Sum => "+",
            Self::Product => "*",
        }
    }
}

impl Size {
    /// All sizes added up.
    pub(crate) fn sum(sizes: impl IntoIterator<Item = Self>) -> Self {
        Self::compute(Op::Sum, 0, sizes)
    }

    /// All sizes multiplied.
    pub(crate) fn product(sizes: impl IntoIterator<Item = Self>) -> Self {
        Self::compute(Op::Product, 1, sizes)
    }

    /// This size so many times.
    pub(crate) fn times(self, count: u64) -> Self {
        Self::product([Self::Known(count), self])
    }

    /// `neutral` is what nothing comes to. A number too large to count is the largest there is.
    fn compute(op: Op, neutral: u64, sizes: impl IntoIterator<Item = Self>) -> Self {
        let mut sizes: Vec<Self> = sizes.into_iter().filter(|size| size.known() != Some(neutral)).collect();
        let known: Option<Vec<u64>> = sizes.iter().map(Self::known).collect();
        match known {
            Some(known) => {
                let all = known.into_iter().try_fold(neutral, |all, size| op.apply(all, size));
                Self::Known(all.unwrap_or(u64::MAX))
            }
            None if sizes.len() == 1 => sizes.remove(0),
            None => Self::Computed(op, sizes),
        }
    }

    pub(crate) fn known(&self) -> Option<u64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Written { .. } | Self::Computed(..) | Self::LenOf(_) => None,
        }
    }

    /// As an expression of type `usize`.
    pub(crate) fn value(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(value) => Literal::u64_unsuffixed(*value).into_token_stream(),
            Self::Written { item, .. } => quote!(#item),
            Self::Computed(op, sizes) => {
                let sizes = sizes.iter().map(|size| size.value(nn));
                let together = sizes.reduce(|all, size| match op {
                    Op::Sum => quote!(#all + #size),
                    Op::Product => quote!(#all * #size),
                });
                if *op == Op::Sum { quote!((#together)) } else { quote!(#together) }
            }
            Self::LenOf(side) => {
                let shape = side.ty(nn);
                quote!(<#shape as #nn::Shape>::LEN)
            }
        }
    }

    /// As a const argument.
    pub(crate) fn argument(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(_) => self.value(nn),
            // In braces, or a type of the user's by that name comes first.
            Self::Written { item, .. } => quote!({ #item }),
            Self::Computed(..) | Self::LenOf(_) => {
                let value = self.value(nn);
                quote!({ #value })
            }
        }
    }

    /// For messages and documentation: `128`, `2 * N`. `None` for what no reader could write.
    pub(crate) fn show(&self) -> Option<String> {
        match self {
            Self::Known(value) => Some(value.to_string()),
            Self::Written { tokens, .. } => Some(tokens.to_string()),
            Self::Computed(op, sizes) => {
                let parts: Vec<String> = sizes.iter().map(Self::show_part).collect::<Option<_>>()?;
                Some(parts.join(&format!(" {} ", op.sign())))
            }
            Self::LenOf(_) => None,
        }
    }

    /// The same where other sizes stand beside it: `(N - 1)`.
    fn show_part(&self) -> Option<String> {
        let text = self.show()?;
        let stands_alone = match self {
            Self::Known(_) | Self::LenOf(_) => true,
            Self::Computed(..) => false,
            Self::Written { tokens, .. } => syn::parse2::<Expr>(tokens.clone())
                .is_ok_and(|expr| matches!(expr, Expr::Path(_) | Expr::Call(_) | Expr::MethodCall(_) | Expr::Paren(_))),
        };
        Some(if stands_alone { text } else { format!("({text})") })
    }

    /// The first const expression in it, with its item replaced by `item`.
    pub(crate) fn with_item(&self, item: &Ident) -> Option<Self> {
        match self {
            Self::Written { tokens, .. } => Some(Self::Written { tokens: tokens.clone(), item: item.clone() }),
            Self::Computed(op, sizes) => {
                let at = sizes.iter().position(|size| size.written().is_some())?;
                let mut sizes = sizes.clone();
                sizes[at] = sizes[at].with_item(item)?;
                Some(Self::Computed(*op, sizes))
            }
            Self::Known(_) | Self::LenOf(_) => None,
        }
    }

    /// The first const expression in it.
    pub(crate) fn written(&self) -> Option<&Self> {
        match self {
            Self::Written { .. } => Some(self),
            Self::Computed(_, sizes) => sizes.iter().find_map(Self::written),
            Self::Known(_) | Self::LenOf(_) => None,
        }
    }

    /// It as a sum of products.
    pub(crate) fn products(&self) -> Vec<Vec<&Self>> {
        match self {
            Self::Computed(Op::Sum, sizes) => sizes.iter().flat_map(Self::products).collect(),
            Self::Computed(Op::Product, sizes) => vec![sizes.iter().flat_map(Self::factors).collect()],
            size => vec![vec![size]],
        }
    }

    fn factors(&self) -> Vec<&Self> {
        match self {
            Self::Computed(Op::Product, sizes) => sizes.iter().flat_map(Self::factors).collect(),
            size => vec![size],
        }
    }

    /// Whether the two are certainly the same, certainly not, or left to rustc.
    pub(crate) fn compare(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => Some(a == b),
            _ => self.same(other).then_some(true),
        }
    }

    /// Whether the two are the same to the letter.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a == b,
            (Self::Written { tokens: a, .. }, Self::Written { tokens: b, .. }) => a.to_string() == b.to_string(),
            (Self::Computed(op, a), Self::Computed(other, b)) => {
                op == other && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
            }
            (Self::LenOf(a), Self::LenOf(b)) => a.same(b),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use quote::quote;

    use super::*;

    fn written(text: &str) -> Size {
        Size::Written { tokens: text.parse().expect("tokens"), item: Ident::new("ITEM", Span::call_site()) }
    }

    #[test]
    fn a_rule_is_a_number_tokens_and_text() {
        let known = Size::product([Size::Known(4), Size::Known(5)]);
        assert_eq!((known.known(), known.show().as_deref()), (Some(20), Some("20")));
        let computed = Size::product([Size::Known(2), written("N"), written("N - 1")]);
        assert_eq!((computed.known(), computed.show().as_deref()), (None, Some("2 * N * (N - 1)")));
        let tokens = computed.value(&quote!(nn)).to_string().replace(' ', "");
        assert_eq!(tokens, "2*ITEM*ITEM");
        let sum = Size::sum([computed, Size::Known(0)]);
        assert_eq!(sum.show().as_deref(), Some("2 * N * (N - 1)"), "nothing is added");
    }

    #[test]
    fn what_cannot_be_counted_is_too_large() {
        assert_eq!(Size::product([Size::Known(1 << 40), Size::Known(1 << 40)]).known(), Some(u64::MAX));
        assert_eq!(Size::sum([Size::Known(u64::MAX), Size::Known(1)]).known(), Some(u64::MAX));
    }

    #[test]
    fn the_same_to_the_letter() {
        let product = |text| Size::product([Size::Known(2), written(text)]);
        assert_eq!(product("N").compare(&product("N")), Some(true));
        assert_eq!(product("N").compare(&product("M")), None);
        assert_eq!(Size::Known(1).compare(&Size::Known(2)), Some(false));
    }
}
