//! What the user wrote, token by token, without judgement.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::{Attribute, Expr, Path, Visibility};

/// One invocation of `network!`.
pub(crate) struct Network {
    /// The path of the library: whatever `$crate` was in the macro that the user called.
    pub(crate) krate: TokenStream,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// What stands between the name and the body: nothing, if all is well.
    pub(crate) generics: TokenStream,
    pub(crate) items: Vec<Item>,
}

/// One entry of a layer list.
pub(crate) enum Item {
    Shape(Shape),
    Layer(Layer),
    /// What stands in braces of its own: a branch of `Add { {..}, {..} }`.
    Branch(Branch),
    /// An entry that could not be read; the mistake is reported already.
    Broken,
}

/// `input: [1, 28, 28]` or `output: [10]`.
pub(crate) struct Shape {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) keyword: Ident,
    pub(crate) dims: Vec<Expr>,
    /// The brackets and what is in them.
    pub(crate) tokens: TokenStream,
}

/// `hidden: Dense(784 -> 128, bias = false)`.
pub(crate) struct Layer {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Option<Ident>,
    /// `Dense`, `my::Gain<16>`.
    pub(crate) kind: Path,
    pub(crate) arguments: Option<Arguments>,
    pub(crate) block: Option<Block>,
}

/// `(784 -> 128, bias = false)`.
pub(crate) struct Arguments {
    pub(crate) list: Vec<Argument>,
    /// The parentheses and what is in them.
    pub(crate) tokens: TokenStream,
    /// Whether some argument could not be read, so that a missing one is no mistake of its own.
    pub(crate) broken: bool,
}

pub(crate) enum Argument {
    /// `128`
    Size(Expr),
    /// `784 -> 128`
    Map { from: Expr, to: Expr },
    /// `bias = false`
    Setting { key: Ident, value: Expr },
}

/// `{ .. }`: the layers of a block or of a branch.
pub(crate) struct Block {
    pub(crate) items: Vec<Item>,
    /// The braces and what is in them.
    pub(crate) tokens: TokenStream,
}

/// `{ .. }` where a layer could stand.
pub(crate) struct Branch {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Option<Ident>,
    pub(crate) block: Block,
}

impl Layer {
    /// The last segment of the kind: `Gain` of `my::Gain<16>`. A raw identifier is the name without `r#`.
    pub(crate) fn ident(&self) -> Ident {
        self.kind.segments[self.kind.segments.len() - 1].ident.unraw()
    }

    /// The name of a layer of the catalogue, if that is how it is written: one identifier and nothing else.
    pub(crate) fn plain_name(&self) -> Option<String> {
        self.kind.get_ident().map(|ident| ident.unraw().to_string())
    }
}
