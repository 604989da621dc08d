//! Lists of layers: whatever is written, the macro neither panics nor hangs, and what it writes is Rust.
#![no_main]
#![allow(dead_code, unreachable_pub)]

use libfuzzer_sys::fuzz_target;
use quote::quote;

// A macro's crate can be called by rustc alone, so that its stages are compiled here once more.
#[path = "../../nn-macros/src"]
mod stages {
    pub(crate) mod ast;
    pub(crate) mod catalog;
    pub(crate) mod compile;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod fallback;
    pub(crate) mod golden;
    pub(crate) mod lower;
    pub(crate) mod model;
    pub(crate) mod parse;
    pub(crate) mod sizes;
    pub(crate) mod weights;
}

// They name each other from the root of their crate.
use stages::{ast, catalog, compile, errors, expand, fallback, golden, lower, model, parse, sizes, weights};

/// There are no source files here.
fn source_file(_: proc_macro2::Span) -> Option<std::path::PathBuf> {
    None
}

/// Groups within groups: rustc's own parser ends at some hundreds, and a thread's stack at some thousands.
const DEEPEST: usize = 100;

fn depth(text: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

fuzz_target!(|text: &str| {
    if depth(text) > DEEPEST {
        return;
    }
    let Ok(tokens) = text.parse::<proc_macro2::TokenStream>() else { return };
    let expansion = compile::compile(quote!([::static_nn] #tokens));
    if let Err(error) = syn::parse2::<syn::File>(expansion.clone()) {
        panic!("{error}: {expansion}");
    }
});
