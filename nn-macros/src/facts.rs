//! What the catalogue says, beside what the library says: for the test that holds the two together.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::catalog::{
    Default, Entry, Given, Joins, Many, Measured, Order, Range, Setting, Sizes, Takes, Value, WORDS, layers,
};
use crate::model::{BuiltIn, Kind, Layer};
use crate::sizes::{Shape, Size};

/// ```text
/// facts::layer::<__nn::Dense<f32, 5, 3>>("Dense", 18, 15, &[5], &[3], &[("weight", &[3, 5], true), ("bias", &[3], false)]);
/// facts::fixed::<__nn::Dense<f32, 5, 3>>("Dense", false);
/// facts::same_type::<__nn::LayerNorm<f32, 5>, __nn::LayerNorm<f32, 5, { __nn::bits(1e-5) }>>("LayerNorm");
/// facts::number("LeakyRelu", "slope", 0.01, __nn::functions::LeakyRelu::SLOPE);
/// facts::range(__nn::Range::Positive, &[(-1.0, false), (0.0, false), ..]);
/// ```
///
/// `tokens` are the library's path, in brackets, and that of the module with these functions.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let Some(proc_macro2::TokenTree::Group(krate)) = tokens.next() else { return TokenStream::new() };
    let (krate, facts) = (krate.stream(), tokens.collect::<TokenStream>());
    let nn = quote!(#krate::__private);
    let layers = layers().map(|entry| expand_layer(entry, &nn, &facts));
    let ranges = Range::ALL.iter().map(|range| {
        let name = format_ident!("{}", range.name());
        let tried = [f64::NEG_INFINITY, -1.0, -1e-300, 0.0, 1e-300, 0.5, 1.0, 1.0 + f64::EPSILON, 2.0];
        let tried = tried.iter().map(|value| {
            let (contained, number) = (range.contains(*value), number(*value));
            quote!((#number, #contained))
        });
        let infinite = range.contains(f64::INFINITY);
        quote!(#facts::range(#nn::Range::#name, &[#(#tried,)* (f64::INFINITY, #infinite)]);)
    });
    quote!({ #(#layers)* #(#ranges)* })
}

fn expand_layer(entry: &'static Entry, nn: &TokenStream, facts: &TokenStream) -> TokenStream {
    let name = entry.name;
    let inputs = inputs(entry);
    let switches: Vec<_> = entry
        .settings
        .iter()
        .filter_map(|setting| match setting.value {
            Value::Switch { off } => Some((setting.key, off)),
            _ => None,
        })
        .collect();
    let mut lines = Vec::new();
    for input in inputs {
        for whole in
            [Whole::Default, Whole::Odd, Whole::Same, Whole::Form].into_iter().filter(|whole| whole.suits(entry))
        {
            lines.push(expand_fact(&layer(entry, input, whole, Vec::new(), false), nn, facts));
            for switch in &switches {
                lines.push(expand_fact(&layer(entry, input, whole, vec![*switch], false), nn, facts));
            }
            for kind in kinds(entry) {
                let mut layer = layer(entry, input, whole, Vec::new(), false);
                if let Kind::BuiltIn(built_in) = &mut layer.kind {
                    built_in.type_name = kind;
                }
                lines.push(expand_fact(&layer, nn, facts));
            }
        }
    }
    let f32 = quote!(f32);
    let plain = layer(entry, inputs[0], Whole::Default, Vec::new(), false).ty(nn, &f32);
    let library = format_ident!("{name}");
    // The setting of an activation is its function's.
    let owner = match entry.joins {
        Joins::Last { .. } => quote!(#nn::functions::#library),
        Joins::Nothing | Joins::Next { .. } => quote!(<#plain>),
    };
    if entry.weights.is_some() {
        let written = layer(entry, inputs[0], Whole::Default, Vec::new(), true).ty(nn, &f32);
        lines.push(quote!(#facts::same_type::<#plain, #written>(#name);));
    } else {
        lines.extend(defaults(entry).map(|(key, value)| {
            let constant = format_ident!("{}", key.to_uppercase());
            quote!(#facts::number(#name, #key, #value, #owner::#constant);)
        }));
    }
    quote!(#(#lines)*)
}

/// The shapes that a layer is tried with.
fn inputs(entry: &Entry) -> &'static [&'static [u64]] {
    const SEQUENCE: &[u64] = &[7, 4];
    const IMAGE: &[u64] = &[4, 7, 9];
    let is_shape = |setting: &Setting| matches!(&setting.value, Value::Whole(whole) if whole.many == Many::Shape);
    match entry.takes {
        Takes::Image => &[IMAGE],
        Takes::Any if entry.settings.iter().any(is_shape) => &[SEQUENCE, IMAGE],
        Takes::Sequence => &[SEQUENCE],
        Takes::Vector if !entry.by_step() => &[&[5]],
        Takes::Vector => &[&[5], SEQUENCE],
        Takes::Any | Takes::VectorOrImage | Takes::Channels => &[&[5], SEQUENCE, IMAGE],
    }
}

/// What the settings of whole numbers are.
#[derive(Clone, Copy, PartialEq)]
enum Whole {
    Default,
    /// Others for rows than for columns.
    Odd,
    /// The word `same`, where that may stand.
    Same,
    /// The other form of a layer that has one.
    Form,
}

impl Whole {
    fn suits(self, entry: &Entry) -> bool {
        let knows_same = |setting: &Setting| matches!(&setting.value, Value::Whole(whole) if whole.same);
        let is_whole =
            |setting: &Setting| matches!(&setting.value, Value::Whole(_) | Value::Count { .. } | Value::Twice);
        match self {
            Self::Default => true,
            Self::Odd => entry.settings.iter().any(is_whole),
            Self::Same => entry.settings.iter().any(knows_same),
            Self::Form => entry.settings.iter().any(|setting| matches!(setting.value, Value::Form)),
        }
    }

    fn measured(self, entry: &Entry, input: &[u64]) -> Vec<Measured> {
        let mut found: Vec<Measured> = Vec::new();
        for setting in entry.settings {
            if let Value::Count { .. } | Value::Twice = setting.value {
                let count = if self == Self::Odd { 2 } else { 1 };
                found.push(Measured::all(setting.key, Many::One, Size::Known(count)));
            }
            if let Value::Form = setting.value {
                found.push(Measured::all(setting.key, Many::One, Size::Known(u64::from(self == Self::Form))));
            }
            let Value::Whole(whole) = &setting.value else { continue };
            let odd = match setting.key {
                "kernel" => [3, 2],
                "stride" => [2, 1],
                "padding" | "output_padding" => [1, 0],
                "dilation" => [1, 2],
                "groups" => [2, 2],
                _ => [2, 3],
            };
            let sizes: Option<Vec<u64>> = match (self, whole.many, whole.default) {
                (Self::Same, ..) if whole.same => None,
                // A shape of the same values.
                (_, Many::Shape, _) => Some(input.iter().rev().copied().collect()),
                (Self::Odd, many, _) => Some(odd[..many.count()].to_vec()),
                (_, many, Default::Needed(number) | Default::Number(number)) => Some(vec![number; many.count()]),
                (_, _, Default::Of(other)) => {
                    let other = found.iter().find(|measured| measured.key == other);
                    other.and_then(|other| other.sizes.as_ref()?.iter().map(Size::known).collect())
                }
            };
            let sizes = sizes.map(|sizes| sizes.into_iter().map(Size::Known).collect());
            found.push(Measured { key: setting.key, sizes });
        }
        found
    }
}

/// The settings that are numbers, with what they are if nothing is written.
fn defaults(entry: &Entry) -> impl Iterator<Item = (&'static str, TokenStream)> {
    entry.settings.iter().filter_map(|setting| match setting.value {
        Value::Number(default) | Value::Within(default, _) => Some((setting.key, number(default))),
        _ => None,
    })
}

/// The library's types that words of a setting select.
fn kinds(entry: &Entry) -> impl Iterator<Item = &'static str> {
    entry.settings.iter().flat_map(|setting| match setting.value {
        Value::Kind(kinds) => kinds.iter().map(|(_, library)| *library).collect(),
        _ => Vec::new(),
    })
}

/// Everything that the macro counts of one layer.
fn expand_fact(layer: &Layer, nn: &TokenStream, facts: &TokenStream) -> TokenStream {
    let Kind::BuiltIn(built_in) = &layer.kind else { return TokenStream::new() };
    let is_fixed = built_in.entry.is_fixed();
    let (name, ty, given) = (built_in.entry.name, layer.ty(nn, &quote!(f32)), layer.given(built_in));
    let (parameters, macs) = (exact(layer.parameters()), exact(layer.macs()));
    let [input, output] = [&layer.input, &layer.output].map(|shape| extents(shape.known()));
    let tensors = built_in.entry.tensors(&given, &built_in.switched_off()).into_iter().map(|tensor| {
        let (name, by_column) = (tensor.name, tensor.order == Order::ColumnMajor);
        let dims = extents(Shape::Dims((tensor.dims)(&given)).known());
        quote!((#name, #dims, #by_column))
    });
    quote! {
        #facts::layer::<#ty>(#name, #parameters, #macs, #input, #output, &[#(#tensors),*]);
        #facts::fixed::<#ty>(#name, #is_fixed);
    }
}

/// A layer of 3 or 6 outputs, if it states them, with its settings written or not.
fn layer(
    entry: &'static Entry,
    input: &[u64],
    whole: Whole,
    off: Vec<(&'static str, &'static [&'static str])>,
    written: bool,
) -> Layer {
    let outputs = entry.has_sizes().then_some(Size::Known(if input.len() > 1 { 6 } else { 3 }));
    let mut whole = whole.measured(entry, input);
    if entry.sizes == Sizes::Table {
        whole.push(Measured::all(WORDS, Many::One, Size::Known(7)));
    }
    let input = Shape::Dims(input.iter().map(|size| Size::Known(*size)).collect());
    let step = input.step().filter(|_| entry.by_step());
    let taken = step.as_ref().unwrap_or(&input);
    let gives = (entry.gives)(&Given { input: taken, outputs: outputs.as_ref(), whole: &whole });
    let output = if step.is_some() { input.with_step(&gives) } else { gives };
    let numbers: Vec<TokenStream> = match entry.weights {
        Some(_) => defaults(entry).map(|(_, value)| value).collect(),
        None => Vec::new(),
    };
    let kind = Kind::BuiltIn(Box::new(BuiltIn {
        entry,
        type_name: entry.name,
        step,
        outputs,
        whole,
        constructor: "new",
        arguments: Vec::new(),
        written_numbers: if written { numbers.len() } else { 0 },
        numbers,
        off,
    }));
    Layer {
        place: 0,
        name: String::new(),
        named: false,
        part: String::new(),
        frozen: false,
        field: None,
        attrs: Vec::new(),
        written: String::new(),
        tokens: TokenStream::new(),
        kind,
        input,
        output,
        init: None,
    }
}

fn exact(count: Option<u64>) -> TokenStream {
    let count = Literal::u64_unsuffixed(count.unwrap_or(u64::MAX));
    quote!(#count)
}

fn extents(dims: Option<Vec<u64>>) -> TokenStream {
    let dims = dims.unwrap_or_default().into_iter().map(Literal::u64_unsuffixed);
    quote!(&[#(#dims),*])
}

fn number(value: f64) -> TokenStream {
    if value == f64::NEG_INFINITY {
        return quote!(f64::NEG_INFINITY);
    }
    let size = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#size) } else { quote!(#size) }
}
