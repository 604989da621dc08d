//! Snapshots of whole expansions, for people to read: `tests/snapshots/*.rs`.
//!
//! `NN_BLESS=1 cargo test -p nn-macros` writes them anew; then read what has changed.

mod fuzz;

use std::path::Path;

use proc_macro2::TokenStream;

use crate::{compile, derive};

/// Compares the pretty-printed expansion with the file of this name.
fn check(name: &str, source: &str, expansion: TokenStream) {
    let file = syn::parse2(expansion).expect("an expansion is a list of items");
    let source =
        source.lines().map(|line| format!("// {}", line.strip_prefix("    ").unwrap_or(line)).trim_end().to_owned());
    let text = format!("{}\n\n{}", source.collect::<Vec<_>>().join("\n"), prettyplease::unparse(&file));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("NN_BLESS").is_some() {
        std::fs::write(&path, text).expect("the snapshots can be written");
        return;
    }
    let blessed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(text == blessed, "the expansion of {name} has changed; bless it with NN_BLESS=1 and read the difference");
}

fn check_network(name: &str, source: &str) {
    let source = source.trim_matches('\n');
    let tokens = format!("[static_nn] {source}").parse().expect("tokens");
    check(name, source, compile(tokens));
}

#[test]
fn dense() {
    check_network(
        "dense.rs",
        "
    /// Digits of 28 x 28 pixels.
    #[derive(Clone, Debug)]
    pub struct Digits {
        input: [1, 28, 28],
        Flatten,
        /// The features.
        hidden: Dense(784 -> 128), Relu,
        #[init(he_normal)]
        digit: Dense(10, bias = false), LeakyRelu(slope = 0.1),
        output: [10],
    }",
    );
}

#[test]
fn deferred() {
    check_network(
        "deferred.rs",
        "
    struct Net {
        input: [4],
        fc1: Dense(2 * HIDDEN),
        gain: my::Gain<16>, Tanh,
        fc2: Dense(16 -> 3),
    }",
    );
}

#[test]
fn residual() {
    check_network(
        "residual.rs",
        "
    #[derive(Clone)]
    pub(crate) struct Net {
        input: [4],
        Repeat(2) {
            body: Residual { #[init(auto)] Dense(8), Tanh, Dense(4) },
        },
    }",
    );
}

#[test]
fn branches() {
    check_network(
        "branches.rs",
        "
    #[derive(Clone)]
    pub struct Net {
        input: [4],
        features: Concat { { Dense(3), Tanh }, {} },
    }",
    );
}

#[test]
fn images() {
    check_network(
        "images.rs",
        "
    pub struct Net {
        input: [1, 9, 9],
        conv: Conv2d(2, kernel = 3, bias = false), BatchNorm, Relu, MaxPool2d(2),
        Conv2d(4, kernel = SIDE, padding = [0, 1], groups = 2), Tanh, GlobalAvgPool2d,
        Dense(3),
    }",
    );
}

#[test]
fn sequences() {
    check_network(
        "sequences.rs",
        "
    pub struct Net {
        input: [6, 4],
        fc: Dense(3), Relu,
        Lstm(HIDDEN, bias = false), Softmax, Rnn(2, nonlinearity = relu),
        Last, Dense(2),
    }",
    );
}

#[test]
fn words() {
    check_network(
        "words.rs",
        "
    pub struct Net {
        input: [6],
        words: Embedding(50 -> 8), Gru(4), Last,
    }",
    );
}

#[test]
fn fallback() {
    check_network(
        "fallback.rs",
        "
    pub struct Net {
        input: [4],
        fc1: Dense(8), Relu,
        fc2: Dense(9 -> 3),
    }",
    );
}

#[test]
fn derived() {
    let source = "
    #[repr(C)]
    pub struct Gain<T, const N: usize>
    where
        [T; N]: Sized,
    {
        gain: [T; N],
        marker: PhantomData<T>,
    }"
    .trim_matches('\n');
    check("derive.rs", source, derive::parameters(source.parse().expect("tokens")));
}

#[test]
fn a_list_that_cannot_be_read_is_only_its_mistakes() {
    let text = compile("[static_nn] enum Net {}".parse().expect("tokens")).to_string();
    assert!(text.contains("compile_erro") && !text.contains("struct Net"), "{text}");
}
