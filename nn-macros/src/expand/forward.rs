//! Forward: one call per layer, from the input to the output.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::call::{call, ident, receiver};
use super::seams::{Seams, Way, local};
use super::steps::Step;

/// ```text
/// fn forward<__NnS: __nn::Simd>(
///     &self, simd: __NnS, input: &[T; 784], output: &mut [T; 10], scratch: &mut [T],
/// ) {
///     let (even, _, scratch) = __nn::two_buffers(scratch, 128, 0);
///     let relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(even);
///     __nn::Dense::forward_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1);
///     __nn::Layer::<T>::forward(&self.digit, simd, relu1, output, scratch);
/// }
/// ```
///
/// A dense layer and the activation behind it are one call.
pub(super) fn expand_forward(seams: &Seams<'_>) -> TokenStream {
    let (input, how, scratch) = (local("input"), seams.how(), local("scratch"));
    let function = function_name(seams, "forward");
    let buffers = seams.buffers();
    let blocks = buffers.is_some().then(|| seams.count_blocks(&quote!(#input)));
    let calls = seams.steps.iter().enumerate().map(|(i, step)| {
        let x = seams.cast(seams.produced(i), step.input(), &seams.before(i));
        let (y, out) = (seams.behind(i), seams.output_mut(i));
        let seam = (i < seams.interior()).then(|| {
            let view = seams.view_mut(step.output(), &Seams::buffer(i));
            quote!(let #y = #view;)
        });
        let call = expand_joined(*step, seams, "forward_activated", &x, &out).unwrap_or_else(|| {
            let layer = receiver(step.layer, &quote!(self), &quote!(&));
            call(step.layer, &function, quote!(#layer, #how, #x, #out, #scratch))
        });
        quote!(#seam #call)
    });
    let body = quote!(#blocks #buffers #(#calls)*);
    expand_signature(seams, "forward", false, &body)
}

/// `__nn::Dense::forward_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1);`
///
/// For a step of a layer and the activation behind it.
fn expand_joined(
    step: Step<'_>,
    seams: &Seams<'_>,
    function: &str,
    x: &TokenStream,
    y: &TokenStream,
) -> Option<TokenStream> {
    let (Some(entry), Some(activation)) = (step.layer.entry(), step.activation) else { return None };
    let [layer, activation] = [step.layer, activation].map(|layer| receiver(layer, &quote!(self), &quote!(&)));
    let (library, function, how) = (ident(entry.name), function_name(seams, function), seams.how());
    Some(quote!(__nn::#library::#function(#layer, #activation, #how, #x, #y);))
}

/// ```text
/// fn forward_train<__NnS: __nn::Simd>(
///     &self, simd: __NnS, noise: __nn::Noise, input: &[T; 784], output: &mut [T; 10], cache: &mut [T], scratch: &mut [T],
/// ) {
///     let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::split_mut(cache);
///     let (gain_cache, cache) = cache.split_at_mut(<Gain<T, 128> as __nn::Layer<T>>::CACHE);
///     __nn::Dense::forward_train_activated(&self.hidden, &__nn::Relu::<__nn::D1<128>>::new(), simd, input, relu1);
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
    let function = function_name(seams, "forward_train");
    let cache = expand_cache(seams, true);
    let blocks = cache.as_ref().map(|_| seams.count_blocks(&quote!(#input)));
    let calls = seams.steps.iter().enumerate().map(|(i, step)| {
        let layer = step.layer;
        let x = seams.cast(seams.produced(i), &layer.input, &seams.before(i));
        let y = seams.output_mut(i);
        if let Some(call) = expand_joined(*step, seams, "forward_train_activated", &x, &y) {
            return call;
        }
        let kept = seams.cache(i);
        let (receiver, how) = (receiver(layer, &quote!(self), &quote!(&)), seams.how_to_train(layer));
        call(layer, &function, quote!(#receiver, #how, #x, #y, #kept, #scratch))
    });
    let body = quote!(#blocks #cache #(#calls)*);
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
        let split = seams.split(&steps[i].layer.output, &cache, mutable);
        quote!(let (#y, #rest) = #split;)
    });
    let kept = keepers.iter().enumerate().map(|(part, i)| {
        let (kept, rest) = (seams.cache(*i), rest(seams.interior() + part));
        let facts = steps[*i].layer.facts(&quote!(__nn), &quote!(__NnT));
        let length = seams.scaled(&quote!(#facts::CACHE));
        let split = Ident::new(if mutable { "split_at_mut" } else { "split_at" }, Span::call_site());
        quote!(let (#kept, #rest) = #cache.#split(#length);)
    });
    (parts > 0).then(|| quote!(#(#values)* #(#kept)*))
}

/// The head of `forward` and `forward_train`, or of their twins for blocks, around `body`.
pub(super) fn expand_signature(seams: &Seams<'_>, name: &str, train: bool, body: &TokenStream) -> TokenStream {
    let [simd, pass, noise, input, output, cache, scratch] =
        ["simd", "pass", "noise", "input", "output", "cache", "scratch"].map(local);
    let function = function_name(seams, name);
    let element = seams.element();
    let (x, y) = (seams.ty(&seams.model.input), seams.ty(seams.model.output()));
    let cache = train.then(|| quote!(#cache: &mut [#element],));
    let noise = (train && seams.way == Way::Sample).then(|| quote!(#noise: __nn::Noise,));
    let (inline, generics, how) = match seams.way {
        Way::Sample => (quote!(#[inline(always)]), quote!(<__NnS: __nn::Simd>), quote!(#simd: __NnS)),
        Way::Blocks => (quote!(), quote!(), quote!(#pass: &__nn::Pass)),
    };
    quote! {
        #inline
        fn #function #generics(&self, #how, #noise #input: &#x, #output: &mut #y, #cache #scratch: &mut [#element]) {
            #body
        }
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
