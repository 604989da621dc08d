//! Words, which are whole numbers, and the layer that looks them up.

use super::help;

/// What is written, for example.
fn example(kind: &str) -> String {
    format!("write `{kind}(5000 -> 64)` for 5000 words with 64 values each")
}

/// Nothing in the parentheses.
pub(crate) fn no_numbers(kind: &str) -> String {
    help(&format!("`{kind}` needs its number of words, and how many values stand for each"), &example(kind))
}

/// One of the two is missing.
pub(crate) fn one_number(kind: &str) -> String {
    help(
        &format!("`{kind}` needs two numbers: how many words there are, and how many values stand for each"),
        &example(kind),
    )
}

/// More than two.
pub(crate) fn many_numbers(kind: &str) -> String {
    help(&format!("`{kind}` takes one pair of numbers"), &example(kind))
}

/// Two that are no pair.
pub(crate) fn no_pair(kind: &str, words: &str, width: &str) -> String {
    help(
        "the number of words and that of the values for each are joined by `->`, not by `,`",
        &format!("write `{kind}({words} -> {width})`"),
    )
}

/// More words than a scalar counts.
pub(crate) fn many_words(layer: &str, words: &str) -> String {
    help(
        &format!("`{layer}` has {words} words, but there can be 2^24 = 16777216 of them"),
        "words are numbers of type `f32` on their way into the network, and it counts no further without a gap",
    )
}

/// A layer stands before it.
pub(crate) fn behind(layer: &str, before: &str) -> String {
    help(
        &format!("`{layer}` looks up the whole numbers of the input, but `{before}` stands before it"),
        &format!("write `{layer}` first"),
    )
}

/// The same for a type of the user's that looks words up.
pub(crate) fn type_behind(layer: &str, before: &str) -> String {
    help(
        &format!(
            "`{layer}` looks up the whole numbers of the input, as an `Embedding` does, but `{before}` stands before it"
        ),
        &format!("write `{layer}` first"),
    )
}

/// The input is no vector.
pub(crate) fn needs_words(layer: &str, what: &str, known: Option<&[u64]>) -> String {
    let steps = match known {
        Some([steps, _]) => steps.to_string(),
        _ => "steps".to_owned(),
    };
    help(
        &format!("`{layer}` takes one whole number for each step, but `input` is {what}"),
        &format!("write `input: [{steps}]`"),
    )
}
