//! Forward: one call per layer, from the input to the output.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::call::{call, ident, receiver};
use super::memory;
use super::seams::{Seams, Way, local};
use super::steps::Step;
use crate::model::Layer;

/// ```text
/// fn forward<__NnS: __nn::Simd>(
///     &self, simd: __NnS, input: &[T; 784], output: &mut [T; 10], scratch: &mut [T],
/// ) {
///     let (even, _, scratch) = __nn::two_buffers(scratch, 128, 0);
///     let relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(even);
///     __nn::Dense::forward_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1, scratch);
///     __nn::Layer::<T>::forward(&self.digit, simd, relu1, output, scratch);
/// }
/// ```
///
/// A dense layer and the activation behind it are one call. So is a part of a long list:
///
/// ```text
/// fn __nnpart1<T: __nn::Scalar, __NnS: __nn::Simd>(
///     net: &Digits<T>, simd: __NnS, input: &[T; 784], output: &mut [T; 128], scratch: &mut [T],
/// ) {
///     __nn::Simd::vectorize(simd, || { .. })   // as above, with `net` for `self`
/// }
/// ..
/// __nnpart1(self, simd, input, relu50, scratch);
/// ```
pub(super) fn expand_forward(seams: &Seams<'_>) -> TokenStream {
    let (input, how, scratch) = (local("input"), seams.how(), local("scratch"));
    let (function, owner) = (function_name(seams, "forward"), seams.owner());
    let buffers = seams.buffers();
    let blocks = buffers.is_some().then(|| seams.count_blocks(&quote!(#input)));
    let calls = seams.steps.iter().enumerate().map(|(i, step)| {
        let x = seams.cast(seams.produced(i), step.input(), &seams.before(i));
        let (y, out) = (seams.behind(i), seams.output_mut(i));
        let seam = (i < seams.interior()).then(|| {
            let view = seams.view_mut(step.output(), &Seams::buffer(i));
            quote!(let #y = #view;)
        });
        let call = match step {
            Step::Layer { layer, activation } => {
                expand_joined(layer, *activation, seams, "forward_activated", &x, &out).unwrap_or_else(|| {
                    let receiver = receiver(layer, &owner, &quote!(&));
                    call(layer, &function, quote!(#receiver, #how, #x, #out, #scratch))
                })
            }
            Step::Part { .. } => {
                let part = Seams::part(i);
                quote!(#part(#owner, #how, #x, #out, #scratch);)
            }
        };
        quote!(#seam #call)
    });
    let parts = seams.parts().map(|part| expand_forward(&part));
    let body = quote!(#(#parts)* #blocks #buffers #(#calls)*);
    expand_signature(seams, "forward", false, &body)
}

/// `__nn::Dense::forward_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1, scratch);`
///
/// For a step of a layer and the activation behind it.
fn expand_joined(
    layer: &Layer,
    activation: Option<&Layer>,
    seams: &Seams<'_>,
    function: &str,
    x: &TokenStream,
    y: &TokenStream,
) -> Option<TokenStream> {
    let (Some(entry), Some(activation)) = (layer.entry(), activation) else { return None };
    let owner = seams.owner();
    let [layer, activation] = [layer, activation].map(|layer| receiver(layer, &owner, &quote!(&)));
    let (library, function, how) = (ident(entry.name), function_name(seams, function), seams.how());
    let scratch = local("scratch");
    Some(quote!(__nn::#library::#function(#layer, #activation, #how, #x, #y, #scratch);))
}

/// ```text
/// fn forward_train<__NnS: __nn::Simd>(
///     &self, simd: __NnS, noise: __nn::Noise, input: &[T; 784], output: &mut [T; 10], cache: &mut [T], scratch: &mut [T],
/// ) {
///     let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::split_mut(cache);
///     let (gain_cache, cache) = cache.split_at_mut(<Gain<T, 128> as __nn::Layer<T>>::CACHE);
///     __nn::Dense::forward_train_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1, scratch);
///     __nn::Layer::<T>::forward_train(
///         &self.gain, simd, __nn::noise::<T, Gain<T, 128>>(noise, 2), relu1, output, gain_cache, scratch,
///     );
/// }
/// ```
///
/// A layer that draws random numbers gets some of its own, by its place in the list. One that keeps nothing gets an empty part of the
/// cache.
pub(super) fn expand_forward_train(seams: &Seams<'_>) -> TokenStream {
    let (input, scratch) = (local("input"), local("scratch"));
    let (function, owner) = (function_name(seams, "forward_train"), seams.owner());
    let cache = expand_cache(seams, true);
    let blocks = cache.as_ref().map(|_| seams.count_blocks(&quote!(#input)));
    let calls = seams.steps.iter().enumerate().map(|(i, step)| {
        let x = seams.cast(seams.produced(i), step.input(), &seams.before(i));
        let (y, kept) = (seams.output_mut(i), seams.cache(i));
        match step {
            Step::Layer { layer, activation } => {
                expand_joined(layer, *activation, seams, "forward_train_activated", &x, &y).unwrap_or_else(|| {
                    let (receiver, how) = (receiver(layer, &owner, &quote!(&)), seams.how_to_train(layer));
                    call(layer, &function, quote!(#receiver, #how, #x, #y, #kept, #scratch))
                })
            }
            Step::Part { .. } => {
                let (part, how) = (Seams::part(i), seams.how_to_train_part());
                quote!(#part(#owner, #how, #x, #y, #kept, #scratch);)
            }
        }
    });
    let parts = seams.parts().map(|part| expand_forward_train(&part));
    let body = quote!(#(#parts)* #blocks #cache #(#calls)*);
    expand_signature(seams, "forward_train", true, &body)
}

/// The lines that divide the cache: the seams in the order of the layers, then what the layers keep themselves.
pub(super) fn expand_cache(seams: &Seams<'_>, mutable: bool) -> Option<TokenStream> {
    let (steps, cache) = (&seams.steps, local("cache"));
    let keepers: Vec<usize> = (0..steps.len()).filter(|i| steps[*i].keeps()).collect();
    let parts = seams.interior() + keepers.len();
    let rest = |part: usize| if part + 1 < parts { quote!(#cache) } else { quote!(_) };
    let values = (0..seams.interior()).map(|i| {
        let (y, rest) = (seams.behind(i), rest(i));
        let split = seams.split(steps[i].produced(), &cache, mutable);
        quote!(let (#y, #rest) = #split;)
    });
    let kept = keepers.iter().enumerate().map(|(part, i)| {
        let (kept, rest) = (seams.cache(*i), rest(seams.interior() + part));
        let length = seams.scaled(&memory::expand_cache(&steps[*i]));
        let split = Ident::new(if mutable { "split_at_mut" } else { "split_at" }, Span::call_site());
        quote!(let (#kept, #rest) = #cache.#split(#length);)
    });
    (parts > 0).then(|| quote!(#(#values)* #(#kept)*))
}

/// The head of `forward` and `forward_train`, or of their twins for blocks, around `body`.
pub(super) fn expand_signature(seams: &Seams<'_>, name: &str, train: bool, body: &TokenStream) -> TokenStream {
    let [noise, input, output, cache, scratch] = ["noise", "input", "output", "cache", "scratch"].map(local);
    let element = seams.element();
    let (x, y) = (seams.ty(seams.input), seams.ty_of_output());
    let cache = train.then(|| quote!(#cache: &mut [#element],));
    let noise = (train && seams.way == Way::Sample).then(|| quote!(#noise: __nn::Noise,));
    let arguments = quote!(#noise #input: &#x, #output: &mut #y, #cache #scratch: &mut [#element]);
    expand_function(seams, name, &arguments, body)
}

/// A function of the network, or one of a part of its list. For one sample that is compiled by itself: rustc would spend more than in
/// proportion on all parts in one function.
pub(super) fn expand_function(
    seams: &Seams<'_>,
    name: &str,
    arguments: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let function = function_name(seams, name);
    let [net, simd, pass] = ["net", "simd", "pass"].map(local);
    let ty = seams.ty_of_owner();
    match (&seams.part, seams.way) {
        (None, Way::Sample) => quote! {
            #[inline(always)]
            fn #function<__NnS: __nn::Simd>(&self, #simd: __NnS, #arguments) {
                #body
            }
        },
        (None, Way::Blocks) => quote! {
            fn #function(&self, #pass: &__nn::Pass<'_>, #arguments) {
                #body
            }
        },
        (Some(part), Way::Sample) => quote! {
            #[inline(never)]
            fn #part<__NnT: __nn::Scalar, __NnS: __nn::Simd>(#net: &#ty, #simd: __NnS, #arguments) {
                __nn::Simd::vectorize(#simd, #[inline(always)] || { #body })
            }
        },
        (Some(part), Way::Blocks) => quote! {
            fn #part<__NnT: __nn::Scalar>(#net: &#ty, #pass: &__nn::Pass<'_>, #arguments) {
                #body
            }
        },
    }
}

/// `forward`, or `forward_blocks`.
pub(super) fn function_name(seams: &Seams<'_>, name: &str) -> Ident {
    let name = match seams.way {
        Way::Sample => name.to_owned(),
        Way::Blocks => format!("{name}_blocks"),
    };
    Ident::new(&name, Span::call_site())
}
