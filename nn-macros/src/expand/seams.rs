//! The seams between the layers: their names in the generated functions, where they lie, and how they are looked at.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use super::output::expand_output;
use super::steps::Step;
use crate::model::{Kind, Layer, Model};
use crate::sizes::{Shape, Size};

/// The two ways through a network.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// One sample.
    Sample,
    /// A run of blocks of samples.
    Blocks,
}

/// The seams of one function, the network's or that of a part of a long list, and their names; the last one is its output.
pub(super) struct Seams<'a> {
    pub(super) model: &'a Model,
    /// The calls between which they lie.
    pub(super) steps: &'a [Step<'a>],
    pub(super) way: Way,
    /// The name of the function, if it is a part's.
    pub(super) part: Option<Ident>,
    /// What comes in.
    pub(super) input: &'a Shape,
    /// What comes out.
    pub(super) output: &'a Shape,
    values: Vec<Ident>,
    gradients: Vec<Ident>,
    caches: Vec<Ident>,
}

/// What the generated functions call their own arguments and helpers.
const TAKEN: &[&str] = &[
    "blocks", "cache", "dx", "dy", "even", "grad", "input", "net", "noise", "odd", "output", "pass", "record", "rng",
    "scratch", "simd",
];

impl<'a> Seams<'a> {
    pub(super) fn new(model: &'a Model, way: Way, steps: &'a [Step<'a>]) -> Self {
        Self::between(model, way, steps, &model.input, model.output())
    }

    fn between(model: &'a Model, way: Way, steps: &'a [Step<'a>], input: &'a Shape, output: &'a Shape) -> Self {
        let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
        let names = steps.iter().map(|step| step.last().name.as_str());
        let mut values: Vec<Ident> = names.clone().map(|name| fresh(name, &mut taken)).collect();
        let mut gradients: Vec<Ident> = names.clone().map(|name| fresh(&format!("d_{name}"), &mut taken)).collect();
        let caches = names.map(|name| fresh(&format!("{name}_cache"), &mut taken)).collect();
        if let Some(last) = values.last_mut() {
            *last = local("output");
        }
        if let Some(last) = gradients.last_mut() {
            *last = local("dy");
        }
        Self { model, steps, way, part: None, input, output, values, gradients, caches }
    }

    /// Those of the parts, each of which is a function inside of this one.
    pub(super) fn parts(&self) -> impl Iterator<Item = Self> {
        self.steps.iter().enumerate().filter_map(|(i, step)| match step {
            Step::Layer { .. } => None,
            Step::Part { steps, input } => {
                let seams = Self::between(self.model, self.way, steps, input, step.output());
                Some(Self { part: Some(Self::part(i)), ..seams })
            }
        })
    }

    /// The function of step `i`, if it is a part. No local has its name.
    pub(super) fn part(i: usize) -> Ident {
        Ident::new(&format!("__nnpart{}", i + 1), Span::call_site())
    }

    /// The network: `self`, which a function inside of another one cannot see.
    pub(super) fn owner(&self) -> TokenStream {
        if self.part.is_some() { local("net").to_token_stream() } else { quote!(self) }
    }

    /// Its type.
    pub(super) fn ty_of_owner(&self) -> TokenStream {
        let name = &self.model.name;
        if self.part.is_some() { quote!(#name<__NnT>) } else { quote!(Self) }
    }

    /// How many seams lie between two layers.
    pub(super) fn interior(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// The seam before step `i`: the input or the step's before it.
    pub(super) fn before(&self, i: usize) -> Ident {
        if i == 0 { local("input") } else { self.values[i - 1].clone() }
    }

    /// The seam behind step `i`.
    pub(super) fn behind(&self, i: usize) -> &Ident {
        &self.values[i]
    }

    /// The gradient of the seam behind step `i`.
    pub(super) fn gradient(&self, i: usize) -> &Ident {
        &self.gradients[i]
    }

    /// Step `i`'s own part of the cache.
    pub(super) fn cache(&self, i: usize) -> &Ident {
        &self.caches[i]
    }

    /// The shape that comes to step `i` from the one before it.
    pub(super) fn produced(&self, i: usize) -> &Shape {
        if i == 0 { self.input } else { self.steps[i - 1].output() }
    }

    /// One value of a seam: `T` or a block of them.
    pub(super) fn element(&self) -> TokenStream {
        match self.way {
            Way::Sample => quote!(__NnT),
            Way::Blocks => quote!(<__NnT as __nn::Number>::Lanes),
        }
    }

    /// The type of a seam: one sample, or a run of blocks.
    pub(super) fn ty(&self, shape: &Shape) -> TokenStream {
        let of = shape.of(&quote!(__nn), &self.element());
        match self.way {
            Way::Sample => of,
            Way::Blocks => quote!([#of]),
        }
    }

    /// The type of what comes out.
    pub(super) fn ty_of_output(&self) -> TokenStream {
        match (&self.part, self.output) {
            (None, Shape::Custom(_)) => {
                let (shape, element) = (expand_output(self.model), self.element());
                let of = quote!(<#shape as __nn::Shape>::Of<#element>);
                if self.way == Way::Sample { of } else { quote!([#of]) }
            }
            _ => self.ty(self.output),
        }
    }

    /// The argument that says how to compute.
    pub(super) fn how(&self) -> Ident {
        match self.way {
            Way::Sample => local("simd"),
            Way::Blocks => local("pass"),
        }
    }

    /// The arguments that say how to compute and where random numbers come from, for `layer` in training.
    pub(super) fn how_to_train(&self, layer: &Layer) -> TokenStream {
        let (how, noise) = (self.how(), local("noise"));
        let place = Literal::usize_unsuffixed(layer.place);
        let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
        match self.way {
            Way::Sample => quote!(#how, __nn::noise(#noise, #place, #facts::DRAWS)),
            Way::Blocks => quote!(&__nn::pass(#how, #place, #facts::DRAWS)),
        }
    }

    /// How to compute the gradient of `layer`.
    pub(super) fn how_to_differentiate(&self, layer: &Layer) -> TokenStream {
        let how = self.how();
        self.expand_first(layer).map_or_else(|| quote!(#how), |first| quote!(&#first))
    }

    /// The pass for the gradient of a layer with parameters: the first time it is still to be written, if only with zeros. The library
    /// sees to it for a type of the user's.
    pub(super) fn expand_first(&self, layer: &Layer) -> Option<TokenStream> {
        let (how, grad) = (self.how(), local("grad"));
        let asked = self.way == Way::Blocks && !matches!(layer.kind, Kind::Custom(_));
        let field = layer.field.as_ref().filter(|_| asked)?;
        let facts = layer.facts(&quote!(__nn), &quote!(__NnT));
        Some(quote!(__nn::Pass::with_gradient::<__NnT, _>(#how, &mut #grad.#field, #facts::WRITES)))
    }

    /// The same for a part, in which every layer sees to its own.
    pub(super) fn how_to_train_part(&self) -> TokenStream {
        let (how, noise) = (self.how(), local("noise"));
        match self.way {
            Way::Sample => quote!(#how, #noise),
            Way::Blocks => quote!(#how),
        }
    }

    /// `length`, for a run of blocks times their number.
    pub(super) fn scaled(&self, length: &TokenStream) -> TokenStream {
        let blocks = local("blocks");
        match self.way {
            Way::Sample => length.clone(),
            Way::Blocks => quote!(#length * #blocks),
        }
    }

    /// The line that counts the blocks of `of`.
    pub(super) fn count_blocks(&self, of: &TokenStream) -> Option<TokenStream> {
        let blocks = local("blocks");
        (self.way == Way::Blocks).then(|| quote!(let #blocks = #of.len();))
    }

    /// `flat` looked at as `shape`, to be written.
    pub(super) fn view_mut(&self, shape: &Shape, flat: &Ident) -> TokenStream {
        let shape = shape.ty(&quote!(__nn));
        let blocks = local("blocks");
        match self.way {
            Way::Sample => quote!(<#shape as __nn::Shape>::view_mut(#flat)),
            Way::Blocks => quote!(<#shape as __nn::Shape>::views_mut(#flat, #blocks)),
        }
    }

    /// A value of `shape` taken off `flat`; `mutable` to be written.
    pub(super) fn split(&self, shape: &Shape, flat: &Ident, mutable: bool) -> TokenStream {
        let shape = shape.ty(&quote!(__nn));
        let blocks = local("blocks");
        match (self.way, mutable) {
            (Way::Sample, false) => quote!(<#shape as __nn::Shape>::split(#flat)),
            (Way::Sample, true) => quote!(<#shape as __nn::Shape>::split_mut(#flat)),
            (Way::Blocks, false) => quote!(<#shape as __nn::Shape>::splits(#flat, #blocks)),
            (Way::Blocks, true) => quote!(<#shape as __nn::Shape>::splits_mut(#flat, #blocks)),
        }
    }

    /// `value`, which is of shape `from`, as the layer behind the seam sees it: flattened, say. Where only rustc knows
    /// the sizes, the way leads over the flat values too, so that a wrong size is found by its check and nowhere else.
    pub(super) fn cast(&self, from: &Shape, to: &Shape, value: &impl ToTokens) -> TokenStream {
        if from.same(to) {
            return value.to_token_stream();
        }
        let (from, to) = (from.ty(&quote!(__nn)), to.ty(&quote!(__nn)));
        match self.way {
            Way::Sample => quote!(<#to as __nn::Shape>::view(<#from as __nn::Shape>::flat(#value))),
            Way::Blocks => quote!(<#to as __nn::Shape>::all(<#from as __nn::Shape>::flat_all(#value))),
        }
    }

    /// The same, to be written.
    pub(super) fn cast_mut(&self, from: &Shape, to: &Shape, value: &Ident) -> TokenStream {
        let (from, to) = (from.ty(&quote!(__nn)), to.ty(&quote!(__nn)));
        match self.way {
            Way::Sample => quote!(<#to as __nn::Shape>::view_mut(<#from as __nn::Shape>::flat_mut(#value))),
            Way::Blocks => quote!(<#to as __nn::Shape>::all_mut(<#from as __nn::Shape>::flat_all_mut(#value))),
        }
    }

    /// The seam behind step `i` as that step writes it.
    pub(super) fn output_mut(&self, i: usize) -> TokenStream {
        let (from, to) = (self.output, self.steps[i].output());
        let y = self.behind(i);
        if i < self.interior() || from.same(to) { quote!(#y) } else { self.cast_mut(from, to, y) }
    }

    /// The seam behind step `i` as that step has written it.
    pub(super) fn output(&self, i: usize) -> TokenStream {
        let (from, to) = (self.output, self.steps[i].output());
        let y = self.behind(i);
        if i < self.interior() { quote!(#y) } else { self.cast(from, to, y) }
    }

    /// The lines that divide the scratch: two buffers that the seams take in turns, and the rest for the layers.
    pub(super) fn buffers(&self) -> Option<TokenStream> {
        let interior = self.interior();
        if interior == 0 {
            return None;
        }
        let [even, odd, scratch] = ["even", "odd", "scratch"].map(local);
        let odd = if interior > 1 { quote!(#odd) } else { quote!(_) };
        let lengths = [0, 1].map(|parity| self.scaled(&buffer(self.steps, parity)));
        let [first, second] = lengths;
        Some(quote!(let (#even, #odd, #scratch) = __nn::two_buffers(#scratch, #first, #second);))
    }

    /// The buffer in which the seam behind step `i` lies.
    pub(super) fn buffer(i: usize) -> Ident {
        local(if i.is_multiple_of(2) { "even" } else { "odd" })
    }
}

/// Values of `f32` in a cache line: a buffer is a whole number of lines, so that the next one begins on a line if it does. A
/// vector that is stored across two is slow to be read back.
const LINE: u64 = 16;

/// The length of the buffer for every second interior seam, from seam `parity` on.
pub(super) fn buffer(steps: &[Step<'_>], parity: usize) -> TokenStream {
    let lengths = lengths(steps, parity);
    if let Some(known) = longest(&lengths) {
        return Size::Known(known).value(&TokenStream::new());
    }
    let (nn, line) = (quote!(__nn), Size::Known(LINE).value(&TokenStream::new()));
    let lengths = lengths.iter().map(|length| length.value(&nn));
    quote!(__nn::max(&[#(#lengths),*]).next_multiple_of(#line))
}

/// The largest of some lengths in whole lines, if all are known.
fn longest(lengths: &[Size]) -> Option<u64> {
    let longest = lengths.iter().try_fold(0, |most: u64, length| Some(most.max(length.known()?)))?;
    Some(longest.checked_next_multiple_of(LINE).unwrap_or(longest))
}

/// How many values every second interior seam has, from seam `parity` on.
fn lengths(steps: &[Step<'_>], parity: usize) -> Vec<Size> {
    let interior = steps.len().saturating_sub(1);
    steps[..interior].iter().skip(parity).step_by(2).map(|step| step.output().len()).collect()
}

/// The length of both buffers, and of those of the largest part, if it is known.
pub(super) fn both_buffers(steps: &[Step<'_>]) -> Option<u64> {
    let both = longest(&lengths(steps, 0))?.checked_add(longest(&lengths(steps, 1))?)?;
    let parts = steps.iter().try_fold(0, |most: u64, step| match step {
        Step::Layer { .. } => Some(most),
        Step::Part { steps, .. } => Some(most.max(both_buffers(steps)?)),
    })?;
    both.checked_add(parts)
}

/// A local of the generated functions. The user's tokens cannot see it, and no constant of the user's, which would make a pattern of
/// it, has its name.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(&format!("__nn_{name}"), Span::mixed_site())
}

fn fresh(name: &str, taken: &mut HashSet<String>) -> Ident {
    let mut name = name.to_owned();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    local(&name)
}
