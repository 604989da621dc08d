//! The network as a stream, for sequences: one step at a time.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::call::receiver;
use super::output::expand_output;
use super::seams::local;
use crate::model::{Layer, Model};
use crate::sizes::Shape;

/// Whether the network, or the inside of a block, can be asked for a stream: it takes sequences, or `is_inside` one that does.
pub(super) fn is_streamed(model: &Model, is_inside: bool) -> bool {
    let takes_steps = match (&model.input, model.layers.first()) {
        // Numbers for a layer beside one that looks words up have no steps.
        (Shape::Words(..), Some(first)) => matches!(first.input, Shape::Words(..)),
        (input, _) => input.rank() == Some(2) || (is_inside && input.rank() == Some(1)),
    };
    takes_steps && model.layers.iter().all(|layer| layer.output.rank().is_some())
}

/// ```text
/// impl<T: __nn::Scalar> __nn::Stream<T> for Amp<T>
/// where
///     __nn::Lstm<T, 1, 20, 80, ..>: __nn::Stream<T, Input = __nn::D2<64, 1, 64>, Output = __nn::D2<64, 20, 1280>>,
///     ..
/// {
///     type State = __nn::Then<<__nn::Lstm<..> as __nn::Stream<T>>::State, ..>;
///     type Scratch = __nn::Then<<__nn::Lstm<..> as __nn::Stream<T>>::Scratch, ..>;
///     const RECEPTIVE_FIELD: usize = __nn::together(<__nn::Lstm<..> as __nn::Stream<T>>::RECEPTIVE_FIELD, ..);
///     const LATENCY: usize = <__nn::Lstm<..> as __nn::Stream<T>>::LATENCY + ..;
///     const SEAMS: usize = __nn::sum(&[<<__nn::D2<64, 20, 1280> as __nn::Streamed>::Frame as __nn::Shape>::LEN])
///         + __nn::max(&[<__nn::Lstm<..> as __nn::Stream<T>>::SEAMS, ..]);
///     fn settle<__NnS: __nn::Simd>(simd: __NnS, state: &mut Self::State) {
///         <__nn::Lstm<..> as __nn::Stream<T>>::settle(simd, &mut state.0);
///         <__nn::Dense<..> as __nn::Stream<T>>::settle(simd, &mut state.1);
///     }
///     fn step<__NnS: __nn::Simd>(&self, simd: __NnS, state: &mut Self::State, input: .., output: .., scratch: &mut Self::Scratch) {
///         let mut seam0 = <<__nn::D2<64, 20, 1280> as __nn::Streamed>::Frame as __nn::Shape>::Of::<T>::zeroed();
///         __nn::Stream::<T>::step(&self.lstm, simd, &mut state.0, input, &mut seam0, &mut scratch.0);
///         __nn::Stream::<T>::step(&self.out, simd, &mut state.1, &seam0, output, &mut scratch.1);
///     }
/// }
/// ```
///
/// The bounds are not asked here but where a stream is used: there the text is about the layer that has none.
pub(super) fn expand_stream(model: &Model) -> TokenStream {
    let layers = layers(model);
    let ahead = layers.iter().find_map(|layer| Some((*layer, layer.ahead()?)));
    if let Some((layer, reason)) = ahead {
        return expand_reason(model, layer, &super::call::ident(reason));
    }
    let (nn, t) = (quote!(__nn), quote!(__NnT));
    let name = &model.name;
    let types: Vec<_> = layers.iter().map(|layer| layer.ty(&nn, &t)).collect();
    let bounds = layers.iter().zip(&types).map(|(layer, ty)| {
        let [x, y] = [&layer.input, &layer.output].map(|shape| shape.ty(&nn));
        quote!(#ty: __nn::Stream<__NnT, Input = #x, Output = #y>)
    });
    let each: Vec<_> = types.iter().map(|ty| quote!(<#ty as __nn::Stream<__NnT>>)).collect();
    let [state, scratch] = ["State", "Scratch"].map(|kind| {
        let kind = super::call::ident(kind);
        let mut parts = each.iter().rev().map(|layer| quote!(#layer::#kind));
        let last = parts.next().unwrap_or_else(|| quote!(__nn::Stateless));
        parts.fold(last, |rest, part| quote!(__nn::Then<#part, #rest>))
    });
    let field = each.iter().fold(quote!(1), |before, layer| quote!(__nn::together(#before, #layer::RECEPTIVE_FIELD)));
    let latency = each.iter().map(|layer| quote!(#layer::LATENCY));
    let seams = layers.iter().rev().skip(1).map(|layer| {
        let shape = layer.output.ty(&nn);
        quote!(<<#shape as __nn::Streamed>::Frame as __nn::Shape>::LEN)
    });
    let calls = expand_calls(model, &layers);
    let [input, output] = [model.input.ty(&nn), expand_output(model)].map(|shape| frame(&shape));
    let names = ["simd", "state", "input", "output", "scratch"].map(local);
    let [simd, state_name, x, y, scratch_name] = &names;
    let parts = (0..each.len()).map(|i| part(state_name, i, each.len()));
    quote! {
        impl<__NnT: __nn::Scalar> __nn::Stream<__NnT> for #name<__NnT>
        where
            #(#bounds,)*
        {
            type State = #state;
            type Scratch = #scratch;
            const RECEPTIVE_FIELD: ::core::primitive::usize = #field;
            const LATENCY: ::core::primitive::usize = 0 #(+ #latency)*;
            const SEAMS: ::core::primitive::usize = __nn::sum(&[#(#seams),*]) + __nn::max(&[#(#each::SEAMS),*]);

            #[inline(always)]
            fn settle<__NnS: __nn::Simd>(#simd: __NnS, #state_name: &mut Self::State) {
                #(#each::settle(#simd, #parts);)*
            }

            #[inline(always)]
            fn step<__NnS: __nn::Simd>(
                &self,
                #simd: __NnS,
                #state_name: &mut Self::State,
                #x: &#input,
                #y: &mut #output,
                #scratch_name: &mut Self::Scratch,
            ) {
                #calls
            }
        }
    }
}

/// ```text
/// enum Tagger_tags {}
/// impl<T: __nn::Scalar> __nn::Stream<T> for Tagger<T>
/// where
///     Tagger_tags: __nn::BothDirections<T>,
/// { .. }
/// ```
///
/// Nothing has that bound: it is the text of the error where a stream is used. So what stands between the braces never runs.
fn expand_reason(model: &Model, layer: &Layer, reason: &Ident) -> TokenStream {
    let (name, nn) = (&model.name, quote!(__nn));
    let called = if layer.named { &layer.name } else { layer.entry().map_or("", |entry| entry.name) };
    let at = layer.tokens.clone().into_iter().next().map_or_else(|| name.span(), |token| token.span());
    let marker = Ident::new(&format!("{}_{called}", name.unraw()), at);
    // Where the layer stands, so that rustc shows that place.
    let marker_enum = quote_spanned!(at=> enum #marker {});
    let [input, output] = [model.input.ty(&nn), expand_output(model)].map(|shape| frame(&shape));
    quote! {
        #[allow(non_camel_case_types, dead_code)]
        #marker_enum
        impl<__NnT: __nn::Scalar> __nn::Stream<__NnT> for #name<__NnT>
        where
            #marker: __nn::#reason<__NnT>,
        {
            type State = __nn::Stateless;
            type Scratch = __nn::Stateless;

            fn step<__NnS: __nn::Simd>(
                &self,
                _: __NnS,
                _: &mut Self::State,
                _: &#input,
                _: &mut #output,
                _: &mut Self::Scratch,
            ) {
            }
        }
    }
}

/// The layers that a step goes through: those that evaluation calls, and those that give the values another shape, for which there is no step.
fn layers(model: &Model) -> Vec<&Layer> {
    let called = model.calls_of_evaluation();
    let is_called = |layer: &&Layer| called.iter().any(|other| std::ptr::eq(*other, *layer));
    let layers = model.layers.iter();
    layers.filter(|layer| is_called(layer) || !layer.input.same(&layer.output)).collect()
}

/// One step of a shape.
fn frame(shape: &TokenStream) -> TokenStream {
    quote!(<<#shape as __nn::Streamed>::Frame as __nn::Shape>::Of<__NnT>)
}

/// How a step is looked at, to be read.
const READ: [&str; 2] = ["flat", "view"];

/// `value`, a reference to a step of `from`, as the layer behind the seam sees it. Where only rustc knows the sizes, the way leads over the flat
/// values, so that a wrong one is found by its check and nowhere else.
fn cast(from: &Shape, to: &Shape, value: TokenStream, [flat, view]: [&str; 2]) -> TokenStream {
    if from.same(to) {
        return value;
    }
    let [flat, view] = [flat, view].map(super::call::ident);
    let [from, to] = [from, to].map(|shape| shape.ty(&quote!(__nn)));
    let flat = quote!(<<#from as __nn::Streamed>::Frame as __nn::Shape>::#flat(#value));
    quote!(<<#to as __nn::Streamed>::Frame as __nn::Shape>::#view(#flat))
}

/// One call for each layer, from seam to seam.
fn expand_calls(model: &Model, layers: &[&Layer]) -> TokenStream {
    let [simd, state, input, output, scratch] = ["simd", "state", "input", "output", "scratch"].map(local);
    let seam = |i: usize| local(&format!("seam{i}"));
    let count = layers.len();
    let calls = layers.iter().enumerate().map(|(i, layer)| {
        let of = receiver(layer, &quote!(self), &quote!(&));
        let [state, scratch] = [&state, &scratch].map(|all| part(all, i, count));
        let x = if i == 0 {
            cast(&model.input, &layer.input, quote!(#input), READ)
        } else {
            let before = seam(i - 1);
            cast(&layers[i - 1].output, &layer.input, quote!(&#before), READ)
        };
        let is_last = i + 1 == count;
        let own = seam(i);
        let made = (!is_last).then(|| {
            let frame = frame(&layer.output.ty(&quote!(__nn)));
            quote!(let mut #own: #frame = __nn::zeroed();)
        });
        let y = if is_last {
            cast(model.output(), &layer.output, quote!(#output), ["flat_mut", "view_mut"])
        } else {
            quote!(&mut #own)
        };
        quote!(#made __nn::Stream::<__NnT>::step(#of, #simd, #state, #x, #y, #scratch);)
    });
    quote!(#(#calls)*)
}

/// The part of layer `i` of `count`, `&mut state.1.1.0`; of a single one all there is.
fn part(all: &Ident, i: usize, count: usize) -> TokenStream {
    if count == 1 {
        return quote!(&mut *#all);
    }
    let behind = std::iter::repeat_n(quote!(.1), i);
    let own = (i + 1 < count).then(|| quote!(.0));
    quote!(&mut #all #(#behind)* #own)
}
