//! `key = value` in a layer's parentheses.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

use super::Lower;
use super::numbers::{is_literal_number, literal, literal_number, number};
use super::whole::Spot;
use crate::ast::{self, Argument};
use crate::catalog;
use crate::catalog::{
    Entry, Many, Measured, Range, Setting, Sizes, Value, activation, is_activation_key, nearest, setting_elsewhere,
    size_key,
};
use crate::errors::shapes::What;
use crate::errors::{images, layers as texts, sequences};
use crate::parse::show;
use crate::sizes::Size;

/// What a layer's settings come to.
pub(super) struct Settings {
    /// The layer's type in the library.
    pub(super) type_name: &'static str,
    pub(super) constructor: &'static str,
    pub(super) arguments: Vec<TokenStream>,
    /// The numbers that go into the type, and how many there are up to the last one that is written.
    pub(super) numbers: Vec<TokenStream>,
    pub(super) written_numbers: usize,
    /// The whole numbers, and where they stand.
    pub(super) whole: Vec<Measured>,
    pub(super) spots: Vec<Spot>,
    /// The settings that are written under the name of another system.
    pub(super) elsewhere: Vec<&'static str>,
    /// Whether a mistake, reported already, leaves open what the layer produces.
    pub(super) is_broken: bool,
    /// The switches that are off, each with the types that stand for that.
    pub(super) off: Vec<(&'static str, &'static [&'static str])>,
    /// As written, for the way the layer is shown: `bias = false`.
    pub(super) written: String,
}

/// The entry that a layer is: that of its name, or the one that a setting leads to.
pub(super) fn meant(entry: &'static Entry, layer: &ast::Layer) -> &'static Entry {
    let arguments = layer.arguments.as_ref().map_or(&[][..], |arguments| &arguments.list);
    let led = arguments.iter().find_map(|argument| {
        let Argument::Setting { key, value } = argument else { return None };
        let entries = entry.settings.iter().find_map(|setting| match setting.value {
            Value::Entry(entries) if key == setting.key => Some(entries),
            _ => None,
        })?;
        let word = show(&value.to_token_stream());
        catalog::layer(entries.iter().find(|(known, _)| *known == word)?.1)
    });
    led.unwrap_or(entry)
}

impl Lower<'_> {
    /// What `key = value` says, and what stands for it where nothing is written.
    ///
    /// What is said already of a setting in `elsewhere` is not said again.
    pub(super) fn settings(
        &mut self,
        entry: &'static Entry,
        layer: &ast::Layer,
        elsewhere: Option<&'static str>,
    ) -> Settings {
        let arguments = layer.arguments.as_ref().map_or(&[][..], |arguments| &arguments.list);
        let mut found = Settings {
            type_name: entry.name,
            constructor: "new",
            arguments: Vec::new(),
            numbers: Vec::new(),
            written_numbers: 0,
            whole: Vec::new(),
            spots: Vec::new(),
            elsewhere: elsewhere.into_iter().collect(),
            is_broken: false,
            off: Vec::new(),
            written: String::new(),
        };
        let first = self.first(entry, arguments);
        let first_key = if let Sizes::Setting(key) = entry.sizes { Some(key) } else { None };
        found.written.extend(first.map(|value| show(&value.to_token_stream())));
        let mut seen: Vec<String> = Vec::new();
        for argument in arguments {
            let Argument::Setting { key, value } = argument else { continue };
            let text = key.to_string();
            let keys: Vec<&str> = entry.settings.iter().map(|setting| setting.key).collect();
            if entry.has_sizes() && size_key(&text).is_some() {
                // That is a size, and told with the sizes.
                continue;
            }
            if !keys.contains(&text.as_str()) && is_activation_key(&text) {
                let layer = super::arguments::written(entry, arguments);
                let meant = activation(&show(&value.to_token_stream()));
                self.errors.push(quote!(#key = #value), texts::activation_inside(&layer, meant));
            } else if let Some(ours) = setting_elsewhere(&text, &keys) {
                let shown = show(&value.to_token_stream());
                let first = (first_key == Some(ours)).then_some(shown.as_str());
                self.errors.push(key, images::setting_elsewhere(entry, &text, ours, first));
                found.elsewhere.push(ours);
            } else if !keys.contains(&text.as_str()) {
                let near = nearest(&text, keys.iter().copied());
                self.errors.push(key, texts::unknown_setting(entry.name, &text, &keys, near));
                found.elsewhere.extend(near);
            } else if seen.contains(&text) || first.is_some() && first_key == Some(text.as_str()) {
                self.errors.push(key, texts::setting_twice(&text));
            } else if !entry.settings.iter().any(|own| own.key == text && matches!(own.value, Value::Entry(_))) {
                let comma = if found.written.is_empty() { "" } else { ", " };
                found.written.extend([comma, &text, " = ", &show(&value.to_token_stream())]);
            }
            seen.push(text);
        }
        for setting in entry.settings {
            let value = arguments.iter().find_map(|argument| match argument {
                Argument::Setting { key, value } if key == setting.key => Some(value),
                _ => None,
            });
            let value = first.filter(|_| first_key == Some(setting.key)).or(value);
            match &setting.value {
                Value::Whole(whole) => self.whole(entry, layer, (setting, whole), value, &mut found),
                _ => self.setting(entry, setting, value, &mut found),
            }
        }
        let is_number = |setting: &&Setting| matches!(setting.value, Value::Within(..));
        let numbers: Vec<&Setting> = entry.settings.iter().filter(is_number).collect();
        let last = numbers.iter().rposition(|setting| seen.iter().any(|key| key == setting.key));
        // Those of a layer without parameters go to its constructor.
        found.written_numbers = last.map_or(0, |last| last + 1).min(found.numbers.len());
        found
    }

    /// A number that is written, or the name of the constant that rustc will know. Reports what is none, or out of its range.
    fn number(
        &mut self,
        entry: &Entry,
        setting: &Setting,
        value: &Expr,
        (default, range): (f64, Option<Range>),
    ) -> Option<TokenStream> {
        let out_of = |range, found: &str| texts::setting_range(entry.name, setting, range, found);
        if let Some(found) = literal_number(value) {
            if let Some(range) = range.filter(|range| !range.contains(found)) {
                self.errors.push(value, out_of(range, &found.to_string()));
            }
            Some(number(found))
        } else if is_literal_number(value) {
            self.errors.push(value, texts::setting_number(setting.key, default));
            None
        } else {
            let range = range.map(|range| (range, out_of(range, &show(&value.to_token_stream()))));
            Some(self.written_setting(value, range))
        }
    }

    /// A count that is written out.
    fn count(&mut self, entry: &Entry, key: &str, value: &Expr, most: u64) -> Option<u64> {
        if !is_literal_number(value) {
            self.errors.push(value, sequences::count_literal(key, &show(&value.to_token_stream())));
            return None;
        }
        let count = self.whole_number(value, What { setting: Some(key), least: 1 })?.known()?;
        if count > most {
            self.errors.push(value, sequences::count_large(entry, key, count, most));
        }
        Some(count.min(most))
    }

    fn setting(&mut self, entry: &Entry, setting: &Setting, value: Option<&Expr>, found: &mut Settings) {
        match (&setting.value, value) {
            (Value::Number(default), value) => {
                let value = value.and_then(|value| self.number(entry, setting, value, (*default, None)));
                found.arguments.push(value.unwrap_or_else(|| number(*default)));
            }
            (Value::Within(default, range), value) => {
                let value = value.and_then(|value| self.number(entry, setting, value, (*default, Some(*range))));
                let into = if entry.weights.is_some() { &mut found.numbers } else { &mut found.arguments };
                into.push(value.unwrap_or_else(|| number(*default)));
            }
            (Value::Flag(default), value) => {
                let on = match value.map(literal) {
                    None => *default,
                    Some(Some(Lit::Bool(on))) => on.value,
                    Some(_) => {
                        self.errors.push(value, texts::setting_switch(setting.key));
                        *default
                    }
                };
                found.arguments.push(on.into_token_stream());
            }
            (Value::Count { most }, value) => {
                let count = value.map_or(Some(1), |value| self.count(entry, setting.key, value, *most));
                found.whole.push(Measured::all(setting.key, Many::One, Size::Known(count.unwrap_or(1))));
            }
            (Value::Twice | Value::Form, value) => {
                let is_on = match value.map(literal) {
                    None => false,
                    Some(Some(Lit::Bool(on))) => on.value,
                    Some(_) => {
                        self.errors.push(value, sequences::setting_form(setting.key));
                        found.is_broken = true;
                        false
                    }
                };
                let count = u64::from(is_on) + u64::from(matches!(setting.value, Value::Twice));
                found.whole.push(Measured::all(setting.key, Many::One, Size::Known(count)));
            }
            // Those are read with their places.
            (Value::Whole(_), _) | (Value::Switch { .. }, None) => {}
            (Value::Switch { off }, Some(value)) => match literal(value) {
                Some(Lit::Bool(on)) => found.off.extend((!on.value).then_some((setting.key, *off))),
                _ => self.errors.push(value, texts::setting_switch(setting.key)),
            },
            // Those that are known have led to this entry.
            (Value::Entry(entries), value) => {
                let word = value.map(|value| show(&value.to_token_stream()));
                if word.is_some_and(|word| entries.iter().all(|(known, _)| *known != word)) {
                    let words: Vec<&str> = entries.iter().map(|(word, _)| *word).collect();
                    self.errors.push(value, sequences::setting_kind(setting.key, &words));
                }
            }
            (Value::Kind(kinds), value) => {
                let word = value.map(|value| show(&value.to_token_stream()));
                let kind = word.map_or(Some(&kinds[0]), |word| kinds.iter().find(|(known, _)| *known == word));
                if let Some((_, library)) = kind {
                    found.type_name = library;
                } else {
                    let words: Vec<&str> = kinds.iter().map(|(word, _)| *word).collect();
                    self.errors.push(value, sequences::setting_kind(setting.key, &words));
                }
            }
            (Value::Word(words), value) => {
                let word = match value.map(literal) {
                    None => Some(words[0]),
                    Some(Some(Lit::Str(word))) => words.iter().find(|(known, _)| *known == word.value()).copied(),
                    Some(_) => None,
                };
                if let Some((_, constructor)) = word {
                    found.constructor = constructor;
                } else {
                    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                    self.errors.push(value, texts::setting_word(setting.key, &words));
                }
            }
        }
    }
}
