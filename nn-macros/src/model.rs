//! What the list means: every size a number, or a const expression that is left to rustc.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, GenericArgument, LitStr, Path, PathArguments, Visibility, parse_quote};

use crate::catalog::{Entry, Range, Sizes};
use crate::weights::Embedded;

/// A network, or the inside of a block: one struct of the expansion.
pub(crate) struct Model {
    pub(crate) krate: TokenStream,
    /// The user's attributes for the struct, as they stand.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) input: Shape,
    /// The output as the user declared it, or as a block must have it, where only rustc can compare it with the last layer's.
    pub(crate) declared: Option<Shape>,
    pub(crate) layers: Vec<Layer>,
    pub(crate) checks: Vec<Check>,
    /// The file of `#[weights("..")]`,
    pub(crate) weights: Option<LitStr>,
    /// and what it holds, once it is read.
    pub(crate) embedded: Option<Embedded>,
}

impl Model {
    /// The shape that comes out.
    pub(crate) fn output(&self) -> &Shape {
        let last = self.layers.last().map_or(&self.input, |layer| &layer.output);
        self.declared.as_ref().unwrap_or(last)
    }

    /// The layers that have a field.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&Ident, &Layer)> {
        self.layers.iter().filter_map(|layer| Some((layer.field.as_ref()?, layer)))
    }

    /// The layers that training calls: all but those that move no value, and at least one.
    pub(crate) fn calls(&self) -> Vec<&Layer> {
        self.calls_of(|entry| !entry.moves_nothing)
    }

    /// The layers that evaluation calls.
    pub(crate) fn calls_of_evaluation(&self) -> Vec<&Layer> {
        self.calls_of(|entry| !entry.moves_nothing && !entry.trains_only)
    }

    fn calls_of(&self, moves: impl Fn(&Entry) -> bool) -> Vec<&Layer> {
        let calls: Vec<&Layer> = self.layers.iter().filter(|layer| layer.entry().is_none_or(&moves)).collect();
        if calls.is_empty() { self.layers.last().into_iter().collect() } else { calls }
    }

    /// The `#[cfg(..)]` among the attributes: every item of the expansion carries them.
    pub(crate) fn cfgs(&self) -> Vec<&Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect()
    }
}

/// One layer, with both shapes.
pub(crate) struct Layer {
    /// The user's name, or the generated one: `fc1`, `relu2`.
    pub(crate) name: String,
    /// Whether the user wrote it.
    pub(crate) named: bool,
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
    /// A built-in layer with parameters, its sizes, its settings as const arguments, and the types for the switches that are off.
    Weights { entry: &'static Entry, inputs: Size, outputs: Size, settings: Vec<TokenStream>, off: Vec<&'static str> },
    /// A built-in layer without parameters, made where it is called: `LeakyRelu::<S>::new(0.01)`.
    Function { entry: &'static Entry, constructor: &'static str, arguments: Vec<TokenStream> },
    /// A type in the user's scope, written without its scalar.
    Custom(Path),
    /// `Residual { .. }`: a struct of its own.
    Residual(Box<Model>),
}

impl Layer {
    /// The layer's type for the scalar `t`, with `nn` as the path of the library.
    pub(crate) fn ty(&self, nn: &TokenStream, t: &TokenStream) -> TokenStream {
        match &self.kind {
            Kind::Weights { entry, inputs, outputs, settings, off } => {
                let library = ident(entry.name);
                let outputs = (entry.sizes == Sizes::Outputs).then(|| outputs.argument(nn));
                let sizes = [inputs.argument(nn)].into_iter().chain(outputs);
                let off = off.iter().map(|name| ident(name));
                quote!(#nn::#library<#t #(, #sizes)* #(, { #nn::bits(#settings) })* #(, #nn::#off)*>)
            }
            Kind::Function { entry, .. } => {
                let library = ident(entry.name);
                let shape = self.input.ty(nn);
                quote!(#nn::#library<#shape>)
            }
            Kind::Custom(path) => with_scalar(path, t),
            Kind::Residual(model) => {
                let name = &model.name;
                quote!(#nn::Residual<#name<#t>>)
            }
        }
    }

    /// The catalogue's entry of a built-in layer.
    fn entry(&self) -> Option<&'static Entry> {
        match self.kind {
            Kind::Weights { entry, .. } | Kind::Function { entry, .. } => Some(entry),
            Kind::Custom(_) | Kind::Residual(_) => None,
        }
    }

    /// Whether the library may want cache or scratch for it; most built-in layers are known to need none.
    pub(crate) fn has_memory(&self) -> bool {
        self.entry().is_none_or(|entry| entry.has_memory)
    }

    /// Whether it may draw random numbers in training.
    pub(crate) fn may_draw(&self) -> bool {
        self.entry().is_none_or(|entry| entry.draws)
    }

    /// Whether in training its outputs may depend on the whole batch.
    pub(crate) fn may_couple(&self) -> bool {
        self.entry().is_none_or(|entry| entry.coupled)
    }

    /// The number of parameters, if it is known.
    pub(crate) fn parameters(&self) -> Option<u64> {
        match &self.kind {
            Kind::Weights { entry, inputs, outputs, off, .. } => {
                let weights = entry.weights.as_ref()?;
                (weights.parameters)(inputs.known()?, outputs.known()?, off.is_empty())
            }
            Kind::Function { .. } => Some(0),
            Kind::Custom(_) => None,
            Kind::Residual(model) => model.layers.iter().map(Layer::parameters).sum(),
        }
    }

    /// The multiply-adds of one forward pass, if they are known.
    pub(crate) fn macs(&self) -> Option<u64> {
        match &self.kind {
            Kind::Weights { entry, inputs, outputs, .. } => {
                (entry.weights.as_ref()?.macs)(inputs.known()?, outputs.known()?)
            }
            Kind::Function { .. } => Some(0),
            Kind::Custom(_) => None,
            Kind::Residual(model) => model.layers.iter().map(Layer::macs).sum(),
        }
    }
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

/// The shape of a seam.
#[derive(Clone)]
pub(crate) enum Shape {
    Vector(Size),
    /// Channels, height, width.
    Image([Size; 3]),
    /// Whatever a type of the user's says.
    Custom(Side),
}

/// `Input` or `Output` of a type of the user's.
#[derive(Clone)]
pub(crate) struct Side {
    pub(crate) path: Path,
    pub(crate) side: &'static str,
}

/// One extent, or a number of values.
#[derive(Clone)]
pub(crate) enum Size {
    Known(u64),
    /// A const expression of the user's.
    Written(TokenStream),
    /// The number of values of an image with a const expression among its extents.
    Product(Box<[Size; 3]>),
    /// The number of values of a shape that only rustc knows.
    LenOf(Side),
}

/// An equality that only rustc can check.
pub(crate) struct Check {
    /// The user's tokens to report it on.
    pub(crate) at: TokenStream,
    pub(crate) question: Question,
    /// For [`Question::Length`] with `{TAKES}` and `{PRODUCES}` in place of the numbers.
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) help: Option<String>,
}

#[allow(clippy::large_enum_variant, reason = "there are a handful of them, and none is moved about")]
pub(crate) enum Question {
    /// Two numbers of values. Where a shape is a type's own and no vector, [`Question::Vector`] is asked as well.
    Length { takes: Size, produces: Size },
    /// A type's own shape must be a vector.
    Vector(Shape),
    /// Two shapes, extent by extent.
    Same { takes: Shape, produces: Shape },
    /// A type of the user's must be a layer.
    Layer(Box<Path>),
    /// A setting must be within its range.
    Within(TokenStream, Range),
}

impl Size {
    pub(crate) fn known(&self) -> Option<u64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Product(sizes) => sizes.iter().try_fold(1_u64, |product, size| product.checked_mul(size.known()?)),
            Self::Written(_) | Self::LenOf(_) => None,
        }
    }

    /// As an expression of type `usize`.
    pub(crate) fn value(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(value) => Literal::u64_unsuffixed(*value).into_token_stream(),
            // By way of a const argument, so that a mistake in it is the same mistake wherever it stands.
            Self::Written(tokens) => quote!(<#nn::D1<{ #tokens }> as #nn::Shape>::LEN),
            Self::Product(sizes) => {
                let [c, h, w] = sizes.each_ref().map(|size| size.value(nn));
                quote!(#c * #h * #w)
            }
            Self::LenOf(side) => {
                let shape = side.ty(nn);
                quote!(<#shape as #nn::Shape>::LEN)
            }
        }
    }

    /// As a const argument.
    pub(crate) fn argument(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Known(_) => self.value(nn),
            Self::Written(tokens) => quote!({ #tokens }),
            Self::Product(_) | Self::LenOf(_) => {
                let value = self.value(nn);
                quote!({ #value })
            }
        }
    }

    /// For messages and documentation: `128`, `2 * N`. `None` for what no reader could write.
    pub(crate) fn show(&self) -> Option<String> {
        match self {
            Self::Known(value) => Some(value.to_string()),
            Self::Written(tokens) => Some(tokens.to_string()),
            Self::Product(sizes) => Some(sizes.iter().map(Self::show).collect::<Option<Vec<_>>>()?.join(" * ")),
            Self::LenOf(_) => None,
        }
    }

    /// Whether the two are certainly the same, certainly not, or left to rustc.
    pub(crate) fn compare(&self, other: &Self) -> Option<bool> {
        if let (Some(a), Some(b)) = (self.known(), other.known()) {
            return Some(a == b);
        }
        let nn = TokenStream::new();
        (self.value(&nn).to_string() == other.value(&nn).to_string()).then_some(true)
    }
}

impl Side {
    /// The shape as a type. A const argument must not mention `T`, so the scalar is the concrete `f32`.
    fn ty(&self, nn: &TokenStream) -> TokenStream {
        let scalar = quote!(::core::primitive::f32);
        let layer = with_scalar(&self.path, &scalar);
        let side = ident(self.side);
        quote!(<#layer as #nn::Layer<#scalar>>::#side)
    }
}

impl Shape {
    /// The library's type.
    pub(crate) fn ty(&self, nn: &TokenStream) -> TokenStream {
        match self {
            Self::Vector(size) => {
                let size = size.argument(nn);
                quote!(#nn::D1<#size>)
            }
            Self::Image(sizes) => {
                let product = self.len().argument(nn);
                let sizes = sizes.iter().map(|size| size.argument(nn));
                quote!(#nn::D3<#(#sizes),*, #product>)
            }
            Self::Custom(side) => side.ty(nn),
        }
    }

    /// One value of this shape, made of `element`.
    pub(crate) fn of(&self, nn: &TokenStream, element: &TokenStream) -> TokenStream {
        match self {
            Self::Vector(size) if size.known().is_some() => {
                let size = size.value(nn);
                quote!([#element; #size])
            }
            Self::Image(sizes) if self.len().known().is_some() => {
                let [c, h, w] = sizes.each_ref().map(|size| size.value(nn));
                quote!([[[#element; #w]; #h]; #c])
            }
            shape => {
                let shape = shape.ty(nn);
                quote!(<#shape as #nn::Shape>::Of<#element>)
            }
        }
    }

    /// The number of values.
    pub(crate) fn len(&self) -> Size {
        match self {
            Self::Vector(size) => size.clone(),
            Self::Image(sizes) => {
                let product = Size::Product(Box::new(sizes.clone()));
                product.known().map_or(product, Size::Known)
            }
            Self::Custom(side) => Size::LenOf(side.clone()),
        }
    }

    /// For messages and documentation: `[1, 28, 28]`.
    pub(crate) fn show(&self) -> Option<String> {
        let sizes = match self {
            Self::Vector(size) => size.show()?,
            Self::Image(sizes) => sizes.iter().map(Size::show).collect::<Option<Vec<_>>>()?.join(", "),
            Self::Custom(_) => return None,
        };
        Some(format!("[{sizes}]"))
    }

    /// Whether the two are the same to the letter, so that one view serves both layers of a seam.
    pub(crate) fn same(&self, other: &Self) -> bool {
        let nn = TokenStream::new();
        self.ty(&nn).to_string() == other.ty(&nn).to_string()
    }
}

/// `my::Gain<16>` with its scalar: `my::Gain<T, 16>`.
pub(crate) fn with_scalar(path: &Path, t: &TokenStream) -> TokenStream {
    let mut path = path.clone();
    let scalar: GenericArgument = parse_quote!(#t);
    if let Some(segment) = path.segments.last_mut() {
        match &mut segment.arguments {
            PathArguments::AngleBracketed(arguments) => {
                let lifetimes =
                    arguments.args.iter().take_while(|arg| matches!(arg, GenericArgument::Lifetime(_))).count();
                arguments.args.insert(lifetimes, scalar);
            }
            arguments => {
                // With the place of the name, so that rustc underlines just that.
                let angles = quote_spanned!(segment.ident.span()=> <#scalar>);
                *arguments = PathArguments::AngleBracketed(parse_quote!(#angles));
            }
        }
    }
    path.into_token_stream()
}

fn ident(name: &str) -> Ident {
    Ident::new(name, proc_macro2::Span::call_site())
}
