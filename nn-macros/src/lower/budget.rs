//! `#[budget(..)]`: what the network may weigh, limit by limit.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::{Attribute, Expr, Lit, Meta};

use super::Lower;
use super::numbers::{is_literal_number, literal};
use crate::catalog::nearest;
use crate::errors::budget as texts;
use crate::model::{FIGURES, Figure, Limit, Model, Most};
use crate::parse::{Angles, show, split};
use crate::sizes::{IMAGE, Shape};

impl Lower<'_> {
    /// The limits of the attribute; those that cannot be read are reported and left out.
    pub(super) fn budget(&mut self, attr: &Attribute) -> Vec<Limit> {
        let mut limits: Vec<Limit> = Vec::new();
        let Meta::List(list) = &attr.meta else {
            self.errors.push(attr, texts::form());
            return limits;
        };
        if list.tokens.is_empty() {
            self.errors.push(attr, texts::form());
        }
        for chunk in split(list.tokens.clone(), Angles::Turbofish) {
            let Some(tokens) = chunk.tokens else {
                self.errors.push(chunk.comma, texts::form());
                continue;
            };
            let Some((key, figure, rest)) = self.figure(&tokens) else { continue };
            if limits.iter().any(|limit| limit.figure == figure) {
                self.errors.push(key, texts::key_twice(figure.key));
                continue;
            }
            // Behind a mistake the limit is nothing but a place, by which a second one of the same is told.
            let none = || (rest.clone(), Most::Known { most: u64::MAX, written: None });
            let (at, most) = self.limit(figure, &tokens, &rest).unwrap_or_else(none);
            limits.push(Limit { figure, at, most });
        }
        limits
    }

    /// Reports a limit for the memory of a stream where there are no steps.
    pub(super) fn streamed_budget(&mut self, model: &Model) {
        let input = &model.input;
        if matches!(input, Shape::Words(..)) || !matches!(input.rank(), Some(1 | IMAGE)) {
            return;
        }
        for limit in model.budget.iter().filter(|limit| limit.figure.is_of_a_stream()) {
            let taken = format!("{} {}", input.called(), input.show().unwrap_or_default());
            self.errors.push(&limit.at, texts::no_steps(&model.name.to_string(), taken.trim()));
        }
    }

    /// The key before a limit, what that stands for, and all that follows.
    fn figure(&mut self, tokens: &TokenStream) -> Option<(TokenTree, &'static Figure, TokenStream)> {
        let mut trees = tokens.clone().into_iter();
        let Some(key @ TokenTree::Ident(_)) = trees.next() else {
            self.errors.push(tokens, texts::no_key(&show(tokens)));
            return None;
        };
        let word = key.to_string();
        let Some(figure) = Figure::of(&word) else {
            let near = nearest(&word, FIGURES.iter().map(|figure| figure.key)).and_then(Figure::of);
            self.errors.push(key, texts::unknown(&word, near.or_else(|| Figure::called(&word))));
            return None;
        };
        Some((key, figure, trees.collect()))
    }

    /// What stands behind the key, `<= 62_000`: the limit and its tokens.
    fn limit(&mut self, figure: &Figure, all: &TokenStream, rest: &TokenStream) -> Option<(TokenStream, Most)> {
        let (sign, limit) = split_sign(rest);
        if show(&sign).replace(' ', "") != "<=" {
            let at = if sign.is_empty() { all } else { &sign };
            self.errors.push(at, texts::sign(figure));
            return None;
        }
        if limit.is_empty() {
            self.errors.push(all, texts::no_limit(figure));
            return None;
        }
        match most(figure, &limit) {
            Ok(most) => Some((limit, most)),
            Err(text) => {
                self.errors.push(limit, text);
                None
            }
        }
    }
}

/// The signs that `tokens` begin with, and what follows them.
fn split_sign(tokens: &TokenStream) -> (TokenStream, TokenStream) {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut length = 0;
    while let Some(TokenTree::Punct(sign)) = trees.get(length)
        && "<=>:".contains(sign.as_char())
    {
        length += 1;
        if sign.spacing() == Spacing::Alone {
            break;
        }
    }
    let (sign, limit) = trees.split_at(length);
    (sign.iter().cloned().collect(), limit.iter().cloned().collect())
}

/// The limit in `tokens`, or what is wrong with it.
fn most(figure: &Figure, tokens: &TokenStream) -> Result<Most, String> {
    let found = show(tokens);
    let Ok(expr) = syn::parse2::<Expr>(tokens.clone()) else { return Err(texts::unreadable(figure, &found)) };
    match literal(&expr) {
        Some(Lit::Str(_)) if !figure.is_bytes => Err(texts::text_for_a_number(figure)),
        Some(Lit::Str(text)) => {
            let text = text.value();
            bytes(&text).map(|most| Most::Known { most, written: Some(text) })
        }
        Some(Lit::Int(number)) => {
            let most = number.base10_parse().map_err(|_| texts::no_whole_number(figure, &found))?;
            Ok(Most::Known { most, written: None })
        }
        None if !is_literal_number(&expr) => Ok(Most::Written(tokens.clone())),
        _ => Err(texts::no_whole_number(figure, &found)),
    }
}

/// The bytes of `64 KiB`.
fn bytes(text: &str) -> Result<u64, String> {
    let trimmed = text.trim();
    let end = trimmed.find(|c: char| !c.is_ascii_digit() && !matches!(c, '_' | '.' | ',')).unwrap_or(trimmed.len());
    let (number, unit) = (trimmed[..end].replace(['_', ','], ""), trimmed[end..].trim());
    let unit = match unit {
        "" | "B" | "byte" | "bytes" => 1,
        "kB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        "K" | "k" | "KB" | "kb" | "Kb" => return Err(texts::ambiguous_unit(text, &trimmed[..end], 'K')),
        "M" | "m" | "mb" | "Mb" => return Err(texts::ambiguous_unit(text, &trimmed[..end], 'M')),
        "G" | "g" | "gb" | "Gb" => return Err(texts::ambiguous_unit(text, &trimmed[..end], 'G')),
        _ => return Err(texts::no_size(text)),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let no_size = |_| texts::no_size(text);
    let tenths = 10_u128.checked_pow(u32::try_from(fraction.len()).map_err(no_size)?);
    let digits: u128 = format!("{whole}{fraction}").parse().map_err(|_| texts::no_size(text))?;
    let (Some(tenths), Some(all)) = (tenths, digits.checked_mul(unit)) else { return Err(texts::no_size(text)) };
    if all % tenths != 0 {
        return Err(texts::part_of_a_byte(text));
    }
    u64::try_from(all / tenths).map_err(no_size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        for (text, count) in [
            ("64 KiB", 65_536),
            ("64KiB", 65_536),
            ("16 kB", 16_000),
            ("1 MiB", 1_048_576),
            ("1.5 KiB", 1_536),
            ("0.001 kB", 1),
            ("62_000", 62_000),
            (" 1,024 B ", 1_024),
            ("2 GB", 2_000_000_000),
        ] {
            assert_eq!(bytes(text), Ok(count), "{text}");
        }
        for text in ["", "KiB", "64 Kib", "sixty", "-1 KiB", "1.2.3 KiB", "64 KiB more", "99999999999999999999 GiB"] {
            assert_eq!(bytes(text), Err(texts::no_size(text)));
        }
        assert_eq!(bytes("1.3 KiB"), Err(texts::part_of_a_byte("1.3 KiB")));
        assert_eq!(bytes("64 KB"), Err(texts::ambiguous_unit("64 KB", "64", 'K')));
    }
}
