//! The types of layers that stand on themselves several times, and in both directions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::BuiltIn;
use super::layer::{arguments, ident, off};
use crate::catalog::Given;
use crate::sizes::Shape;

/// `Lstm<T, 8, 16, 64, D2<..>, D2<..>>`, and of two layers in both directions:
///
/// ```text
/// Stacked<
///     Bidirectional<Lstm<T, 8, 16, 64, ..>, Lstm<T, 8, 16, 64, .., SVector<T, 64>, 0, true>, D2<64, 32, 2048>>,
///     Bidirectional<Lstm<T, 32, 16, 64, .., SVector<T, 64>, 1, false>, Lstm<T, 32, 16, 64, .., SVector<T, 64>, 1, true>, D2<64, 32, 2048>>,
/// >
/// ```
pub(super) fn ty(
    built_in: &BuiltIn,
    given: &Given<'_>,
    output: &Shape,
    nn: &TokenStream,
    t: &TokenStream,
) -> TokenStream {
    let count = |key| given.number(key, 0).known().unwrap_or(1);
    let is_bidirectional = count("bidirectional") > 1;
    let level = |below: u64| {
        let input = if below == 0 { given.input } else { output };
        let given = Given { input, whole: &[], ..*given };
        // Without settings: what one of both directions makes.
        let made = if is_bidirectional { (built_in.entry.gives)(&given) } else { output.clone() };
        let forward = one(built_in, &given, &made, (below, false), nn, t);
        if !is_bidirectional {
            return forward;
        }
        let reverse = one(built_in, &given, &made, (below, true), nn, t);
        let output = output.ty(nn);
        quote!(#nn::Bidirectional<#forward, #reverse, #output>)
    };
    let levels = (0..count("layers")).rev().map(level);
    levels.reduce(|above, below| quote!(#nn::Stacked<#below, #above>)).unwrap_or_default()
}

/// One layer in one direction.
fn one(
    built_in: &BuiltIn,
    given: &Given<'_>,
    output: &Shape,
    (below, is_reverse): (u64, bool),
    nn: &TokenStream,
    t: &TokenStream,
) -> TokenStream {
    let mut arguments = arguments(built_in, given, output, nn);
    let is_first = below == 0 && !is_reverse;
    let gates = arguments.get(2).cloned();
    arguments.extend(off(built_in, nn));
    if !is_first {
        if built_in.off.is_empty() {
            arguments.push(quote!(#nn::SVector<#t, #gates>));
        }
        let below = Literal::u64_unsuffixed(below);
        arguments.extend([quote!(#below), quote!(#is_reverse)]);
    }
    let library = ident(built_in.type_name);
    quote!(#nn::#library<#t, #(#arguments),*>)
}
