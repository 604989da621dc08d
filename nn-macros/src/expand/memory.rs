//! What memory a network needs, and what else rustc adds up from its layers.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::call::ident;
use super::plan;
use super::seams::{both_buffers, buffer};
use super::steps::{self, Step};
use crate::catalog::Sizes;
use crate::model::{Layer, Model};
use crate::sizes::{IMAGE, Shape, Size};

/// ```text
/// const CACHE: usize = __nn::sum(&[256, <Gain<T, 16> as __nn::Layer<T>>::CACHE]);
/// const SCRATCH: usize = 128 + 128 + __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::SCRATCH, ..]);
/// const FORWARD_SCRATCH: usize = 128 + 128 + __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::FORWARD_SCRATCH, ..]);
/// const BLOCK_SCRATCH: usize = 128 + 128 + __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::BLOCK_SCRATCH, ..]);
/// const FRAMES: usize = __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::FRAMES, ..]) + 3 * __nn::FRAME;
/// const MACS: usize = __nn::sum(&[..]);
/// const COUPLED: bool = __nn::any(&[<Gain<T, 16> as __nn::Layer<T>>::COUPLED, ..]);
/// const BLOCKS: usize = __nn::max(&[<Gain<T, 16> as __nn::Layer<T>>::BLOCKS, ..]);
/// const DRAWS: bool = __nn::any(&[..]);
/// const WRITES: bool = true;
/// const VOCABULARY: Option<usize> = <Gain<T, 16> as __nn::Layer<T>>::VOCABULARY;
/// const HEEDLESS: Option<&'static str> = __nn::heedless(&[("gain", <Gain<T, 16> as __nn::Layer<T>>::HEEDLESS), ..]);
/// const PLAN: __nn::Plan = __nn::Plan::InOrder(&[..]);   // see `expand_plan`
/// ```
///
/// The code of different layers has frames of its own, as far as it is compiled into that of the network.
///
/// The words are those of the first layer, where that can have some, and the last is there if the list may have steps.
pub(super) fn expand_memory(model: &Model) -> TokenStream {
    let steps = steps::joined_in_training(model);
    let cache = expand_cache_of(&steps);
    let inference = steps::joined(model);
    let buffers = expand_buffers(&steps, &inference);
    let forward_buffers = expand_buffers_of(&inference);
    let [scratch, forward_scratch, block_scratch, frames] = ["SCRATCH", "FORWARD_SCRATCH", "BLOCK_SCRATCH", "FRAMES"]
        .map(|name| different(constants(model.calls().into_iter(), name)));
    let kinds = Literal::usize_unsuffixed(frames.len());
    let macs = constants(model.fields().map(|(_, layer)| layer), "MACS");
    let [coupled, blocks, draws] =
        ["COUPLED", "BLOCKS", "DRAWS"].map(|name| different(constants(model.calls().into_iter(), name)));
    let (vocabulary, heedless, plan) = (expand_vocabulary(model), expand_heedless(model), plan::expand_plan(model));
    quote! {
        const CACHE: ::core::primitive::usize = #cache;
        const SCRATCH: ::core::primitive::usize = #buffers + __nn::max(&[#(#scratch),*]);
        const FORWARD_SCRATCH: ::core::primitive::usize = #forward_buffers + __nn::max(&[#(#forward_scratch),*]);
        const BLOCK_SCRATCH: ::core::primitive::usize = #buffers + __nn::max(&[#(#block_scratch),*]);
        const FRAMES: ::core::primitive::usize = __nn::max(&[#(#frames),*]) + #kinds * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(&[#(#macs),*]);
        const COUPLED: ::core::primitive::bool = __nn::any(&[#(#coupled),*]);
        const BLOCKS: ::core::primitive::usize = __nn::max(&[#(#blocks),*]);
        const DRAWS: ::core::primitive::bool = __nn::any(&[#(#draws),*]);
        const WRITES: ::core::primitive::bool = true;
        #vocabulary
        #heedless
        #plan
    }
}

/// Whether there may be steps in the list: between layers, or in a type of the user's.
fn has_steps(model: &Model) -> bool {
    let is_vector_or_image = |shape: &Shape| matches!(shape.rank(), Some(1 | IMAGE));
    model.layers.iter().any(|layer| {
        let is_without = is_vector_or_image(&layer.input) && is_vector_or_image(&layer.output);
        !is_without || layer.structs().any(has_steps)
    })
}

/// Which layer does not heed where a sample ends. Without steps there is nothing to heed, as the library has it anyway.
fn expand_heedless(model: &Model) -> Option<TokenStream> {
    let layers = model.layers.iter().map(|layer| {
        let name = if layer.named || layer.field.is_some() { layer.name.as_str() } else { layer.written.as_str() };
        let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
        quote!((#name, #facts::HEEDLESS))
    });
    has_steps(model).then(|| {
        quote! {
            const HEEDLESS: ::core::option::Option<&'static ::core::primitive::str> = __nn::heedless(&[#(#layers),*]);
        }
    })
}

/// The words that the first layer knows. Of the built-in ones but one it is known that they take numbers.
fn expand_vocabulary(model: &Model) -> Option<TokenStream> {
    let first = model.layers.first()?;
    if first.entry().is_some_and(|entry| entry.sizes != Sizes::Table) {
        return None;
    }
    let facts = first.facts(&quote!(__nn), &quote!(__NnT));
    Some(quote!(const VOCABULARY: ::core::option::Option<::core::primitive::usize> = #facts::VOCABULARY;))
}

/// What a step keeps in the cache.
pub(super) fn expand_cache(step: &Step<'_>) -> TokenStream {
    match step {
        Step::Layer { layer, .. } => {
            let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
            quote!(#facts::CACHE)
        }
        Step::Part { steps, .. } => expand_cache_of(steps),
    }
}

/// The seams between some steps, and what they keep.
fn expand_cache_of(steps: &[Step<'_>]) -> TokenStream {
    let interior = steps.len().saturating_sub(1);
    let seams = sum(steps[..interior].iter().map(|step| step.output().len()));
    let kept = steps.iter().filter(|step| step.keeps()).map(expand_cache);
    quote!(__nn::sum(&[#seams, #(#kept),*]))
}

/// A constant of each layer.
fn constants<'a>(layers: impl Iterator<Item = &'a Layer>, name: &str) -> Vec<TokenStream> {
    let name = ident(name);
    let facts = layers.map(|layer| layer.facts(&quote!(__nn), &quote!(__NnT)));
    facts.map(|facts| quote!(#facts::#name)).collect()
}

/// The same without those that are there already: a long list has few kinds of layers.
fn different(constants: Vec<TokenStream>) -> Vec<TokenStream> {
    let mut seen = HashSet::new();
    constants.into_iter().filter(|tokens| seen.insert(tokens.to_string())).collect()
}

/// The two buffers of backward or of inference, where more joined calls can put the seams in another order: whichever is more.
fn expand_buffers(training: &[Step<'_>], inference: &[Step<'_>]) -> TokenStream {
    let [training_sum, inference_sum] = [training, inference].map(expand_buffers_of);
    match (both_buffers(training), both_buffers(inference)) {
        (Some(backward), Some(forward)) if forward > backward => inference_sum,
        (None, _) | (_, None) if steps::count(training) > steps::count(inference) => {
            quote!(__nn::max(&[#training_sum, #inference_sum]))
        }
        _ => training_sum,
    }
}

/// The two buffers of a function, and of the largest part in it.
fn expand_buffers_of(steps: &[Step<'_>]) -> TokenStream {
    let (even, odd) = (buffer(steps, 0), buffer(steps, 1));
    let parts = steps.iter().filter_map(|step| match step {
        Step::Layer { .. } => None,
        Step::Part { steps, .. } => Some(expand_buffers_of(steps)),
    });
    let parts = different(parts.collect());
    let parts = (!parts.is_empty()).then(|| quote!(+ __nn::max(&[#(#parts),*])));
    quote!(#even + #odd #parts)
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
    if terms.is_empty() { known } else { quote!(__nn::sum(&[#known, #(#terms),*])) }
}
