//! The network as a layer: its shapes, what memory it needs, and its six passes.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::call::expand_where;
use super::output::{expand_begins, expand_ends, expand_output};
use super::parameters::expand_generics;
use super::seams::{Seams, Way};
use super::{Bodies, backward, fold, forward, init, memory, steps};
use crate::model::Model;

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
    let (input, output) = (model.input.ty(&nn), expand_output(model));
    let (memory, functions) = match bodies {
        Bodies::Calls => (memory::expand_memory(model), expand_functions(model)),
        Bodies::Unreachable => (TokenStream::new(), expand_unreachable(model)),
    };
    let (generics, bounds) = (expand_generics(model), expand_where(model));
    // Where the user wrote the name: a private type in it is told there.
    let shapes = quote_spanned!(name.span()=> type Input = #input; type Output = #output;);
    let (begins, ends) = (expand_begins(model), expand_ends(model));
    quote! {
        #begins
        #ends
        impl #generics __nn::Layer<__NnT> for #name<__NnT> #bounds {
            #shapes
            #memory
            #functions
        }
    }
}

fn expand_functions(model: &Model) -> TokenStream {
    let mut functions = TokenStream::new();
    for way in [Way::Sample, Way::Blocks] {
        functions.extend(forward::expand_forward(&Seams::new(model, way, &steps::joined(model))));
        let steps = steps::joined_in_training(model);
        let seams = Seams::new(model, way, &steps);
        functions.extend(forward::expand_forward_train(&seams));
        functions.extend(backward::expand_backward(&seams));
    }
    functions.extend(init::expand_init(model));
    functions.extend(fold::expand_fold(model));
    functions
}

/// The required functions, for a network with mistakes.
fn expand_unreachable(model: &Model) -> TokenStream {
    let steps = steps::single(model);
    let seams = Seams::new(model, Way::Sample, &steps);
    let unreachable = quote!(::core::unreachable!());
    let forward = forward::expand_signature(&seams, "forward", false, &unreachable);
    let backward = backward::expand_signature(&seams, &unreachable);
    quote!(#forward #backward)
}
