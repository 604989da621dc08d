//! The model as Rust. Nothing here can fail, and nothing computes: all mathematics is in the library.
//!
//! Every section begins with the code that it expands to. Locals stand there without the `__nn_` before their names, which keeps a
//! user's constants from making patterns of them, and the scalar as it is called in the end.

mod backward;
mod budget;
mod call;
mod checks;
mod constants;
mod count;
mod docs;
mod embedded;
mod fold;
mod forward;
mod golden;
mod init;
mod layer;
mod memory;
mod network;
mod output;
mod parameters;
mod plan;
mod scalar;
mod seams;
mod steps;
mod stream;
mod strukt;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::model::{Layer, Model};

pub(crate) use checks::{expand_same, respan_with};
pub(crate) use parameters::{Field, expand_impl as expand_parameters_impl};
pub(crate) use scalar::name_scalar;

/// What the bodies of the expansion are.
#[derive(Clone, Copy, PartialEq)]
enum Bodies {
    /// Straight lines, one call per layer.
    Calls,
    /// `unreachable!()`: a mistake is reported, and what uses the network must not become a second one.
    Unreachable,
}

/// ```text
/// pub struct Digits<T = f32> { .. }
/// const _: () = {
///     use static_nn::__private as __nn;
///     unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Digits<T> { .. }
///     impl<T: __nn::Scalar> __nn::Layer<T> for Digits<T> { .. }
///     impl<T: __nn::Scalar> __nn::Network<T> for Digits<T> { .. }
///     __nn::inherent! { .. }
/// };
/// const _: () = { .. };   // what only rustc can check, and the limits of the budget
/// ```
pub(crate) fn expand(model: &Model) -> TokenStream {
    let strukt = expand_network_struct(model, Bodies::Calls);
    let (checks, test) = (checks::expand_checks(model), golden::expand_test(model));
    let budget = budget::expand_budget(model);
    quote!(#strukt #checks #budget #test)
}

/// The same for a model with mistakes: the interface alone.
pub(crate) fn expand_unreachable(model: &Model) -> TokenStream {
    expand_network_struct(model, Bodies::Unreachable)
}

fn expand_network_struct(model: &Model, bodies: Bodies) -> TokenStream {
    let network = network::expand_network(model, bodies);
    let count = count::expand_count(model, bodies);
    let embedded = embedded::expand_embedded(model, bodies);
    let golden = golden::expand_golden(model, bodies);
    let constants = constants::expand_constants(model);
    let methods = (bodies == Bodies::Calls && stream::is_streamed(model, false)).then(|| {
        let name = &model.name;
        quote_spanned!(name.span()=> __nn::inherent_stream! { #name })
    });
    let structs = expand_one(model, bodies, false, &quote!(#network #count #embedded #golden #methods));
    quote!(#constants #structs)
}

/// One struct with its implementations, and before it those of the blocks in it.
fn expand_one(model: &Model, bodies: Bodies, is_streamed: bool, network: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    let cfgs = model.cfgs();
    let blocks = model.layers.iter().flat_map(Layer::structs);
    let is_streamed = bodies == Bodies::Calls && stream::is_streamed(model, is_streamed);
    let blocks = blocks.map(|block| expand_one(block, bodies, is_streamed, &TokenStream::new()));
    let stream = is_streamed.then(|| stream::expand_stream(model));
    let strukt = strukt::expand_struct(model);
    let parameters = parameters::expand_parameters(model);
    let layer = layer::expand_layer(model, bodies);
    quote! {
        #(#blocks)*
        #strukt
        #(#cfgs)*
        const _: () = {
            #[allow(unused_imports)]
            use #krate::__private as __nn;
            #parameters
            #layer
            #stream
            #network
        };
    }
}
