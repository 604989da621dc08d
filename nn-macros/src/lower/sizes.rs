//! Expressions to sizes, and shapes.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Lit, LitInt, UnOp};

use super::Lower;
use crate::ast;
use crate::errors::shapes::{self as texts, What};
use crate::parse::show;
use crate::sizes::{IMAGE, SEQUENCE, Shape, Size};

/// More values than any memory holds, and few enough that rustc can count the bytes of 64 samples of them.
pub(super) const MOST: u64 = 1 << 48;

/// How many extents a shape may have: those of a vector, a sequence, or an image.
const RANKS: [usize; 3] = [1, SEQUENCE, IMAGE];

impl Lower<'_> {
    /// A literal, or an expression that is left to rustc. `None` if it is no size; that is reported.
    pub(super) fn size(&mut self, expr: &Expr) -> Option<Size> {
        self.whole_number(expr, What::SIZE)
    }

    /// The same for any whole number.
    pub(super) fn whole_number(&mut self, expr: &Expr, what: What<'_>) -> Option<Size> {
        let problem = match expr {
            // What a `$n:expr` of a macro around this one leaves.
            Expr::Group(group) => return self.whole_number(&group.expr, what),
            Expr::Paren(paren) if is_literal(&paren.expr) => return self.whole_number(&paren.expr, what),
            Expr::Lit(lit) => match &lit.lit {
                Lit::Int(int) => return self.literal(int, what),
                _ => what.not_whole(&show(&expr.to_token_stream())),
            },
            Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) && is_literal(&unary.expr) => what.negative(),
            _ => {
                let tokens = bare(expr);
                let zero = (what.least > 0).then(|| what.const_zero(&show(&tokens)));
                return Some(self.written_whole(tokens, zero));
            }
        };
        self.errors.push(expr, problem);
        None
    }

    fn literal(&mut self, int: &LitInt, what: What<'_>) -> Option<Size> {
        let problem = match (int.base10_parse::<u64>(), int.suffix()) {
            (_, suffix) if !matches!(suffix, "" | "usize") => {
                let written = int.to_string();
                let bare = written.trim_end_matches(suffix).trim_end_matches('_');
                what.suffix(&written, bare, suffix)
            }
            (Ok(0), _) if what.least > 0 => what.zero(),
            (Ok(value), _) if value <= MOST => return Some(Size::Known(value)),
            _ => texts::too_large(&format!("`{int}`")),
        };
        self.errors.push(int, problem);
        None
    }

    /// `[64, 8]`, `[1, 28, 28]`. `None` if it is no shape; that is reported.
    pub(super) fn shape(&mut self, shape: &ast::Shape) -> Option<Shape> {
        let sizes: Vec<Option<Size>> = shape.dims.iter().map(|dim| self.size(dim)).collect();
        let count = sizes.len();
        let sizes: Vec<Size> = sizes.into_iter().collect::<Option<_>>()?;
        if !RANKS.contains(&count) {
            self.errors.push(&shape.tokens, texts::rank(&shape.keyword.to_string(), count));
            return None;
        }
        let values = Size::product(sizes.iter().cloned());
        let large = texts::image_too_large(&show(&shape.tokens));
        if values.known().is_some_and(|values| values > MOST) {
            self.errors.push(&shape.tokens, large);
            return None;
        }
        let mut sizes = sizes;
        if count > 1
            && let Some(first) = sizes.iter_mut().find(|size| size.written().is_some())
        {
            *first = self.fitting(first, &values, large);
        }
        Some(Shape::Dims(sizes))
    }
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Group(group) => is_literal(&group.expr),
        Expr::Paren(paren) => is_literal(&paren.expr),
        Expr::Unary(unary) => is_literal(&unary.expr),
        _ => false,
    }
}

/// The expression without the braces around it, which every use puts there again.
fn bare(expr: &Expr) -> TokenStream {
    if let Expr::Block(block) = expr
        && block.label.is_none()
        && block.attrs.is_empty()
        && let [syn::Stmt::Expr(expr, None)] = block.block.stmts.as_slice()
    {
        return bare(expr);
    }
    quote!(#expr)
}
