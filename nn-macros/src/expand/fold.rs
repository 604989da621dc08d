//! What evaluation need not compute: normalisations moved into the layers before them.

use proc_macro2::TokenStream;
use quote::quote;

use super::call::{call, ident};
use crate::catalog::Joins;
use crate::model::{Kind, Layer, Model};

/// ```text
/// fn fold(&mut self) {
///     __nn::Dense::fold(&mut self.fc1, &mut self.batch_norm1);
///     __nn::Layer::<T>::fold(&mut self.encoder);
/// }
/// ```
///
/// Nothing where there is nothing to fold.
pub(super) fn expand_fold(model: &Model) -> Option<TokenStream> {
    let calls = model.calls_of_evaluation();
    let mut lines = Vec::new();
    for (i, layer) in calls.iter().enumerate() {
        let Some(field) = &layer.field else { continue };
        match &layer.kind {
            Kind::Custom(_) | Kind::Block { .. } => lines.push(call(layer, &ident("fold"), quote!(&mut self.#field))),
            Kind::BuiltIn(built_in) => {
                if let Some(next) = calls.get(i + 1).filter(|next| folds(layer, next)) {
                    let (library, next) = (ident(built_in.entry.name), &next.field);
                    lines.push(quote!(__nn::#library::fold(&mut self.#field, &mut self.#next);));
                }
            }
        }
    }
    (!lines.is_empty()).then(|| {
        quote! {
            fn fold(&mut self) {
                #(#lines)*
            }
        }
    })
}

/// Whether `next` can be moved into `layer`, which needs all that it can have for that: a bias.
fn folds(layer: &Layer, next: &Layer) -> bool {
    let Kind::BuiltIn(built_in) = &layer.kind else { return false };
    let Joins::Next { folds } = built_in.entry.joins else { return false };
    let meets = layer.output.same(&next.input) && !layer.is_by_step();
    meets && built_in.off.is_empty() && next.entry().is_some_and(|next| folds.contains(&next.name))
}
