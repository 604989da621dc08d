//! What comes out of a network or block, where that is the shape of a type of the user's, and whether what goes in is words.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::Model;
use crate::sizes::Shape;

/// ```text
/// impl __nn::Ends for Net<f32> {
///     const EXTENTS: [usize; 5] = __nn::extents::<<Gain<f32, 16> as __nn::Foreign<f32>>::Output>();
/// }
/// ```
///
/// Nothing for a shape that the list states.
pub(super) fn expand_ends(model: &Model) -> Option<TokenStream> {
    let output @ Shape::Custom(_) = model.output() else { return None };
    let (name, output) = (&model.name, output.ty(&quote!(__nn)));
    Some(quote! {
        impl __nn::Ends for #name<::core::primitive::f32> {
            const EXTENTS: [::core::primitive::usize; 5] = __nn::extents::<#output>();
        }
    })
}

/// ```text
/// impl __nn::Begins for Net<f32> {
///     const WORDS: bool = <Gain<f32, 16> as __nn::Foreign<f32>>::VOCABULARY.is_some();
/// }
/// ```
///
/// Nothing where the macro knows it.
pub(super) fn expand_begins(model: &Model) -> Option<TokenStream> {
    let (Shape::Words(_, Some(name)), Some(first)) = (&model.input, model.layers.first()) else { return None };
    let facts = first.facts(&quote!(__nn), &quote!(::core::primitive::f32));
    Some(quote! {
        impl __nn::Begins for #name<::core::primitive::f32> {
            const WORDS: ::core::primitive::bool = #facts::VOCABULARY.is_some();
        }
    })
}

/// `const OUTPUTS: usize = <<Gain<f32, 16> as __nn::Foreign<f32>>::Output as __nn::Shape>::LEN;`
///
/// How many values it has, written out: if the type is no layer, that is known where the number is asked for.
pub(super) fn expand_outputs(model: &Model) -> Option<TokenStream> {
    let output @ Shape::Custom(_) = model.output() else { return None };
    let output = output.ty(&quote!(__nn));
    Some(quote! {
        const OUTPUTS: ::core::primitive::usize = <#output as __nn::Shape>::LEN;
    })
}

/// The shape as a type. One of a type of the user's is told by its extents: `<__nn::Extents<..> as __nn::Ranked>::Shape`. If that type is no
/// layer, they are errors that are known, and no function of the network adds one of its own.
pub(super) fn expand_output(model: &Model) -> TokenStream {
    if let output @ (Shape::Dims(_) | Shape::Words(..)) = model.output() {
        return output.ty(&quote!(__nn));
    }
    let name = &model.name;
    let extents = (0..5).map(|i| {
        let i = Literal::usize_unsuffixed(i);
        quote!({ <#name<::core::primitive::f32> as __nn::Ends>::EXTENTS[#i] })
    });
    quote!(<__nn::Extents<#(#extents),*> as __nn::Ranked>::Shape)
}
