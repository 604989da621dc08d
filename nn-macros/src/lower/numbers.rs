//! Numbers in a layer list: written out, or an expression that rustc knows.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Expr, Lit, UnOp};

/// What an expression is that is written out.
pub(super) fn literal(expr: &Expr) -> Option<&Lit> {
    match expr {
        Expr::Lit(lit) => Some(&lit.lit),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// A finite number that is written out, without a suffix or with that of `f64`.
pub(super) fn literal_number(expr: &Expr) -> Option<f64> {
    let permitted = |suffix: &str| matches!(suffix, "" | "f64");
    let (negative, expr) = sign(expr);
    let size: f64 = match literal(expr)? {
        Lit::Int(int) if permitted(int.suffix()) => int.base10_parse().ok()?,
        Lit::Float(float) if permitted(float.suffix()) => float.base10_parse().ok()?,
        _ => return None,
    };
    size.is_finite().then_some(if negative { -size } else { size })
}

/// Whether something is written out, with a sign or without, be it a number or not.
pub(super) fn is_literal_number(expr: &Expr) -> bool {
    literal(sign(expr).1).is_some()
}

/// The tokens of a finite number.
pub(super) fn number(value: f64) -> TokenStream {
    let size = Literal::f64_unsuffixed(value.abs());
    if value.is_sign_negative() { quote!(-#size) } else { quote!(#size) }
}

/// Whether there is a minus sign, and what stands behind it.
fn sign(expr: &Expr) -> (bool, &Expr) {
    match expr {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => (true, &unary.expr),
        expr => (false, expr),
    }
}
