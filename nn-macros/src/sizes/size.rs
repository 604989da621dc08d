//! One extent, or a number of values.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Expr;

use super::{Rank, Rule, Side};

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
    /// An extent of a sequence or image that only rustc knows.
    ExtentOf(Side, Rank, usize),
    /// A size on some condition, and the item in which that is asked.
    Ensured {
        size: Box<Self>,
        item: Ident,
    },
}

/// How a rule puts sizes together.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Op {
    Sum,
    Product,
    Rule(Rule),
}

impl Size {
    /// All sizes added up.
    pub(crate) fn sum(sizes: impl IntoIterator<Item = Self>) -> Self {
        Self::compute(Op::Sum, 0, u64::checked_add, sizes)
    }

    /// All sizes multiplied.
    pub(crate) fn product(sizes: impl IntoIterator<Item = Self>) -> Self {
        Self::compute(Op::Product, 1, u64::checked_mul, sizes)
    }

    /// This size so many times.
    pub(crate) fn times(self, count: u64) -> Self {
        Self::product([Self::Known(count), self])
    }

    /// What a rule makes of `sizes`.
    pub(crate) fn rule(rule: Rule, sizes: Vec<Self>) -> Self {
        let known: Option<Vec<u64>> = sizes.iter().map(Self::known).collect();
        match known {
            Some(known) => Self::Known(rule.apply(&known)),
            None if rule == Rule::Quotient && sizes[1].known() == Some(1) => sizes[0].clone(),
            None => Self::Computed(Op::Rule(rule), sizes),
        }
    }

    /// `neutral` is what nothing comes to. A number too large to count is the largest there is.
    fn compute(
        op: Op,
        neutral: u64,
        apply: fn(u64, u64) -> Option<u64>,
        sizes: impl IntoIterator<Item = Self>,
    ) -> Self {
        let mut sizes: Vec<Self> = sizes.into_iter().filter(|size| size.known() != Some(neutral)).collect();
        let known: Option<Vec<u64>> = sizes.iter().map(Self::known).collect();
        match known {
            Some(known) => {
                let all = known.into_iter().try_fold(neutral, apply);
                Self::Known(all.unwrap_or(u64::MAX))
            }
            None if sizes.len() == 1 => sizes.remove(0),
            None => Self::Computed(op, sizes),
        }
    }

    pub(crate) fn known(&self) -> Option<u64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Ensured { size, .. } => size.known(),
            Self::Written { .. } | Self::Computed(..) | Self::LenOf(_) | Self::ExtentOf(..) => None,
        }
    }

    /// As an expression of type `usize`.
    pub(crate) fn value(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(value) => Literal::u64_unsuffixed(*value).into_token_stream(),
            Self::Written { item, .. } | Self::Ensured { item, .. } => quote!(#item),
            Self::Computed(op, sizes) => {
                let sizes = sizes.iter().map(|size| size.value(nn));
                match op {
                    Op::Sum => quote!((#(#sizes)+*)),
                    Op::Product => sizes.reduce(|all, size| quote!(#all * #size)).unwrap_or_default(),
                    Op::Rule(rule) => {
                        let function = rule.function();
                        quote!(#nn::#function([#(#sizes),*]))
                    }
                }
            }
            Self::LenOf(side) => {
                let shape = side.ty(nn);
                quote!(<#shape as #nn::Shape>::LEN)
            }
            Self::ExtentOf(side, rank, i) => {
                let (shape, i) = (side.ty(nn), Literal::usize_unsuffixed(*i));
                let rank = Literal::usize_unsuffixed(rank.extents());
                quote!(#nn::extent::<#shape, #rank>(#i))
            }
        }
    }

    /// As a const argument.
    pub(crate) fn argument(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(_) => self.value(nn),
            // In braces, or a type of the user's by that name comes first.
            Self::Written { item, .. } | Self::Ensured { item, .. } => quote!({ #item }),
            Self::Computed(..) | Self::LenOf(_) | Self::ExtentOf(..) => {
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
                let joined = |sign| Some(sizes.iter().map(Self::show_part).collect::<Option<Vec<_>>>()?.join(sign));
                match op {
                    Op::Sum => joined(" + "),
                    Op::Product => joined(" * "),
                    Op::Rule(rule) => rule.show(sizes, Self::show_part),
                }
            }
            Self::Ensured { size, .. } => size.show(),
            Self::LenOf(_) | Self::ExtentOf(..) => None,
        }
    }

    /// The same where other sizes stand beside it: `(N - 1)`.
    fn show_part(&self) -> Option<String> {
        let text = self.show()?;
        let stands_alone = match self {
            Self::Known(_) | Self::LenOf(_) | Self::ExtentOf(..) => true,
            Self::Computed(..) => {
                syn::parse_str::<Expr>(&text).is_ok_and(|expr| matches!(expr, Expr::Path(_) | Expr::Paren(_)))
            }
            Self::Ensured { size, .. } => return size.show_part(),
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
            Self::Ensured { size, .. } => Some(Self::Ensured { size: size.clone(), item: item.clone() }),
            Self::Known(_) | Self::LenOf(_) | Self::ExtentOf(..) => None,
        }
    }

    /// The first const expression in it.
    pub(crate) fn written(&self) -> Option<&Self> {
        match self {
            Self::Written { .. } | Self::Ensured { .. } => Some(self),
            Self::Computed(_, sizes) => sizes.iter().find_map(Self::written),
            Self::Known(_) | Self::LenOf(_) | Self::ExtentOf(..) => None,
        }
    }

    /// The user's tokens in it.
    pub(crate) fn tokens(&self) -> Option<&TokenStream> {
        match self {
            Self::Written { tokens, .. } => Some(tokens),
            Self::Ensured { size, .. } => size.tokens(),
            Self::Computed(_, sizes) => sizes.iter().find_map(Self::tokens),
            Self::Known(_) | Self::LenOf(_) | Self::ExtentOf(..) => None,
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
            (Self::ExtentOf(a, of, i), Self::ExtentOf(b, other, j)) => of == other && i == j && a.same(b),
            (Self::Ensured { size, .. }, other) | (other, Self::Ensured { size, .. }) => size.same(other),
            _ => false,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proc_macro2::Span;
    use quote::quote;

    use super::*;

    pub(in super::super) fn written(text: &str) -> Size {
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
