//! What stands behind the file in `#[weights("model.npz", ..)]`: how it is to be read, and what was saved beside the network.

use nn_files::{Layout, LoadOptions, OptionError};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, LitStr, Path, Token, Type, token};

use super::custom::scalar_written;
use crate::catalog::nearest;
use crate::errors::weights as texts;

/// A mistake in the attribute, and the tokens that it is about.
pub(super) type Mistake = (TokenStream, String);

/// Parameters that are in the file with the network, their names behind one name.
pub(crate) struct Beside {
    pub(crate) name: Ident,
    /// Their type, written without its scalar; `None` for `_`, which leaves them out.
    pub(crate) path: Option<Path>,
}

/// How the file is to be read.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) load: LoadOptions,
    /// Whether the file is read as PyTorch has it.
    pub(crate) layout: Layout,
    prefix: Option<TokenStream>,
    rules: Vec<TokenStream>,
}

impl Options {
    /// The tokens that an error is about; `None` if that is the file.
    pub(crate) fn tokens_of(&self, error: &OptionError) -> Option<&TokenStream> {
        match error {
            OptionError::Prefix { .. } => self.prefix.as_ref(),
            error => self.rules.get(error.rule()?),
        }
    }
}

/// One of the things between commas.
enum Item {
    Beside(Ident, Type),
    /// `rename(..)`
    Call(Ident, TokenStream),
    /// `layout = ".."`
    Setting(Ident, Expr),
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = Ident::parse_any(input)?;
        if input.peek(token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            return Ok(Self::Call(name, content.parse()?));
        }
        if input.parse::<Option<Token![=]>>()?.is_some() {
            return Ok(Self::Setting(name, input.parse()?));
        }
        input.parse::<Token![:]>()?;
        Ok(Self::Beside(name, input.parse()?))
    }
}

/// A rule of `rename`.
struct Rule {
    from: LitStr,
    to: LitStr,
    tokens: TokenStream,
}

impl Parse for Rule {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (from, equals, to): (LitStr, Token![=], LitStr) = (input.parse()?, input.parse()?, input.parse()?);
        let tokens = [from.to_token_stream(), equals.to_token_stream(), to.to_token_stream()].into_iter().collect();
        Ok(Self { from, to, tokens })
    }
}

const WORDS: &[&str] = &["rename", "strip_prefix", "layout"];

/// What others call them.
const ELSEWHERE: &[(&str, &str)] = &[
    ("prefix", "strip_prefix"),
    ("remove_prefix", "strip_prefix"),
    ("without_prefix", "strip_prefix"),
    ("format", "layout"),
    ("order", "layout"),
    ("map", "rename"),
    ("names", "rename"),
];

/// Reads all of it, and all mistakes in it.
pub(super) fn read(written: &TokenStream) -> Result<(Options, Vec<Beside>), Vec<Mistake>> {
    let items = Punctuated::<Item, Token![,]>::parse_terminated.parse2(written.clone());
    let items = items.map_err(|_| vec![(written.clone(), texts::behind_form())])?;
    let mut reader = Reader::default();
    for item in items {
        match item {
            Item::Beside(name, ty) => reader.beside(name, ty),
            Item::Call(name, rules) if name == "rename" => reader.rename(&name, rules),
            Item::Setting(name, value) if name == "strip_prefix" => reader.strip_prefix(&name, &value),
            Item::Setting(name, value) if name == "layout" => reader.layout(&name, &value),
            Item::Call(name, ..) | Item::Setting(name, _) => reader.unknown(&name),
        }
    }
    let Reader { options, beside, mistakes, .. } = reader;
    if mistakes.is_empty() { Ok((options, beside)) } else { Err(mistakes) }
}

#[derive(Default)]
struct Reader {
    options: Options,
    beside: Vec<Beside>,
    layouts: usize,
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn mistake(&mut self, at: &dyn ToTokens, text: String) {
        self.mistakes.push((at.to_token_stream(), text));
    }

    fn beside(&mut self, name: Ident, ty: Type) {
        let path = match ty {
            Type::Infer(_) => None,
            Type::Path(path) if path.qself.is_none() => Some(path.path),
            ty => return self.mistake(&ty, texts::behind_form()),
        };
        if let Some(mistake) = path.as_ref().and_then(scalar_written) {
            self.mistakes.push(mistake);
        } else if self.beside.iter().any(|other| other.name == name) {
            self.mistake(&name, texts::beside_twice(&name.to_string()));
        } else {
            self.beside.push(Beside { name, path });
        }
    }

    fn rename(&mut self, name: &Ident, rules: TokenStream) {
        let list = Punctuated::<Rule, Token![,]>::parse_terminated;
        let written = if rules.is_empty() { name.to_token_stream() } else { rules.clone() };
        let Some(rules) = list.parse2(rules).ok().filter(|rules| !rules.is_empty()) else {
            return self.mistake(&written, texts::rename_form());
        };
        for Rule { from, to, tokens } in rules {
            self.options.load = std::mem::take(&mut self.options.load).rename(from.value(), to.value());
            self.options.rules.push(tokens);
        }
    }

    fn strip_prefix(&mut self, name: &Ident, value: &Expr) {
        let Some(prefix) = text(value).filter(|prefix| !prefix.trim_end_matches('.').is_empty()) else {
            return self.mistake(value, texts::prefix_form());
        };
        if self.options.prefix.is_some() {
            return self.mistake(name, texts::option_twice("strip_prefix"));
        }
        self.options.load = std::mem::take(&mut self.options.load).strip_prefix(prefix);
        self.options.prefix = Some(value.to_token_stream());
    }

    fn layout(&mut self, name: &Ident, value: &Expr) {
        self.layouts += 1;
        if self.layouts > 1 {
            return self.mistake(name, texts::option_twice("layout"));
        }
        let layout = match text(value).as_deref() {
            Some("keras") => Layout::Keras,
            Some("pytorch") => Layout::PyTorch,
            _ => return self.mistake(value, texts::layout_form()),
        };
        self.options.layout = layout;
        self.options.load = std::mem::take(&mut self.options.load).layout(layout);
    }

    fn unknown(&mut self, name: &Ident) {
        let found = name.unraw().to_string();
        let elsewhere = ELSEWHERE.iter().find(|(other, _)| *other == found).map(|(_, ours)| *ours);
        let meant = if WORDS.contains(&found.as_str()) { Some(&*found) } else { elsewhere };
        let meant = meant.or_else(|| nearest(&found, WORDS.iter().copied()));
        self.mistake(name, texts::unknown_option(&found, meant));
    }
}

/// The text of a literal.
fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Group(group) => text(&group.expr),
        Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
