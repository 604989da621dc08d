//! Runs of tokens between commas.

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};

/// Where `<` opens generic arguments, in which commas do not separate.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Angles {
    /// Everywhere: in a list of layers.
    Always,
    /// Behind `::` only: among sizes, where `a < b` is a comparison.
    Turbofish,
}

/// What stands between two commas.
pub(crate) struct Chunk {
    /// `None` for nothing at all.
    pub(crate) tokens: Option<TokenStream>,
    /// The comma behind it.
    pub(crate) comma: Option<Punct>,
}

/// Splits `tokens` at its commas. A last comma is followed by no chunk.
pub(crate) fn split(tokens: TokenStream, angles: Angles) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut current = Vec::new();
    let mut depth = 0_usize;
    let mut before = [' ', ' '];
    for token in tokens {
        let mut punct = ' ';
        if let TokenTree::Punct(p) = &token {
            punct = p.as_char();
            match punct {
                '<' if depth > 0 || angles == Angles::Always || before == [':', ':'] => depth += 1,
                '>' if depth > 0 && before[1] != '-' && before[1] != '=' => depth -= 1,
                ',' if depth == 0 => {
                    let tokens = (!current.is_empty()).then(|| current.drain(..).collect());
                    chunks.push(Chunk { tokens, comma: Some(p.clone()) });
                    before = [' ', ' '];
                    continue;
                }
                _ => {}
            }
        }
        before = [before[1], punct];
        current.push(token);
    }
    if !current.is_empty() {
        chunks.push(Chunk { tokens: Some(current.into_iter().collect()), comma: None });
    }
    chunks
}

/// The tokens before and behind the first `first` `second` (`->`, `=>`) outside of groups, and the two between them.
pub(super) fn split_at_arrow(tokens: &TokenStream, first: char) -> Option<[TokenStream; 3]> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let at = trees.windows(2).position(|pair| match pair {
        [TokenTree::Punct(a), TokenTree::Punct(b)] => {
            a.as_char() == first && a.spacing() == Spacing::Joint && b.as_char() == '>'
        }
        _ => false,
    })?;
    let part = |range: std::ops::Range<usize>| trees[range].iter().cloned().collect();
    Some([part(0..at), part(at..at + 2), part(at + 2..trees.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str, angles: Angles) -> Vec<String> {
        let tokens = source.parse().expect("tokens");
        split(tokens, angles).into_iter().map(|chunk| chunk.tokens.map_or(String::new(), |t| t.to_string())).collect()
    }

    #[test]
    fn commas_separate_outside_of_generic_arguments() {
        assert_eq!(texts("a, b(c, d), Gain<16, 3>,", Angles::Always), ["a", "b (c , d)", "Gain < 16 , 3 >"]);
        assert_eq!(texts("f::<1, 2>(), a < b, c", Angles::Turbofish).len(), 3);
        assert_eq!(texts("a,, b", Angles::Always), ["a", "", "b"]);
    }

    #[test]
    fn an_arrow_is_one_sign() {
        let parts = |source: &str| split_at_arrow(&source.parse().expect("tokens"), '-');
        assert_eq!(parts("2 * N -> 3").expect("an arrow").map(|t| t.to_string()), ["2 * N", "->", "3"]);
        assert!(parts("3 - 2").is_none());
    }
}
