//! A family whose networks take one step at a time: `#[stream(VoiceState)]`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::spanned::Spanned;

use super::super::{Arm, Family};
use super::asked;
use crate::sizes::{located, written_here};

/// The type of the state, which is the user's to name and stands beside the family, and the functions:
///
/// ```text
/// pub enum VoiceState { Small(<SmallNet as static_nn::Stream<f32>>::State), .. }
///
/// impl Voice {
///     pub fn state(&self) -> VoiceState { .. }
///     pub fn step(&self, state: &mut VoiceState, x: &[f32; 2]) -> [f32; 1] {
///         match (self, &mut *state) {
///             (Self::Small(net), VoiceState::Small(state)) => __nn::step_of::<SmallNet, .., ..>(net, state, x),
///             ..
///             _ => { .. }   // the state of another network: begin anew
///         }
///     }
///     pub fn stream(&self, state: &mut VoiceState, xs: &[[f32; 2]], ys: &mut [[f32; 1]]) { .. }
/// }
/// ```
pub(super) fn expand_stream(family: &Family, first: &Arm) -> Option<(TokenStream, TokenStream)> {
    let state = family.state.as_ref()?;
    let Family { krate, item, arms, .. } = family;
    let (name, vis, cfgs) = (&item.ident, &item.vis, family.cfgs());
    let f32 = quote!(::core::primitive::f32);
    let states = arms.iter().map(|Arm { name, net, .. }| {
        let docs = format!(" Of `{name}`.");
        let here = written_here(net.clone());
        let ty = located(quote!(<#here as #krate::Stream<#f32>>::State), net.span());
        quote!(#[doc = #docs] #name(#ty))
    });
    let clones = arms
        .iter()
        .map(|Arm { name, net, .. }| located(quote!(Self::#name(__nn_state) => Self::#name(*__nn_state),), net.span()));
    let cfgs_of_clone = family.cfgs();
    let docs = format!(" What a stream of a [`{name}`] remembers.");
    let declared = quote! {
        #(#cfgs)*
        #[doc = #docs]
        #[allow(clippy::large_enum_variant)]
        #vis enum #state { #(#states),* }

        // What is derived stands nowhere in the family, and so would a mistake in it.
        #(#cfgs_of_clone)*
        impl ::core::clone::Clone for #state {
            fn clone(&self) -> Self {
                match self { #(#clones)* }
            }
        }
    };
    Some((declared, expand_functions(family, first, state)))
}

fn expand_functions(family: &Family, first: &Arm, state: &Ident) -> TokenStream {
    let Family { item, arms, .. } = family;
    let (name, vis) = (&item.ident, &item.vis);
    let f32 = quote!(::core::primitive::f32);
    let (x, y) = (asked(first, &quote!(Input)), asked(first, &quote!(Output)));
    let [frame_in, frame_out] =
        [&x, &y].map(|shape| quote!(<<#shape as __nn::Streamed>::Frame as __nn::Shape>::Of<#f32>));
    let begins = arms.iter().map(|Arm { name, net, .. }| {
        located(quote!(Self::#name(_) => #state::#name(__nn::begin::<#net>()),), net.span())
    });
    // A family of one has no other network.
    let anew = |again: TokenStream| {
        (arms.len() > 1).then(|| {
            quote! {
                _ => {
                    *__nn_state = self.state();
                    #again
                }
            }
        })
    };
    let cases = |function: TokenStream, arguments: TokenStream| {
        let cases = arms.iter().map(|Arm { name, net, .. }| {
            let case = quote! {
                (Self::#name(__nn_net), #state::#name(__nn_state)) => {
                    let __nn_net: &#net = __nn_net;
                    __nn::#function::<#net, #x, #y>(__nn_net, __nn_state, #arguments)
                }
            };
            located(case, net.span())
        });
        quote!(#(#cases)*)
    };
    let step = cases(quote!(step_of), quote!(__nn_x));
    let stream = cases(quote!(stream_of), quote!(__nn_xs, __nn_ys));
    let (step_anew, stream_anew) =
        (anew(quote!(self.step(__nn_state, __nn_x))), anew(quote!(self.stream(__nn_state, __nn_xs, __nn_ys))));
    let [state_name, step_name, stream_name] = ["state", "step", "stream"].map(|text| Ident::new(text, name.span()));
    quote! {
        #[allow(dead_code)]
        impl #name {
            /// What the network that it is remembers before the first step: zeros.
            #[must_use]
            #vis fn #state_name(&self) -> #state {
                match self { #(#begins)* }
            }

            /// The answer to the next step, with `state` as the steps before have left it. Nothing is allocated.
            ///
            /// The state of another network of the family counts as none, and is replaced by zeros of this one.
            #[inline]
            #vis fn #step_name(&self, __nn_state: &mut #state, __nn_x: &#frame_in) -> #frame_out {
                match (self, &mut *__nn_state) {
                    #step
                    #step_anew
                }
            }

            /// The answers to the next steps, however many, the same as step by step to the bit.
            ///
            /// # Panics
            ///
            /// If there are fewer answers than steps; nothing is computed then.
            #vis fn #stream_name(
                &self,
                __nn_state: &mut #state,
                __nn_xs: &[#frame_in],
                __nn_ys: &mut [#frame_out],
            ) {
                match (self, &mut *__nn_state) {
                    #stream
                    #stream_anew
                }
            }
        }
    }
}
