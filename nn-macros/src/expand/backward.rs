//! Backward: the same calls from the output to the input.

use proc_macro2::TokenStream;
use quote::quote;

use super::call::{call, ident, receiver};
use super::forward::{expand_cache, expand_function, function_name};
use super::seams::{Seams, Way, local};
use super::steps::Step;
use crate::model::Layer;

/// ```text
/// fn backward<__NnS: __nn::Simd>(
///     &self, simd: __NnS, record: __nn::Record<'_, [T; 784], [T; 10], T>, dy: &[T; 10],
///     dx: Option<&mut [T; 784]>, grad: &mut Self, scratch: &mut [T],
/// ) {
///     let __nn::Record { x: input, y: output, cache } = record;
///     let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::split(cache);
///     let (digit_cache, _) = cache.split_at(<__nn::Dense<T, 128, 10> as __nn::Layer<T>>::CACHE);
///     let (even, _, scratch) = __nn::two_buffers(scratch, 128, 0);
///     let d_relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(even);
///     __nn::Layer::<T>::backward(
///         &self.digit, simd, __nn::Record { x: relu1, y: output, cache: digit_cache }, dy, Some(&mut *d_relu1),
///         &mut grad.digit, scratch,
///     );
///     __nn::Relu::<__nn::D1<128>>::backward_in_place::<T, _>(
///         &__nn::Relu::<__nn::D1<128>>::new(), simd, relu1, &mut *d_relu1,
///     );
///     __nn::Layer::<T>::backward(
///         &self.hidden, simd, __nn::Record { x: input, y: relu1, cache: &[] }, d_relu1, dx, &mut grad.hidden, scratch,
///     );
/// }
/// ```
///
/// Where training joins a layer and the activation behind it, what the layer gets as its output is the activation's: the joined
/// layers do not read it. A part of a long list is a function, as in `forward`.
///
/// What stands before the first layer that learns has nothing to do unless the gradient of the input is wanted, and that layer nobody
/// to hand one to:
///
/// ```text
///     __nn::Layer::<T>::backward(
///         &self.hidden, .., bool::then_some(Option::is_some(&dx), &mut *d_scaler), &mut grad.hidden, scratch,
///     );
///     if Option::is_some(&dx) {
///         __nn::Layer::<T>::backward(&self.scaler, .., d_scaler, dx, &mut grad.scaler, scratch);
///     }
/// ```
pub(super) fn expand_backward(seams: &Seams<'_>) -> TokenStream {
    let [input, output, record, cache] = ["input", "output", "record", "cache"].map(local);
    let divided = expand_cache(seams, false);
    let blocks = divided.is_some().then(|| seams.count_blocks(&quote!(#input)));
    let cache = if divided.is_some() { quote!(cache: #cache) } else { quote!(..) };
    let buffers = seams.buffers();
    let fixed = seams.steps.iter().take_while(|step| step.is_fixed()).count();
    let calls = (fixed..seams.steps.len()).rev().map(|i| expand_call(seams, i, fixed));
    let before = (fixed > 0).then(|| {
        let (wanted, calls) = (is_wanted(), (0..fixed).rev().map(|i| expand_call(seams, i, fixed)));
        let layers = seams.steps[..fixed].iter().flat_map(Step::with_parameters);
        let clear = layers.filter_map(|layer| seams.expand_first(layer));
        quote!(#(let _ = #clear;)* if #wanted { #(#calls)* })
    });
    let parts = seams.parts().map(|part| expand_backward(&part));
    expand_signature(
        seams,
        &quote! {
            #(#parts)*
            let __nn::Record { x: #input, y: #output, #cache } = #record;
            #blocks
            #divided
            #buffers
            #(#calls)*
            #before
        },
    )
}

/// Whether somebody wants the gradient of the input.
fn is_wanted() -> TokenStream {
    let dx = local("dx");
    quote!(::core::option::Option::is_some(&#dx))
}

/// The call of layer `i`, with the seam for its input's gradient. Layer `first` is the first that learns.
fn expand_call(seams: &Seams<'_>, i: usize, first: usize) -> TokenStream {
    let [dx, grad, scratch] = ["dx", "grad", "scratch"].map(local);
    let step = &seams.steps[i];
    let (how, owner) = (seams.how(), seams.owner());
    let (x, y) = (seams.cast(seams.produced(i), step.input(), &seams.before(i)), seams.output(i));
    let cache = if step.keeps() {
        let kept = seams.cache(i);
        quote!(#kept)
    } else {
        quote!(&[])
    };
    // The gradient was written as the next layer's input; this one reads it as its output.
    let came = seams.steps.get(i + 1).map_or(seams.output, Step::input);
    let dy = seams.cast(came, step.produced(), seams.gradient(i));
    let mut seam = None;
    let dx = if i > 0 {
        let d = seams.gradient(i - 1);
        let view = seams.view_mut(step.input(), &Seams::buffer(i - 1));
        seam = Some(quote!(let #d = #view;));
        if i == first {
            let wanted = is_wanted();
            quote!(::core::primitive::bool::then_some(#wanted, &mut *#d))
        } else {
            quote!(::core::option::Option::Some(&mut *#d))
        }
    } else if seams.produced(0).same(step.input()) {
        quote!(#dx)
    } else {
        let cast = seams.cast_mut(seams.produced(0), step.input(), &dx);
        quote!(#dx.map(|#dx| #cast))
    };
    let record = quote!(__nn::Record { x: #x, y: #y, cache: #cache });
    match step {
        Step::Layer { layer, activation } => {
            let function = function_name(seams, "backward");
            let receive = receiver(layer, &owner, &quote!(&));
            let grad = receiver(layer, &quote!(#grad), &quote!(&mut));
            let how = seams.how_to_differentiate(layer);
            let call = call(layer, &function, quote!(#receive, #how, #record, #dy, #dx, #grad, #scratch));
            let slope = activation.map(|activation| expand_slope(seams, i, activation));
            quote!(#slope #seam #call)
        }
        Step::Part { .. } => {
            let part = Seams::part(i);
            quote!(#seam #part(#owner, #how, #record, #dy, #dx, #grad, #scratch);)
        }
    }
}

/// `__nn::Relu::<__nn::D1<128>>::backward_in_place::<T, _>(&__nn::Relu::<__nn::D1<128>>::new(), simd, relu1, &mut *d_relu1);`
///
/// The activation of step `i`, which is not the last one.
fn expand_slope(seams: &Seams<'_>, i: usize, activation: &Layer) -> TokenStream {
    let Some(entry) = activation.entry() else { return TokenStream::new() };
    let (library, shape) = (ident(entry.name), activation.input.ty(&quote!(__nn)));
    let function = function_name(seams, "backward_in_place");
    let scalar = match seams.way {
        Way::Sample => quote!(__NnT, _),
        Way::Blocks => quote!(__NnT),
    };
    let (how, value) = (seams.how(), receiver(activation, &seams.owner(), &quote!(&)));
    let (y, d) = (seams.output(i), seams.gradient(i));
    let dy = match seams.steps.get(i + 1) {
        Some(next) if !next.input().same(&activation.output) => seams.cast_mut(next.input(), &activation.output, d),
        _ => quote!(&mut *#d),
    };
    quote!(__nn::#library::<#shape>::#function::<#scalar>(#value, #how, #y, #dy);)
}

/// The head of `backward`, or of its twin for blocks, around `body`.
pub(super) fn expand_signature(seams: &Seams<'_>, body: &TokenStream) -> TokenStream {
    let [record, dy, dx, grad, scratch] = ["record", "dy", "dx", "grad", "scratch"].map(local);
    let (element, ty) = (seams.element(), seams.ty_of_owner());
    let (x, y) = (seams.ty(seams.input), seams.ty_of_output());
    // What comes to a joined activation is multiplied by its slope in place.
    let mutable = seams.steps.last().is_some_and(Step::ends_joined).then(|| quote!(mut));
    let arguments = quote! {
        #record: __nn::Record<'_, #x, #y, #element>,
        #dy: &#mutable #y,
        #dx: ::core::option::Option<&mut #x>,
        #grad: &mut #ty,
        #scratch: &mut [#element],
    };
    expand_function(seams, "backward", &arguments, body)
}
