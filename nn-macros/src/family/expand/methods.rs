//! What every family can do.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::spanned::Spanned;

use super::super::{Arm, Family};
use super::asked;
use crate::expand::respan_with;
use crate::sizes::located;

/// ```text
/// impl Voice {
///     pub const PARAMETERS: usize = __nn::max(&[<SmallNet as __nn::Member>::PARAMETERS, ..]);
///     pub fn forward<X: ?Sized>(&self, x: &X) -> [f32; 3]
///     where
///         X: __nn::Sample<f32, <SmallNet as __nn::Member>::Input>
///             + __nn::OnStack<{ <SmallNet as __nn::Member>::FITS && .. }>,
///     {
///         match self {
///             Self::Small(net) => <SmallNet as __nn::Member>::forward::<.., { <SmallNet as __nn::Member>::FORWARD_SCRATCH }>(net, x),
///             ..
///         }
///     }
///     ..
/// }
/// impl Display for Voice { .. }
/// ```
///
/// The functions stand where the user wrote the name of the family, for messages that speak of them, and the networks where they stand.
pub(super) fn expand_methods(family: &Family, first: &Arm) -> TokenStream {
    let name = &family.item.ident;
    let (constants, questions) = (expand_constants(family), expand_questions(family));
    let answers = expand_answers(family, first);
    quote! {
        #[allow(dead_code)]
        impl #name {
            #constants
            #answers
            #questions
        }

        impl ::core::fmt::Display for #name {
            fn fmt(&self, __nn_f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.summary(), __nn_f)
            }
        }
    }
}

/// What the largest network needs.
fn expand_constants(family: &Family) -> TokenStream {
    let vis = &family.item.vis;
    let usize = quote!(::core::primitive::usize);
    let most = |constant: &str| {
        let constant = format_ident!("{constant}");
        let all = family.arms.iter().map(|arm| asked(arm, &quote!(#constant)));
        quote!(__nn::max(&[#(#all),*]))
    };
    let [parameters, macs, scratch, stack] = ["PARAMETERS", "MACS", "FORWARD_SCRATCH", "STACK_BYTES"].map(most);
    quote! {
        /// The parameters of the network that has most.
        #vis const PARAMETERS: #usize = #parameters;
        /// The bytes of the parameters of the network that has most.
        #vis const PARAMETER_BYTES: #usize = 4 * Self::PARAMETERS;
        /// Multiply-adds of one sample of the network that takes most.
        #vis const MACS: #usize = #macs;
        /// How many elements `forward_with` needs, whichever network it is.
        #vis const FORWARD_SCRATCH: #usize = #scratch;
        /// The bytes that one forward pass needs besides parameters, input and output, whichever network it is.
        #vis const FORWARD_BYTES: #usize = 4 * Self::FORWARD_SCRATCH;
        /// The bytes of stack that a call of `forward` takes at most, in a build with optimisation.
        #vis const STACK_BYTES: #usize = #stack;
    }
}

/// The functions that take samples.
fn expand_answers(family: &Family, first: &Arm) -> TokenStream {
    let (vis, arms) = (&family.item.vis, &family.arms);
    let at = family.item.ident.span();
    let here = |tokens: TokenStream| respan_with(tokens, at);
    let function = |name: &str| Ident::new(name, at);
    let [forward, forward_with, forward_batch, predict] =
        ["forward", "forward_with", "forward_batch", "predict"].map(function);
    let f32 = quote!(::core::primitive::f32);
    let (x, y) = (asked(first, &quote!(Input)), asked(first, &quote!(Output)));
    let answer = quote!(<#y as __nn::Shape>::Of<#f32>);
    let each_of = |what: TokenStream| arms.iter().map(move |arm| asked(arm, &what));
    let sample = {
        let sample = here(quote!(__nn::Sample));
        quote!(#sample<#f32, #x>)
    };
    // A batch is handed on as it is, so every network must take it.
    let samples = {
        let sample = here(quote!(__nn::Sample));
        let inputs = each_of(quote!(Input));
        quote!(#(#sample<#f32, #inputs> +)*)
    };
    let on_stack = {
        let on_stack = here(quote!(__nn::OnStack));
        let fits = each_of(quote!(FITS));
        quote!(#on_stack<{ true #(&& #fits)* }>)
    };
    let block_on_stack = {
        let on_stack = here(quote!(__nn::BlockOnStack));
        let fits = each_of(quote!(BLOCK_FITS));
        quote!(#on_stack<{ true #(&& #fits)* }>)
    };
    let scratch = each_of(quote!(FORWARD_SCRATCH));
    let scratch = quote!(__nn::max(&[#(#scratch),*]));
    // All of a case stands where its network does: that it is none is told there, once.
    // All of a case stands where its network does.
    let each = |call: &dyn Fn(&Arm) -> TokenStream| {
        let cases = arms.iter().map(|arm| {
            let (name, net, call) = (&arm.name, &arm.net, call(arm));
            let body = located(quote!({ let __nn_net: &#net = __nn_net; #call }), net.span());
            quote!(Self::#name(__nn_net) => #body)
        });
        quote!(match self { #(#cases)* })
    };
    let forward_body = each(&|arm| {
        let scratch = asked(arm, &quote!(FORWARD_SCRATCH));
        asked(arm, &quote!(forward::<#x, __NnX, #y, { #scratch }>(__nn_net, __nn_x)))
    });
    let with_body = each(&|arm| asked(arm, &quote!(forward_with::<#x, __NnX, #y>(__nn_net, __nn_scratch, __nn_x))));
    let batch_body = each(&|arm| {
        let length = asked(arm, &quote!(BLOCK_LEN));
        asked(arm, &quote!(forward_batch::<__NnX, #y, { #length }>(__nn_net, __nn_xs, __nn_ys)))
    });
    quote! {
        /// The answer of the network that it is to one sample. Nothing is allocated.
        ///
        /// If the activations of one of the networks do not fit on the stack, there is `forward_with` instead.
        #[inline]
        #[must_use]
        #vis fn #forward<__NnX: ?::core::marker::Sized>(&self, __nn_x: &__NnX) -> #answer
        where
            __NnX: #sample + #on_stack,
        {
            #forward_body
        }

        /// The answer to one sample, with the activations in a scratch that suits every network of the family.
        #[inline]
        #[must_use]
        #vis fn #forward_with<__NnX: ?::core::marker::Sized>(
            &self,
            __nn_scratch: &mut [#f32; #scratch],
            __nn_x: &__NnX,
        ) -> #answer
        where
            __NnX: #sample,
        {
            #with_body
        }

        /// The answers to a slice of samples of any length. Nothing is allocated.
        ///
        /// # Errors
        ///
        /// If there is not one answer for each sample, or a sample is not as long as the input; nothing is written then.
        #vis fn #forward_batch<__NnX>(
            &self,
            __nn_xs: &[__NnX],
            __nn_ys: &mut [#answer],
        ) -> ::core::result::Result<(), __nn::BatchError>
        where
            __NnX: #samples #block_on_stack,
        {
            #batch_body
        }

        /// The class that the answer to one sample points at, for networks that end in logits: the place of the largest. Of a single output it
        /// is 1 above zero, and else 0.
        #[inline]
        #[must_use]
        #vis fn #predict<__NnX: ?::core::marker::Sized>(&self, __nn_x: &__NnX) -> ::core::primitive::usize
        where
            __NnX: #sample + #on_stack,
        {
            __nn::class_of::<#f32, #y>(&self.forward(__nn_x))
        }
    }
}

/// Which network it is.
fn expand_questions(family: &Family) -> TokenStream {
    let vis = &family.item.vis;
    let names: Vec<_> = family.arms.iter().map(|arm| &arm.name).collect();
    let [called, summaries] = [quote!(NAME), quote!(summary())]
        .map(|what| family.arms.iter().map(|arm| asked(arm, &what)).collect::<Vec<_>>());
    quote! {
        /// The name of the network that it is.
        #[must_use]
        #vis const fn name(&self) -> &'static ::core::primitive::str {
            match self { #(Self::#names(_) => #called,)* }
        }

        /// The table of layers of the network that it is.
        #[must_use]
        #vis fn summary(&self) -> __nn::Summary {
            match self { #(Self::#names(_) => #summaries,)* }
        }
    }
}
