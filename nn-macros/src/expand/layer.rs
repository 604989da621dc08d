//! The network as a layer: its shapes, what memory it needs, and its six passes.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::checks::ends;
use super::seams::{Seams, Way, both_buffers, buffer};
use super::steps::{self, Step};
use super::{Bodies, backward, fold, forward, init};
use crate::model::{Kind, Layer, Model, Size};

/// ```text
/// impl<T: __nn::Scalar> __nn::Layer<T> for Digits<T> {
///     type Input = __nn::D1<784>;
///     type Output = __nn::D1<10>;
///     const CACHE: usize = 256;
///     const SCRATCH: usize = 128 + 128;
///     const MACS: usize = <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::MACS + ..;
///     fn forward<__NnS: __nn::Simd>(..) { .. }
///     ..
/// }
/// ```
pub(super) fn expand_layer(model: &Model, bodies: Bodies) -> TokenStream {
    let name = &model.name;
    let nn = quote!(__nn);
    let (input, output) = (model.input.ty(&nn), model.output().ty(&nn));
    let (memory, functions) = match bodies {
        Bodies::Calls => (expand_memory(model), expand_functions(model)),
        Bodies::Unreachable => (TokenStream::new(), expand_unreachable(model)),
    };
    quote! {
        impl<T: __nn::Scalar> __nn::Layer<T> for #name<T> {
            type Input = #input;
            type Output = #output;
            #memory
            #functions
        }
    }
}

/// ```text
/// const CACHE: usize = 256 + <Gain<T, 16> as __nn::Layer<T>>::CACHE;
/// const SCRATCH: usize = 128 + 128 + __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::SCRATCH]);
/// const MACS: usize = ..;
/// const COUPLED: bool = <Gain<T, 16> as __nn::Layer<T>>::COUPLED;
/// ```
fn expand_memory(model: &Model) -> TokenStream {
    let calls = steps::joined_in_training(model);
    let interior = calls.len().saturating_sub(1);
    let layer_types = |wanted: fn(&Layer) -> bool| -> Vec<TokenStream> {
        let layers = model.layers.iter().filter(|layer| wanted(layer));
        layers.map(|layer| layer.ty(&quote!(__nn), &quote!(T))).collect()
    };
    let outsiders = layer_types(Layer::has_memory);
    let seams = sum(calls[..interior].iter().map(|step| step.output().len()));
    let buffers = expand_buffers(&calls, &steps::joined(model));
    let most = (!outsiders.is_empty()).then(|| quote!(+ __nn::max(&[#(<#outsiders as __nn::Layer<T>>::SCRATCH),*])));
    let counting = layer_types(|layer| layer.field.is_some());
    let coupling = layer_types(Layer::may_couple);
    let coupled = (!coupling.is_empty())
        .then(|| quote!(const COUPLED: ::core::primitive::bool = #(<#coupling as __nn::Layer<T>>::COUPLED)||*;));
    let macs = if counting.is_empty() { quote!(0) } else { quote!(#(<#counting as __nn::Layer<T>>::MACS)+*) };
    quote! {
        const CACHE: ::core::primitive::usize = #seams #(+ <#outsiders as __nn::Layer<T>>::CACHE)*;
        const SCRATCH: ::core::primitive::usize = #buffers #most;
        const MACS: ::core::primitive::usize = #macs;
        #coupled
    }
}

/// The two buffers of backward or of inference, where more joined calls can put the seams in another order: whichever is more.
fn expand_buffers(training: &[Step<'_>], inference: &[Step<'_>]) -> TokenStream {
    let [training_sum, inference_sum] = [training, inference].map(|steps| {
        let (even, odd) = (buffer(steps, 0), buffer(steps, 1));
        quote!(#even + #odd)
    });
    match (both_buffers(training), both_buffers(inference)) {
        (Some(backward), Some(forward)) if forward > backward => inference_sum,
        (None, _) | (_, None) if training.len() > inference.len() => {
            quote!(__nn::max(&[#training_sum, #inference_sum]))
        }
        _ => training_sum,
    }
}

/// The sum of `sizes`, as one number where all are known.
fn sum(sizes: impl Iterator<Item = Size>) -> TokenStream {
    let mut known = 0_u64;
    let mut terms = Vec::new();
    for size in sizes {
        match size.known() {
            Some(value) => known = known.saturating_add(value),
            None => terms.push(size.value(&quote!(__nn))),
        }
    }
    let known = Size::Known(known).value(&TokenStream::new());
    quote!(#known #(+ #terms)*)
}

fn expand_functions(model: &Model) -> TokenStream {
    let mut functions = TokenStream::new();
    for way in [Way::Sample, Way::Blocks] {
        functions.extend(forward::expand_forward(&Seams::new(model, way, steps::joined(model))));
        let seams = Seams::new(model, way, steps::joined_in_training(model));
        functions.extend(forward::expand_forward_train(&seams));
        functions.extend(backward::expand_backward(&seams));
    }
    functions.extend(init::expand_init(model));
    functions.extend(fold::expand_fold(model));
    functions
}

/// The required functions, for a network with mistakes.
fn expand_unreachable(model: &Model) -> TokenStream {
    let seams = Seams::new(model, Way::Sample, steps::single(model));
    let unreachable = quote!(::core::unreachable!());
    let forward = forward::expand_signature(&seams, "forward", false, &unreachable);
    let backward = backward::expand_signature(&seams, &unreachable);
    quote!(#forward #backward)
}

/// The value on which a layer's functions are called: its field, or itself if it has none.
pub(super) fn receiver(layer: &Layer, owner: &TokenStream, reference: &TokenStream) -> TokenStream {
    match (&layer.field, &layer.kind) {
        (Some(field), _) => quote!(#reference #owner.#field),
        (None, Kind::Function { entry, constructor, arguments }) => {
            let (library, constructor) = (super::network::ident(entry.name), super::network::ident(constructor));
            let shape = layer.input.ty(&quote!(__nn));
            quote!(#reference __nn::#library::<#shape>::#constructor(#(#arguments),*))
        }
        (None, _) => quote!(#reference #owner),
    }
}

/// `__nn::Layer::<T>::forward(..);`. The call of a type of the user's names it and has its place: if it is no layer,
/// rustc says so there.
pub(super) fn call(layer: &Layer, function: &Ident, arguments: TokenStream) -> TokenStream {
    let Kind::Custom(_) = layer.kind else { return quote!(__nn::Layer::<T>::#function(#arguments);) };
    let (first, last) = ends(&layer.tokens);
    let ty = layer.ty(&quote!(__nn), &quote!(T));
    let function = Ident::new(&function.to_string(), last);
    let mut arguments = Group::new(Delimiter::Parenthesis, located(arguments, first));
    arguments.set_span(last);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> as __nn::Layer<T>>::#function);
    quote!(#open #ty #close #arguments;)
}

/// `tokens` with their meaning, at the place `span`: where a type is no layer, its arguments are a mistake there, too.
fn located(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        let at = token.span().located_at(span);
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), located(group.stream(), span)).into();
        }
        token.set_span(at);
        token
    });
    tokens.collect()
}
