//! The limits of `#[budget(..)]`, each asked of rustc by itself: so all that are exceeded are told at once.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::call::{call_at, ident};
use crate::model::{Model, Most};
use crate::parse::show;

/// ```text
/// const _: () = static_nn::__private::within_budget::<Digits<f32>>(static_nn::__private::Figure::Flash, 65_536, "64 KiB");
/// ```
///
/// Of a stream `within_budget_of_a_stream`, since other networks have none.
pub(super) fn expand_budget(model: &Model) -> TokenStream {
    let (krate, name, cfgs) = (&model.krate, &model.name, model.cfgs());
    let nn = quote!(#krate::__private);
    let f32 = quote!(::core::primitive::f32);
    let limits = model.budget.iter().map(|limit| {
        let (most, written) = match &limit.most {
            Most::Known { most, written } => {
                (Literal::u64_suffixed(*most).into_token_stream(), written.clone().unwrap_or_default())
            }
            Most::Written(expr) => (quote!(#nn::limit(#expr)), format!("`{}`", show(expr))),
        };
        let figure = ident(limit.figure.variant);
        let check = if limit.figure.is_of_a_stream() {
            // A bound that does not hold is told where its path stands, if that comes from one macro.
            let check =
                call_at(&limit.at, quote!(__nn::within_budget_of_a_stream::<#name<#f32>>), quote!(#most, #written));
            quote!({ use #nn as __nn; #check })
        } else {
            call_at(&limit.at, quote!(#nn::within_budget::<#name<#f32>>), quote!(#nn::Figure::#figure, #most, #written))
        };
        quote!(#(#cfgs)* const _: () = #check;)
    });
    limits.collect()
}
