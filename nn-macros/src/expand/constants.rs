//! The user's const expressions, each in one item: a mistake in one is reported once, where it stands.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::call::{call_at, ident};
use crate::catalog::Holds;
use crate::model::{Constant, Model, Value};
use crate::sizes::Size;

/// ```text
/// const __NN_Digits_1: usize = static_nn::__private::size([2 * HIDDEN], "`2 * HIDDEN` is 0 ..", "`2 * HIDDEN` does not ..");
/// ```
///
/// Beside the struct, whose fields name it.
pub(super) fn expand_constants(model: &Model) -> TokenStream {
    let (krate, cfgs) = (&model.krate, model.cfgs());
    let nn = quote!(#krate::__private);
    let items = model.constants.iter().map(|constant| {
        let Constant { name, at, value } = constant;
        let (ty, value) = match value {
            Value::Size { expr, zero, large } => {
                let call = match zero {
                    Some(zero) => call_at(at, quote!(#nn::size), quote!([#expr], #zero, #large)),
                    None => call_at(at, quote!(#nn::count), quote!([#expr], #large)),
                };
                (ident("usize"), call)
            }
            Value::Ensured { size, holds, pieces, numbers, before } => {
                let two = |function, a: &Size, b: &Size| {
                    let (function, a, b) = (ident(function), a.value(&nn), b.value(&nn));
                    quote!(#nn::#function(#a, #b))
                };
                let holds = match holds {
                    Holds::AtMost(a, b) => two("at_most", a, b),
                    Holds::Divides(a, b) => two("divides", a, b),
                    Holds::Equal(a, b) => two("equal", a, b),
                    Holds::Rank(side, rank) => {
                        let (shape, rank) = (side.ty(&nn), Literal::usize_unsuffixed(rank.extents()));
                        quote!(#nn::has_rank::<#shape, #rank>())
                    }
                };
                let size = size.value(&nn);
                let numbers = numbers.iter().map(|size| size.value(&nn));
                let arguments = quote!(#size, &[#before], #holds, &[#(#pieces),*], &[#(#numbers),*]);
                (ident("usize"), call_at(at, quote!(#nn::told), arguments))
            }
            Value::Fitting { size, values, large } => {
                let counts = values.products().into_iter().map(|product| {
                    let factors = product.into_iter().map(|size| size.value(&nn));
                    quote!(&[#(#factors),*])
                });
                let size = size.value(&nn);
                (ident("usize"), call_at(at, quote!(#nn::fitting), quote!(#size, &[#(#counts),*], #large)))
            }
            Value::Setting { expr, range } => {
                let (range, text) = match range {
                    None => (quote!(::core::option::Option::None), ""),
                    Some((range, text)) => {
                        let range = ident(range.name());
                        (quote!(::core::option::Option::Some(#nn::Range::#range)), text.as_str())
                    }
                };
                (ident("f64"), call_at(at, quote!(#nn::setting), quote!([#expr], #range, #text)))
            }
        };
        quote! {
            #(#cfgs)*
            #[allow(non_upper_case_globals)]
            const #name: ::core::primitive::#ty = #value;
        }
    });
    items.collect()
}
