//! No text that a user can write makes the macro panic: lists by a grammar, most of them with mistakes in them.
//!
//! `NN_FUZZ=1000000 cargo test -p nn-macros fuzz` tries more of them; `NN_FUZZ_SEED` begins elsewhere.

#![expect(clippy::format_push_string, reason = "texts are put together piece by piece")]

mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{TokenStream, TokenTree};

use crate::compile;
use words::{ATTRIBUTES, FIRST, JUNK, KINDS, NAMES, ON_STRUCT, SETTINGS, SIZES, VALUES, WHOLE};

/// The layers that have them.
const BRANCHES: &[&str] = &["Add", "Multiply", "Concat"];

/// Lists that every run of the tests tries.
const COUNT: u64 = 3_000;

/// SplitMix64.
struct Random {
    state: u64,
    /// Whether it takes only what may well be right.
    careful: bool,
}

impl Random {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap_or(0)
    }

    /// True once in so many times.
    fn once_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// The same for a mistake.
    fn errs_once_in(&mut self, count: usize) -> bool {
        !self.careful && self.once_in(count)
    }

    /// One of a list whose first `good` are right in some place.
    fn one<'a>(&mut self, list: &[&'a str], good: usize) -> &'a str {
        let count = if self.careful { good } else { list.len() };
        list[self.below(count)]
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// One invocation: whole, or with a few tokens put in, left out or doubled.
fn invocation(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(3) {
        text += random.one(ON_STRUCT, 2);
        text += "\n";
    }
    let vis = random.of(&["", "pub", "pub(crate)", "pub(in crate::a)"]);
    let generics = if random.errs_once_in(20) { "<T>" } else { "" };
    text += &format!("{vis} struct {}{generics} {{ ", random.one(NAMES, 33));
    if !random.errs_once_in(10) {
        text += &format!("input: {}, ", shape(random));
    }
    text += &items(random, 0);
    if random.errs_once_in(3) {
        text += &format!("output: {}", shape(random));
    }
    text += " }";
    for _ in 0..if random.careful { 0 } else { random.below(4).saturating_sub(1) } {
        text = damaged(random, &text);
    }
    text
}

fn shape(random: &mut Random) -> String {
    let sizes: Vec<&str> = (0..[1, 2, 1, 3, 2, 0][random.below(if random.careful { 3 } else { 6 })])
        .map(|_| random.one(SIZES, 10))
        .collect();
    format!("[{}]", sizes.join(", "))
}

fn items(random: &mut Random, depth: usize) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        if random.once_in(6) {
            text += random.one(ATTRIBUTES, 1);
            text += "\n";
        }
        if random.once_in(2) {
            text += &format!("{}: ", random.one(NAMES, 33));
        }
        let kind = random.one(KINDS, 54);
        text += kind;
        let is_block = kind.contains("Re") && (kind.contains("Residual") || kind == "Repeat");
        if kind == "Repeat" {
            text += &format!("({})", random.one(&["1", "2", "3", "17", "N", "", "0", "300", "2, 3"], 3));
        } else if kind.contains("2d") || ["Upsample", "Reshape", "GroupNorm", "LocalResponseNorm"].contains(&kind) {
            text += &window(random, kind);
        } else if ["Dense", "Lstm", "Gru", "Rnn"].iter().any(|sized| kind.contains(sized)) || random.errs_once_in(5) {
            text += &arguments(random);
        }
        if BRANCHES.contains(&kind) && !random.errs_once_in(20) {
            text += &branches(random, depth);
        } else if is_block && !random.errs_once_in(8) || random.errs_once_in(40) {
            let inner = if depth < 2 { items(random, depth + 1) } else { "Relu".to_owned() };
            text += &format!(" {{ {inner} }}");
        }
        text += if random.errs_once_in(25) { random.of(&["", ";", ",,", " "]) } else { ", " };
    }
    text
}

/// Branches in braces, two or more of them if all is well, and some empty.
fn branches(random: &mut Random, depth: usize) -> String {
    let count = if random.errs_once_in(10) { random.below(11) } else { 2 + random.below(2) };
    let branch = |random: &mut Random| {
        if random.errs_once_in(15) {
            return items(random, 2);
        }
        let inner = match random.below(3) {
            0 => String::new(),
            1 if depth < 2 => items(random, depth + 1),
            _ => "Tanh".to_owned(),
        };
        format!("{{ {inner} }}, ")
    };
    let inner: String = (0..count).map(|_| branch(random)).collect();
    format!(" {{ {inner} }}")
}

/// What stands behind the name of a layer that takes an image.
fn window(random: &mut Random, kind: &str) -> String {
    let mut list = Vec::new();
    if kind.contains("Conv") {
        list.push(random.one(SIZES, 10).to_owned());
        if !random.errs_once_in(6) {
            list.push(format!("kernel = {}", random.one(FIRST, 6)));
        }
    } else if !kind.contains("Global") && !kind.contains("Dropout") && !random.errs_once_in(6) {
        list.push(random.one(FIRST, 6).to_owned());
    }
    for _ in 0..if random.careful { random.below(2) } else { random.below(4) } {
        list.push(random.one(WHOLE, 8).to_owned());
    }
    if list.is_empty() { String::new() } else { format!("({})", list.join(", ")) }
}

fn arguments(random: &mut Random) -> String {
    let mut list = Vec::new();
    if !random.errs_once_in(6) {
        let size = random.one(SIZES, 10);
        list.push(if random.errs_once_in(3) {
            format!("{} -> {size}", random.one(SIZES, 10))
        } else {
            size.to_owned()
        });
    }
    for _ in 0..if random.careful { 0 } else { random.below(3).saturating_sub(1) } {
        let sign = if random.once_in(8) { ":" } else { "=" };
        list.push(format!("{} {sign} {}", random.one(SETTINGS, 9), random.one(VALUES, 3)));
    }
    let [open, close] = if random.errs_once_in(12) { ["[", "]"] } else { ["(", ")"] };
    format!("{open}{}{close}", list.join(", "))
}

fn damaged(random: &mut Random, text: &str) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', '(', ',', '\n']).collect();
    let at = random.below(words.len());
    match random.below(3) {
        0 => drop(words.remove(at)),
        1 => words.insert(at, words[at]),
        _ => words.insert(at, random.of(JUNK)),
    }
    words.concat()
}

/// Whether there is a `compile_error!` among the items.
fn is_refused(expansion: &TokenStream) -> bool {
    expansion.clone().into_iter().any(|token| matches!(token, TokenTree::Ident(ident) if ident == "compile_error"))
}

/// A number of 50 bits is a type of 50 levels in the expansion, which a parser in a debug build does not read on a test's stack.
const STACK: usize = 64 << 20;

#[test]
fn no_text_makes_the_macro_panic() {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(try_lists).expect("a thread");
    assert!(thread.join().is_ok(), "a list failed");
}

fn try_lists() {
    let setting = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let (count, seed) = (setting("NN_FUZZ").unwrap_or(COUNT), setting("NN_FUZZ_SEED").unwrap_or(0));
    let (mut tried, mut accepted) = (0_u64, 0_u64);
    for run in 0..count {
        let state = seed ^ run.wrapping_mul(0xD134_2543_DE82_EF95);
        let text = invocation(&mut Random { state, careful: run % 6 == 0 });
        let Ok(tokens) = format!("[static_nn] {text}").parse::<TokenStream>() else { continue };
        tried += 1;
        let expansion = catch_unwind(AssertUnwindSafe(|| compile(tokens)))
            .unwrap_or_else(|_| panic!("the macro panics at run {run} of seed {seed}:\n{text}"));
        accepted += u64::from(!is_refused(&expansion));
        if run % 4 != 0 {
            continue;
        }
        let file = syn::parse2::<syn::File>(expansion.clone())
            .unwrap_or_else(|error| panic!("{error}: the expansion of\n{text}\nis\n{expansion}"));
        let mut structs: Vec<String> = file
            .items
            .iter()
            .filter_map(|item| match item {
                syn::Item::Struct(item) => Some(item.ident.to_string()),
                _ => None,
            })
            .collect();
        structs.sort_unstable();
        assert!(structs.windows(2).all(|pair| pair[0] != pair[1]), "two structs of one name: {structs:?} in\n{text}");
    }
    println!("{tried} lists of {count} are tokens; {accepted} have no mistake");
    // A grammar that makes nothing but mistakes, or none, tries little.
    assert!(tried > count / 2 && accepted > count / 20, "{tried} lists, {accepted} without a mistake");
}
