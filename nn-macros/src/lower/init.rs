//! `#[init(..)]`: a scheme of starting values, or the one that suits the layer behind.

use quote::ToTokens;
use syn::{Attribute, Expr, Meta};

use super::numbers::literal_number;
use super::{Lower, Scope};
use crate::catalog::{Asks, nearest};
use crate::errors::layers as texts;
use crate::model::{Init, Kind, Layer};

/// The scheme that is chosen when it is known what comes behind the layer.
const AUTO: &str = "auto";

/// The ways to initialise, with the library's names.
const SCHEMES: &[(&str, &str, Value)] = &[
    ("he_normal", "HeNormal", Value::None),
    ("he_uniform", "HeUniform", Value::None),
    ("xavier_normal", "XavierNormal", Value::None),
    ("xavier_uniform", "XavierUniform", Value::None),
    ("lecun_normal", "LecunNormal", Value::None),
    ("fan_in_normal", "FanInNormal", Value::Needed(1.5)),
    ("fan_in_uniform", "FanInUniform", Value::Needed(1.5)),
    ("fan_average_normal", "FanAverageNormal", Value::Needed(1.5)),
    ("fan_average_uniform", "FanAverageUniform", Value::Needed(1.5)),
    ("truncated_normal", "TruncatedNormal", Value::Needed(0.02)),
    ("orthogonal", "Orthogonal", Value::Default(1.0)),
    ("zeros", "Zeros", Value::None),
    ("default", "Default", Value::None),
    ("constant", "Constant", Value::Needed(0.1)),
];

/// The number in the parentheses behind a scheme.
enum Value {
    /// There is none.
    None,
    /// This one, for example.
    Needed(f64),
    /// This one if none is written.
    Default(f64),
}

impl Lower<'_> {
    /// `#[init(he_normal)]`
    pub(super) fn init(&mut self, attr: &Attribute) -> Option<Init> {
        let names: Vec<&str> = std::iter::once(AUTO).chain(SCHEMES.iter().map(|(name, ..)| *name)).collect();
        let call = match &attr.meta {
            Meta::List(list) => syn::parse2::<Expr>(list.tokens.clone()).ok(),
            _ => None,
        };
        let (path, call) = match &call {
            Some(Expr::Path(path)) => (&path.path, None),
            Some(Expr::Call(call)) => match &*call.func {
                Expr::Path(path) => (&path.path, Some(call)),
                _ => return self.reject(attr, texts::init_form(&names)),
            },
            _ => return self.reject(attr, texts::init_form(&names)),
        };
        let found = crate::parse::show_path(path);
        if found == AUTO {
            return match call {
                None => Some(Init::Auto { at: path.to_token_stream(), nonlinearity: "Linear", arguments: Vec::new() }),
                Some(call) => self.reject(&call.args, texts::init_no_value(AUTO)),
            };
        }
        let Some((name, variant, value)) = SCHEMES.iter().find(|(name, ..)| *name == found) else {
            let near = nearest(&found, names.iter().copied());
            return self.reject(path, texts::init_unknown(&found, &names, near));
        };
        let value = match (value, call) {
            (Value::None, None) => None,
            (Value::None, Some(call)) => return self.reject(&call.args, texts::init_no_value(name)),
            (Value::Default(value), None) => Some(*value),
            (Value::Needed(example), None) => return self.reject(path, texts::init_value(name, *example)),
            (Value::Default(example) | Value::Needed(example), Some(call)) => {
                match call.args.first().map(literal_number) {
                    Some(Some(value)) if call.args.len() == 1 => Some(value),
                    Some(None) => return self.reject(&call.args[0], texts::init_number(name, *example)),
                    _ => return self.reject(path, texts::init_number(name, *example)),
                }
            }
        };
        Some(Init::Scheme { variant, value })
    }

    fn reject(&mut self, at: impl ToTokens, text: String) -> Option<Init> {
        self.errors.push(at, text);
        None
    }

    /// Settles what the layer before `layer` begins with, if that waits for it.
    pub(super) fn settle_init(&mut self, scope: &mut Scope, layer: &Layer) {
        if let (Some(Init::Auto { at, .. }), None) = (&layer.init, layer.entry()) {
            self.errors.push(at, texts::init_auto_of_a_type(&layer.name));
        }
        let before = scope.layers.iter_mut().rev().find(|layer| asks(layer) != Some(Asks::Nothing));
        let Some(Layer { init: Some(Init::Auto { at, nonlinearity, arguments }), name, .. }) = before else { return };
        match (asks(layer), &layer.kind) {
            (Some(Asks::WithSettings(asked)), Kind::BuiltIn(built_in)) => {
                (*nonlinearity, *arguments) = (asked, built_in.arguments.clone());
            }
            (Some(Asks::For(asked) | Asks::WithSettings(asked)), _) => *nonlinearity = asked,
            (Some(Asks::Nothing), _) => {}
            (None, _) => {
                let next = if layer.named { &layer.name } else { &layer.written };
                self.errors.push(&*at, texts::init_auto_before_a_type(name, next));
            }
        }
    }
}

/// What a layer asks of the starting values of the one before it, if it is built in.
fn asks(layer: &Layer) -> Option<Asks> {
    layer.entry().map(|entry| entry.asks)
}
