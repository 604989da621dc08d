//! The sizes in a layer's parentheses.

use quote::{ToTokens, quote};
use syn::Expr;

use super::Lower;
use crate::ast::{self, Argument};
use crate::catalog::{Default, Entry, Side, Sizes, Value, Whole, activation, setting_elsewhere, size_key};
use crate::errors::{images, layers as texts};
use crate::parse::show;

/// The sizes in a layer's parentheses.
#[derive(Default)]
pub(super) struct Positions<'a> {
    pub(super) from: Option<&'a Expr>,
    pub(super) to: Option<&'a Expr>,
}

impl Lower<'_> {
    /// Reports sizes of a layer that takes none.
    pub(super) fn no_positions(&mut self, entry: &Entry, arguments: &[Argument]) {
        for argument in arguments {
            match argument {
                Argument::Size(size) => {
                    let setting = entry.settings.first().map(|setting| setting.key);
                    self.errors.push(size, texts::takes_no_size(entry, setting, &quote!(#size).to_string()));
                }
                Argument::Map { from, to } => {
                    self.errors.push(quote!(#from -> #to), texts::takes_no_size(entry, None, ""));
                }
                Argument::Setting { .. } => {}
            }
        }
    }

    /// The value of the setting that stands first and without its name, if the layer has one. Reports numbers behind it.
    pub(super) fn first<'a>(&mut self, entry: &Entry, arguments: &'a [Argument]) -> Option<&'a Expr> {
        let Sizes::Setting(key) = entry.sizes else { return None };
        let mut first = None;
        for argument in arguments {
            match (argument, first) {
                (Argument::Setting { .. }, _) => {}
                (Argument::Size(size), None) => first = Some(size),
                (Argument::Size(size), Some(first)) => {
                    // A pool's second number is its stride in other systems.
                    let next = entry.settings.iter().map(|setting| setting.key).find(|next| *next != key);
                    let shown = |expr: &Expr| show(&expr.to_token_stream());
                    let next = next.map_or_else(String::new, |next| format!(", {next} = {}", shown(size)));
                    let right = format!("{}({}{next})", entry.name, shown(first));
                    self.errors.push(size, images::numbers_without_name(&right));
                }
                (Argument::Map { from, to }, _) => {
                    self.errors.push(quote!(#from -> #to), images::channels_of_a_pool(entry, key));
                    first = Some(to);
                }
            }
        }
        first
    }

    /// The sizes of a layer whose kernel is written behind them, without its name, as other systems have it. Reports that.
    pub(super) fn unnamed_kernel<'a>(&mut self, entry: &Entry, arguments: &'a [Argument]) -> Option<Positions<'a>> {
        let is_kernel = |key: &str| key == "kernel" || setting_elsewhere(key, &["kernel"]).is_some();
        let is_written =
            |argument: &Argument| matches!(argument, Argument::Setting { key, .. } if is_kernel(&key.to_string()));
        let has_kernel = entry.settings.iter().any(|setting| setting.key == "kernel");
        if entry.sizes != Sizes::Outputs || !has_kernel || arguments.iter().any(is_written) {
            return None;
        }
        let is_size = |argument: &&Argument| !matches!(argument, Argument::Setting { .. });
        let sizes: Vec<&Argument> = arguments.iter().filter(is_size).collect();
        let (from, to, kernel) = match sizes.as_slice() {
            [Argument::Size(to), Argument::Size(kernel)] => (None, to, kernel),
            [Argument::Map { from, to }, Argument::Size(kernel)]
            | [Argument::Size(from), Argument::Size(to), Argument::Size(kernel), ..] => (Some(from), to, kernel),
            _ => return None,
        };
        let shown = |expr: &Expr| show(&expr.to_token_stream());
        let inputs = from.map_or_else(String::new, |from| format!("{} -> ", shown(from)));
        let right = format!("{}({inputs}{}, kernel = {})", entry.name, shown(to), shown(kernel));
        self.errors.push(kernel, images::numbers_without_name(&right));
        Some(Positions { from, to: Some(to) })
    }

    /// Finds the one size or the one pair of sizes.
    pub(super) fn positions<'a>(
        &mut self,
        entry: &Entry,
        layer: &ast::Layer,
        arguments: &'a [Argument],
    ) -> Positions<'a> {
        let mut found = Positions::default();
        let (mut settings, mut named) = (false, false);
        let shown = |expr: &Expr| show(&expr.to_token_stream());
        for argument in arguments {
            match argument {
                Argument::Setting { key, value } => match size_key(&key.to_string()) {
                    Some(side) => {
                        if !named {
                            self.errors.push(quote!(#key = #value), texts::size_with_name(&written(entry, arguments)));
                        }
                        named = true;
                        let place = if side == Side::Inputs { &mut found.from } else { &mut found.to };
                        *place = place.or(Some(value));
                    }
                    None => settings = true,
                },
                Argument::Size(size) if found.to.is_some() && activation(&shown(size)).is_some() => {
                    let meant = activation(&shown(size));
                    self.errors.push(size, texts::activation_inside(&written(entry, arguments), meant));
                }
                Argument::Size(size) if found.to.is_none() => {
                    if settings {
                        self.errors.push(size, texts::size_behind_setting(entry));
                    }
                    found.to = Some(size);
                }
                Argument::Size(size) => {
                    if let (Some(first), None) = (found.to, found.from) {
                        let text = texts::two_sizes(entry, &shown(first), &shown(size));
                        self.errors.push(quote!(#first, #size), text);
                        found = Positions { from: Some(first), to: Some(size) };
                    } else {
                        self.errors.push(size, texts::many_sizes(entry));
                    }
                }
                Argument::Map { from, to } if found.to.is_none() => {
                    if settings {
                        self.errors.push(quote!(#from -> #to), texts::size_behind_setting(entry));
                    }
                    found = Positions { from: Some(from), to: Some(to) };
                }
                Argument::Map { from, to } => self.errors.push(quote!(#from -> #to), texts::many_sizes(entry)),
            }
        }
        if found.to.is_none() && !named && !layer.arguments.as_ref().is_some_and(|arguments| arguments.broken) {
            self.errors.push(&layer.kind, texts::size_missing(entry));
        }
        found
    }
}

/// The layer with its sizes and the settings that it needs, and without what other systems write in the parentheses.
pub(super) fn written(entry: &Entry, arguments: &[Argument]) -> String {
    let (mut from, mut to) = (None, None);
    for argument in arguments {
        match argument {
            Argument::Size(size) => to = to.or(Some(size)),
            Argument::Map { from: inputs, to: outputs } => (from, to) = (Some(inputs), Some(outputs)),
            Argument::Setting { key, value } => match size_key(&key.to_string()) {
                Some(Side::Inputs) => from = from.or(Some(value)),
                Some(Side::Outputs) => to = to.or(Some(value)),
                None => {}
            },
        }
    }
    let shown = |expr: &Expr| show(&expr.to_token_stream());
    let needed = entry.settings.iter().filter_map(|setting| {
        let Value::Whole(Whole { default: Default::Needed(example), .. }) = setting.value else { return None };
        let value = arguments.iter().find_map(|argument| match argument {
            Argument::Setting { key, value } if key == setting.key => Some(shown(value)),
            _ => None,
        });
        Some(format!(", {} = {}", setting.key, value.unwrap_or_else(|| example.to_string())))
    });
    let needed: String = needed.collect();
    match (entry.sizes, from.map(shown), to.map_or_else(|| "3".to_owned(), shown)) {
        (Sizes::None, ..) if !needed.is_empty() => format!("{}({})", entry.name, &needed[2..]),
        (Sizes::None | Sizes::Setting(_), ..) => entry.name.to_owned(),
        (Sizes::Outputs, None, to) => format!("{}({to}{needed})", entry.name),
        (Sizes::Table, None, to) => format!("{}(5000 -> {to})", entry.name),
        (Sizes::Outputs | Sizes::Table, Some(from), to) => format!("{}({from} -> {to}{needed})", entry.name),
    }
}
