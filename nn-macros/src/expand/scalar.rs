//! What the scalar is called.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;

/// Its name while the expansion is written: no user's.
const WRITTEN: &str = "__NnT";

/// Its name in documentation and messages, where the user's list has no such name.
const SHOWN: &str = "T";

/// The expansion with the scalar called as it is shown, unless the layer list speaks of something else by that name. Attributes may well
/// mean the scalar.
pub(crate) fn name_scalar(expansion: TokenStream, list: &TokenStream) -> TokenStream {
    if mentions(list) { expansion } else { rename(expansion).0 }
}

fn mentions(list: &TokenStream) -> bool {
    let mut attribute = false;
    list.clone().into_iter().any(|token| {
        let skip =
            std::mem::replace(&mut attribute, matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#'));
        match token {
            TokenTree::Group(group) => !skip && mentions(&group.stream()),
            TokenTree::Ident(ident) => ident.unraw() == SHOWN,
            _ => false,
        }
    })
}

/// Groups without the name stay as they are, with both of their places.
fn rename(tokens: TokenStream) -> (TokenStream, bool) {
    let mut any = false;
    let renamed = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == WRITTEN => {
            any = true;
            Ident::new(SHOWN, ident.span()).into()
        }
        TokenTree::Group(group) => {
            let (inner, changed) = rename(group.stream());
            if !changed {
                return TokenTree::Group(group);
            }
            any = true;
            let mut renamed = Group::new(group.delimiter(), inner);
            renamed.set_span(group.span());
            renamed.into()
        }
        token => token,
    });
    (renamed.collect(), any)
}
