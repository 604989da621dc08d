//! `#[weights("model.safetensors")]`: the file against the layer list, while the macro expands.
//!
//! Every tensor of the list must be in the file with its exact shape and finite values, and every tensor of the file in
//! the list. What comes out are the bytes of the struct, so that the program reads no file and converts nothing. Of a layer that is a type
//! of the user's, what the file has under its name goes to rustc as it is: the type says what is to be there. So does that of what was
//! saved beside the network.

mod beside;
mod expected;
mod foreign;
mod in_file;
mod mistakes;
mod source;

use std::collections::HashSet;

use nn_files::{Entry, Layout, ValueError};
use proc_macro2::TokenStream;
use syn::ext::IdentExt;

use crate::catalog::{Given, Order, Tensor};
use crate::errors::{Errors, weights as texts};
use crate::lower::File;
use crate::model::{Check, Kind, Layer, Question};
use crate::sizes::{Shape, Size};
pub(crate) use beside::Beside;
use expected::Expected;
use foreign::behind;
pub(crate) use foreign::{Foreign, Stored};

/// The weights of a whole network.
pub(crate) struct Embedded {
    /// The file as the user wrote it.
    pub(crate) file: String,
    /// What is in the file beside the network, without what is left out.
    pub(crate) beside: Vec<Beside>,
    /// `None` behind a mistake.
    pub(crate) content: Option<Content>,
}

/// What a file of weights comes to.
pub(crate) struct Content {
    /// Where the file lies.
    pub(crate) path: String,
    /// The struct, in the order of memory.
    pub(crate) pieces: Vec<Piece>,
    /// Whether some size of the list was left to rustc.
    pub(crate) deferred: bool,
}

impl Embedded {
    /// Behind a mistake.
    pub(crate) fn without_content(literal: &File) -> Self {
        Self { file: literal.path.clone(), beside: beside::declared(literal), content: None }
    }
}

/// A part of a struct.
pub(crate) enum Piece {
    /// The bytes of built-in layers, little-endian.
    BuiltIn(Vec<u8>),
    Foreign(Foreign),
}

/// A file being compared with a layer list.
struct Reader<'a> {
    file: &'a str,
    layout: Layout,
    entries: &'a [Entry<'a>],
    /// The tensors that a layer takes, or that a message speaks of.
    seen: HashSet<&'a str>,
    pieces: Vec<Piece>,
    checks: Vec<Check>,
    /// The sizes that have a check, with the number in the file.
    checked: HashSet<(String, usize)>,
    /// Whether the layer before has another number of outputs in the file: then the next one's inputs tell nothing new.
    upset: bool,
    /// The names of all tensors of the list.
    expected: &'a [String],
    /// Tensors whose values cannot be used: the layer, and why.
    unusable: Vec<(TokenStream, ValueError)>,
    errors: &'a mut Errors,
}

/// Reads the file that `literal` names. Sizes that only rustc knows become checks.
///
/// `part` is what all names of tensors begin with.
pub(crate) fn read(
    literal: &File,
    layers: &[Layer],
    part: Option<&str>,
    errors: &mut Errors,
) -> (Embedded, Vec<Check>) {
    let prefix = part.map_or_else(String::new, |part| format!("{part}."));
    let expected = Expected::of(layers, &prefix);
    let path = literal.locate();
    let read = std::fs::read(&path).map_err(|error| texts::unreadable(&literal.path, &path, &error));
    let opened = match &read {
        Ok(content) => source::entries(content).map_err(|problem| texts::damaged(&literal.path, &problem)),
        Err(text) => Err(text.clone()),
    };
    let entries = match opened {
        Ok(entries) => named(entries, literal, &expected, errors),
        Err(text) => {
            errors.push(&literal.tokens, text);
            None
        }
    };
    let Some(entries) = entries else { return (Embedded::without_content(literal), Vec::new()) };
    let is_foreign = |tensor: &&str| expected.foreign.iter().any(|layer| behind(tensor, layer).is_some());
    let mut reader = Reader {
        file: &literal.path,
        layout: literal.options.layout,
        entries: &entries,
        seen: entries.iter().map(|entry| entry.name.as_str()).filter(is_foreign).collect(),
        pieces: Vec::new(),
        checks: Vec::new(),
        checked: HashSet::new(),
        upset: false,
        unusable: Vec::new(),
        expected: &expected.names,
        errors,
    };
    reader.layers(layers, &prefix);
    let beside = reader.beside(literal);
    reader.report_unusable();
    reader.report_extra(literal);
    let Reader { pieces, checks, .. } = reader;
    let path = path.to_string_lossy().into_owned();
    let content = Content { path, pieces, deferred: !checks.is_empty() };
    (Embedded { file: literal.path.clone(), beside, content: Some(content) }, checks)
}

/// The entries of a file under the names of the list. `None` behind a mistake that concerns them all.
fn named<'a>(
    entries: Vec<Entry<'a>>,
    literal: &File,
    expected: &Expected,
    errors: &mut Errors,
) -> Option<Vec<Entry<'a>>> {
    let (file, options) = (&literal.path, &literal.options);
    let (entries, mistakes) = options.load.apply(entries, &|name| expected.second(name));
    for mistake in &mistakes {
        errors.push(options.tokens_of(mistake).unwrap_or(&literal.tokens), texts::options(file, mistake));
    }
    if !mistakes.is_empty() {
        return None;
    }
    let is_foreign = |tensor: &str| {
        let beside = literal.beside.iter().map(|beside| beside.name.unraw().to_string());
        beside.chain(expected.foreign.iter().cloned()).any(|layer| behind(tensor, &layer).is_some())
    };
    let unasked = |entry: &&Entry<'_>| !expected.dims.contains_key(&entry.name) && !is_foreign(&entry.name);
    let keras = entries.iter().filter(unasked).find(|entry| nn_files::is_of_keras(&entry.name));
    if options.layout == Layout::PyTorch
        && let Some(entry) = keras
    {
        errors.push(&literal.tokens, texts::of_keras(file, &entry.name));
        return None;
    }
    let nothing = !entries.iter().any(|entry| expected.dims.contains_key(&entry.name));
    let has_foreign =
        entries.iter().any(|entry| expected.foreign.iter().any(|layer| behind(&entry.name, layer).is_some()));
    if expected.names.len() > 1 && !entries.is_empty() && nothing && !has_foreign {
        let found: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        let theirs: Vec<(&str, &[usize])> = entries.iter().map(|entry| (entry.name.as_str(), &*entry.dims)).collect();
        let rules = expected.known().and_then(|ours| nn_files::names::pairs(&ours, &theirs));
        errors.push(&literal.tokens, texts::nothing_fits(file, &expected.names, &found, rules.as_deref()));
        return None;
    }
    Some(entries)
}

/// Which extents of a tensor follow from what comes into its layer: those that another input would change.
fn follow_input(tensor: &Tensor, given: &Given<'_>) -> Vec<bool> {
    // Twice as much, which groups of channels divide as well.
    let grown = |size: Size| size.times(2);
    let input = match given.input {
        Shape::Dims(sizes) => Shape::Dims(sizes.iter().cloned().map(grown).collect()),
        Shape::Words(..) | Shape::Custom(_) => Shape::vector(grown(given.input.len())),
    };
    let other = (tensor.dims)(&Given { input: &input, ..*given });
    (tensor.dims)(given).iter().zip(&other).map(|(size, other)| !size.same(other)).collect()
}

impl Reader<'_> {
    fn layers(&mut self, layers: &[Layer], prefix: &str) {
        for layer in layers {
            let name = format!("{prefix}{}", layer.part);
            match &layer.kind {
                Kind::BuiltIn(built_in) => {
                    let (given, off) = (layer.given(built_in), built_in.switched_off());
                    let tensors = built_in.entry.weights.as_ref().map_or(&[][..], |weights| weights.tensors);
                    for tensor in tensors {
                        let goes_on = match tensor.switch.filter(|switch| off.contains(switch)) {
                            _ if let Some(setting) = tensor.level.missing(&given) => {
                                self.another_level(layer, &name, tensor, &setting)
                            }
                            Some(switch) => self.absent(layer, &name, tensor, switch),
                            None => self.tensor(layer, &name, tensor, &given),
                        };
                        if !goes_on {
                            break;
                        }
                    }
                }
                Kind::Block { .. } => {
                    // All branches take what comes before the block, and what is behind it takes all of them.
                    let (before, mut upset) = (self.upset, false);
                    for (name, branch) in layer.branches(&name) {
                        self.upset = before;
                        self.layers(&branch.layers, &format!("{name}."));
                        upset |= self.upset;
                    }
                    self.upset = upset;
                }
                Kind::Custom(_) => {
                    let foreign = self.foreign(layer, &name);
                    self.pieces.push(Piece::Foreign(foreign));
                }
            }
        }
    }

    /// Takes one tensor of a layer from the file. `false` if the rest of the layer would only show the same mistake.
    fn tensor(&mut self, layer: &Layer, name: &str, tensor: &Tensor, given: &Given<'_>) -> bool {
        let full = format!("{name}.{}", tensor.name);
        let entries = self.entries;
        let sizes = (tensor.dims)(given);
        let Some(entry) = entries.iter().find(|entry| entry.name == full) else {
            return self.missing(layer, name, tensor, &sizes);
        };
        self.seen.insert(&entry.name);
        let found = |i: usize| entry.dims.get(i).map(|dim| *dim as u64);
        let differs = |i: usize| sizes[i].known().is_some_and(|size| found(i) != Some(size));
        let comes_in = follow_input(tensor, given);
        let excused = |i: usize| self.upset && comes_in[i];
        let wrong = entry.dims.len() != sizes.len() || (0..sizes.len()).any(|i| differs(i) && !excused(i));
        let mut goes_out = (0..sizes.len()).filter(|i| !comes_in[*i]).peekable();
        if goes_out.peek().is_some() {
            self.upset = goes_out.any(differs);
        }
        if wrong {
            self.wrong_shape(layer, &full, &sizes, entry);
            let rest = entries.iter().map(|entry| entry.name.as_str());
            self.seen.extend(rest.filter(|other| other.starts_with(&format!("{name}."))));
            return false;
        }
        for (i, (size, dim)) in sizes.iter().zip(&entry.dims).enumerate() {
            let shown = size.show().unwrap_or_default();
            if size.known().is_none() && self.checked.insert((shown.clone(), *dim)) {
                let at = if let Size::Written { tokens, .. } = size { tokens } else { &layer.tokens };
                self.checks.push(Check {
                    at: at.clone(),
                    question: Question::Length { takes: size.clone(), produces: Size::Known(*dim as u64) },
                    message: texts::deferred_shape(self.file, &full, i, &shown),
                    label: "{TAKES} here, {PRODUCES} in the file".to_owned(),
                    help: None,
                });
            }
        }
        match entry.in_memory(tensor.order == Order::ColumnMajor) {
            Ok(bytes) => self.append(bytes),
            Err(error) => self.unusable.push((layer.tokens.clone(), error)),
        }
        true
    }

    /// One error for each reason, on the first tensor that has it.
    fn report_unusable(&mut self) {
        let unusable = std::mem::take(&mut self.unusable);
        for (i, (at, error)) in unusable.iter().enumerate() {
            let is_same = |(_, other): &&(TokenStream, ValueError)| error.has_the_reason_of(other);
            if !unusable[..i].iter().any(|other| is_same(&other)) {
                let more = unusable[i + 1..].iter().filter(is_same).count();
                let written = self.written(error.tensor());
                self.errors.push(at, texts::unusable(self.file, error, written.as_deref(), more));
            }
        }
    }

    /// The tensors of the file that nothing takes.
    fn report_extra(&mut self, literal: &File) {
        let (file, seen) = (self.file, &self.seen);
        let names = self.entries.iter().map(|entry| entry.name.as_str());
        let extra: Vec<&str> = names.filter(|name| !seen.contains(name)).collect();
        if extra.is_empty() {
            return;
        }
        let text = match beside::scalers(self.entries, &extra) {
            Some(scalers) => texts::extra_scalers(file, &extra, &scalers),
            None => texts::extra(file, &extra, foreign::meant(&self.pieces, &extra)),
        };
        self.errors.push(&literal.tokens, text);
    }

    /// Adds the bytes of a tensor.
    fn append(&mut self, tensor: Vec<u8>) {
        match self.pieces.last_mut() {
            Some(Piece::BuiltIn(bytes)) => bytes.extend(tensor),
            _ => self.pieces.push(Piece::BuiltIn(tensor)),
        }
    }
}
