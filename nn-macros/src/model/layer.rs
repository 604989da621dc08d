//! One layer of the list, with both shapes.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;
use syn::{Attribute, Path};

use super::{Model, levels};
use crate::catalog::{Block, Entry, Generic, Given, Gives, Inside, Measured};
use crate::sizes::{Rank, Shape, Size, located, with_scalar, written_here};

/// One layer, with both shapes.
pub(crate) struct Layer {
    /// Its number in the list: its random numbers belong to that.
    pub(crate) place: usize,
    /// The user's name, or the generated one: `fc1`, `relu2`.
    pub(crate) name: String,
    /// Whether the user wrote it.
    pub(crate) named: bool,
    /// What its tensors' names begin with, inside of its struct: its own name, or that of `#[name("0")]`.
    pub(crate) part: String,
    /// Whether training leaves its parameters and statistics as they are: `#[frozen]`.
    pub(crate) frozen: bool,
    /// Its field, if it can have parameters.
    pub(crate) field: Option<Ident>,
    /// Documentation and whatever else the user put on it.
    pub(crate) attrs: Vec<Attribute>,
    /// As a reader would write it: `Dense(784 -> 128)`.
    pub(crate) written: String,
    /// The tokens of its kind: where rustc speaks of it.
    pub(crate) tokens: TokenStream,
    pub(crate) kind: Kind,
    pub(crate) input: Shape,
    pub(crate) output: Shape,
    pub(crate) init: Option<Init>,
}

/// What a layer is.
pub(crate) enum Kind {
    /// A layer of the catalogue.
    BuiltIn(Box<BuiltIn>),
    /// A type in the user's scope, written without its scalar.
    Custom(Path),
    /// A block of the catalogue around structs of their own.
    Block { block: &'static Block, branches: Vec<Model> },
}

/// A layer of the catalogue. Without parameters it is made where it is called: `LeakyRelu::<S>::new(0.01)`.
pub(crate) struct BuiltIn {
    pub(crate) entry: &'static Entry,
    /// Its type in the library.
    pub(crate) type_name: &'static str,
    /// One step of the sequence that comes, if the layer is one of vectors, which is called for each step.
    pub(crate) step: Option<Shape>,
    /// What stands in the parentheses.
    pub(crate) outputs: Option<Size>,
    /// The settings that are whole numbers.
    pub(crate) whole: Vec<Measured>,
    pub(crate) constructor: &'static str,
    /// What the constructor takes.
    pub(crate) arguments: Vec<TokenStream>,
    /// The settings that are const arguments of the type, and as far as which of them they are written.
    pub(crate) numbers: Vec<TokenStream>,
    pub(crate) written_numbers: usize,
    /// The switches that are off, each with the types that stand for that.
    pub(crate) off: Vec<(&'static str, &'static [&'static str])>,
}

impl BuiltIn {
    /// The keys of the switches that are off.
    pub(crate) fn switched_off(&self) -> Vec<&'static str> {
        self.off.iter().map(|(key, _)| *key).collect()
    }

    fn given<'a>(&'a self, input: &'a Shape) -> Given<'a> {
        let input = self.step.as_ref().unwrap_or(input);
        Given { input, outputs: self.outputs.as_ref(), whole: &self.whole }
    }
}

impl Layer {
    /// What stands between the angle brackets of the type of a built-in layer, behind the scalar: `D1<4>`, or `4, 3, NoBias`.
    pub(crate) fn generics(&self, built_in: &BuiltIn, nn: &TokenStream) -> TokenStream {
        let mut arguments = arguments(built_in, &self.given(built_in), &self.output, nn);
        arguments.extend(off(built_in, nn));
        quote!(#(#arguments),*)
    }

    /// The layer's type for the scalar `t`, with `nn` as the path of the library.
    pub(crate) fn ty(&self, nn: &TokenStream, t: &TokenStream) -> TokenStream {
        match &self.kind {
            Kind::BuiltIn(built_in) if built_in.entry.has_levels() => {
                levels::ty(built_in, &self.given(built_in), &self.output, nn, t)
            }
            Kind::BuiltIn(built_in) => {
                let library = ident(built_in.type_name);
                let generics = self.generics(built_in, nn);
                let scalar = built_in.entry.weights.is_some().then(|| quote!(#t,));
                let ty = quote!(#nn::#library<#scalar #generics>);
                if built_in.step.is_none() {
                    return ty;
                }
                let [x, y] = [&self.input, &self.output].map(|shape| shape.ty(nn));
                quote!(#nn::EachStep<#ty, #x, #y>)
            }
            Kind::Custom(path) => written_here(with_scalar(path, t)),
            Kind::Block { block, branches } => {
                let library = ident(block.name);
                let types = branches.iter().map(|branch| {
                    if is_empty_branch(block, branch) {
                        let shape = branch.input.ty(nn);
                        return quote!(#nn::Identity<#shape>);
                    }
                    let name = &branch.name;
                    quote!(#name<#t>)
                });
                let Inside::Branches(join) = block.inside else { return quote!(#nn::#library<#(#types),*>) };
                let together = ident(&format!("Branches{}", branches.len()));
                let output = (join.gives == Gives::OneBehindTheOther).then(|| self.output.ty(nn));
                let output = output.map(|output| quote!(, #output));
                quote!(#nn::#library<#nn::#together<#(#types),*> #output>)
            }
        }
    }

    /// The layer's type as what a list asks of a layer, `<Dense<T, 4, 3> as Layer<T>>`. A type of the user's is asked under another name,
    /// which does not repeat what is missing in it.
    pub(crate) fn facts(&self, nn: &TokenStream, t: &TokenStream) -> TokenStream {
        self.facts_of(nn, t, "Layer")
    }

    /// The same for what a list asks of parameters.
    pub(crate) fn parameter_facts(&self, nn: &TokenStream, t: &TokenStream) -> TokenStream {
        self.facts_of(nn, t, "Parameters")
    }

    fn facts_of(&self, nn: &TokenStream, t: &TokenStream, built_in: &str) -> TokenStream {
        let ty = self.ty(nn, t);
        let Kind::Custom(path) = &self.kind else {
            let name = ident(built_in);
            return quote!(<#ty as #nn::#name<#t>>);
        };
        located(quote!(<#ty as #nn::Foreign<#t>>), path.span())
    }

    /// Whether its type mentions the scalar: all do but branches that are nothing but the input.
    pub(crate) fn has_scalar(&self) -> bool {
        match &self.kind {
            Kind::Block { block, branches } => branches.iter().any(|branch| !is_empty_branch(block, branch)),
            Kind::BuiltIn(_) | Kind::Custom(_) => true,
        }
    }

    /// The structs that are declared for a block: one for each branch that is not the input itself.
    pub(crate) fn structs(&self) -> impl Iterator<Item = &Model> {
        let (block, branches) = match &self.kind {
            Kind::Block { block, branches } => (Some(block), branches.as_slice()),
            Kind::BuiltIn(_) | Kind::Custom(_) => (None, &[][..]),
        };
        branches.iter().filter(move |branch| block.is_none_or(|block| !is_empty_branch(block, branch)))
    }

    /// The structs of a block, each with what the names of its tensors begin with where those of the block do with `name`: `down.0` for the
    /// first of several. A single one has no level of its own.
    pub(crate) fn branches(&self, name: &str) -> Vec<(String, &Model)> {
        let Kind::Block { block, branches } = &self.kind else { return Vec::new() };
        let is_numbered = matches!(block.inside, Inside::Branches(_));
        let level = |i: usize| if is_numbered { format!("{name}.{i}") } else { name.to_owned() };
        branches.iter().enumerate().map(|(i, branch)| (level(i), branch)).collect()
    }

    /// What the facts of a built-in layer follow from.
    pub(crate) fn given<'a>(&'a self, built_in: &'a BuiltIn) -> Given<'a> {
        built_in.given(&self.input)
    }

    /// The catalogue's entry of a built-in layer.
    pub(crate) fn entry(&self) -> Option<&'static Entry> {
        match &self.kind {
            Kind::BuiltIn(built_in) => Some(built_in.entry),
            Kind::Custom(_) | Kind::Block { .. } => None,
        }
    }

    /// Why it cannot take one step of a sequence at a time, where the macro knows that: the library's name for the reason.
    pub(crate) fn ahead(&self) -> Option<&'static str> {
        let Kind::BuiltIn(built_in) = &self.kind else { return None };
        (built_in.entry.ahead)(&self.given(built_in), built_in.type_name)
    }

    /// Whether it is a layer of vectors that is called for each step of a sequence.
    pub(crate) fn is_by_step(&self) -> bool {
        matches!(&self.kind, Kind::BuiltIn(built_in) if built_in.step.is_some())
    }

    /// The number of parameters, if it is known.
    pub(crate) fn parameters(&self) -> Option<u64> {
        self.count(|layer, built_in| built_in.entry.parameters(&layer.given(built_in), &built_in.switched_off()))
    }

    /// The multiply-adds of one forward pass, if they are known.
    pub(crate) fn macs(&self) -> Option<u64> {
        self.count(|layer, built_in| {
            let macs = built_in.entry.macs(&layer.given(built_in));
            if built_in.step.is_some() { Size::product([layer.input.extent(Rank::Sequence, 0), macs]) } else { macs }
        })
    }

    fn count(&self, of: impl Fn(&Self, &BuiltIn) -> Size + Copy) -> Option<u64> {
        match &self.kind {
            Kind::BuiltIn(built_in) => of(self, built_in).known(),
            Kind::Custom(_) => None,
            Kind::Block { branches, .. } => {
                total(branches.iter().flat_map(|branch| &branch.layers).map(|layer| layer.count(of)))
            }
        }
    }
}

/// The arguments of a built-in layer's type, behind the scalar and without its switches.
pub(super) fn arguments(built_in: &BuiltIn, given: &Given<'_>, output: &Shape, nn: &TokenStream) -> Vec<TokenStream> {
    let numbers = |count: usize| built_in.numbers[..count].iter().map(|number| quote!({ #nn::bits(#number) }));
    let (mut arguments, mut told) = (Vec::new(), false);
    for generic in (built_in.entry.generics)(given) {
        match generic {
            Generic::Size(size) => arguments.push(size.argument(nn)),
            Generic::Input => arguments.push(given.input.ty(nn)),
            Generic::Output => arguments.push(output.ty(nn)),
            Generic::Window { library, sizes, defaults } => arguments.push(window(library, &sizes, defaults, nn)),
            Generic::Numbers => {
                arguments.extend(numbers(built_in.numbers.len()));
                told = true;
            }
        }
    }
    if !told {
        arguments.extend(numbers(built_in.written_numbers));
    }
    arguments
}

/// The types that stand for switches that are off.
pub(super) fn off(built_in: &BuiltIn, nn: &TokenStream) -> impl Iterator<Item = TokenStream> {
    built_in.off.iter().flat_map(|(_, types)| *types).map(move |ty| {
        let ty = ident(ty);
        quote!(#nn::#ty)
    })
}

/// How a layer is initialised.
#[derive(Clone)]
pub(crate) enum Init {
    /// A variant of the library's `Init`, and its argument.
    Scheme { variant: &'static str, value: Option<f64> },
    /// What suits the layer behind it: a variant of the library's `Nonlinearity`, and its arguments. Until there is a layer
    /// behind it, that is `Linear`.
    Auto { at: TokenStream, nonlinearity: &'static str, arguments: Vec<TokenStream> },
}

/// The sum, if all are known. A number too large to count is the largest there is.
pub(super) fn total(counts: impl IntoIterator<Item = Option<u64>>) -> Option<u64> {
    counts.into_iter().try_fold(0_u64, |sum, count| Some(sum.saturating_add(count?)))
}

/// Whether a branch is the input itself.
fn is_empty_branch(block: &Block, branch: &Model) -> bool {
    matches!(block.inside, Inside::Branches(_)) && branch.layers.is_empty()
}

/// `Window<3, 3, 2, 2>`, without what the library takes anyway.
fn window(library: &str, sizes: &[Size], defaults: &[u64], nn: &TokenStream) -> TokenStream {
    let least = sizes.len() - defaults.len();
    let differs = |i: &usize| sizes[least + i].known() != Some(defaults[*i]);
    let written = (0..defaults.len()).rev().find(differs).map_or(0, |last| last + 1);
    let (library, sizes) = (ident(library), sizes[..least + written].iter().map(|size| size.argument(nn)));
    quote!(#nn::#library<#(#sizes),*>)
}

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
