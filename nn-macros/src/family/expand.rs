//! A family as Rust: the enum, and functions that ask the network which it holds. What they compute is in the library.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;

use super::{Arm, Family};
use crate::errors::family as texts;
use crate::expand::expand_same;
use crate::sizes::{located, written_here};

mod methods;
mod stream;

/// ```text
/// pub enum Voice { Small(SmallNet), Large(Boxed<LargeNet>) }
/// const _: () = {
///     use static_nn::__private as __nn;
///     impl Voice { .. }
///     impl From<SmallNet> for Voice { .. }
///     impl From<Boxed<LargeNet>> for Voice { .. }
/// };
/// const _: () = { .. };   // for each network but the first, that its input is that of the first, and its output
/// ```
pub(super) fn expand(family: &Family) -> TokenStream {
    let Family { krate, item, arms, .. } = family;
    let Some(first) = arms.first() else { return item.to_token_stream() };
    let cfgs: Vec<_> = family.cfgs().collect();
    let methods = methods::expand_methods(family, first);
    let (state, stream) = stream::expand_stream(family, first).unzip();
    let conversions = arms.iter().filter(|arm| is_alone(arm, arms)).map(|arm| expand_from(family, arm));
    let checks = arms[1..].iter().map(|arm| expand_checks(family, first, arm));
    quote! {
        #item
        #state
        #(#cfgs)*
        const _: () = {
            #[allow(unused_imports)]
            use #krate::__private as __nn;
            #methods
            #stream
            #(#conversions)*
        };
        #(#checks)*
    }
}

/// `<LargeNet as __nn::Member>::Input`, say, where the network stands: that it is none is told there, once.
fn asked(arm: &Arm, what: &TokenStream) -> TokenStream {
    let net = written_here(arm.net.clone());
    located(quote!(<#net as __nn::Member>::#what), arm.net.span())
}

/// Whether no other network of the family is of this type: which of them a value is would be anybody's guess.
fn is_alone(arm: &Arm, arms: &[Arm]) -> bool {
    let text = |arm: &Arm| arm.holds.to_token_stream().to_string();
    arms.iter().filter(|other| text(other) == text(arm)).count() == 1
}

/// ```text
/// impl From<SmallNet> for Voice {
///     fn from(net: SmallNet) -> Self { Self::Small(net) }
/// }
/// ```
fn expand_from(family: &Family, arm: &Arm) -> TokenStream {
    let (name, Arm { name: arm, holds, .. }) = (&family.item.ident, arm);
    quote! {
        impl ::core::convert::From<#holds> for #name {
            fn from(__nn_net: #holds) -> Self {
                Self::#arm(__nn_net)
            }
        }
    }
}

/// That a network takes what the first one takes, and gives what that gives.
fn expand_checks(family: &Family, first: &Arm, arm: &Arm) -> TokenStream {
    let (krate, cfgs) = (&family.krate, family.cfgs());
    let names = (arm.name.to_string(), first.name.to_string());
    let same = |side: TokenStream, text: &str| {
        let types = [first, arm].map(|arm| asked(arm, &side));
        expand_same(&arm.net, text, &texts::another_label(), types)
    };
    let input = same(quote!(Input), &texts::takes_another(&names.0, &names.1));
    let output = same(quote!(Output), &texts::gives_another(&names.0, &names.1));
    quote! {
        #(#cfgs)*
        const _: () = {
            #[allow(unused_imports)]
            use #krate::__private as __nn;
            const _: () = { #input };
            const _: () = { #output };
        };
    }
}
