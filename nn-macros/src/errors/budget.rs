//! `#[budget(..)]`: the attribute alone. What a network weighs is judged where rustc knows it, in the library.

use super::{help, list};
use crate::model::{FIGURES, Figure};

/// A whole budget.
const EXAMPLE: &str = "write `#[budget(parameters <= 62_000, flash <= \"64 KiB\")]`";

pub(crate) fn form() -> String {
    help("`#[budget]` names what the network may weigh at most", EXAMPLE)
}

pub(crate) fn twice() -> String {
    help("a network has one budget", "put all limits into one `#[budget(..)]`")
}

pub(crate) fn no_key(found: &str) -> String {
    help(&format!("`{found}` does not say what it is the limit of"), EXAMPLE)
}

pub(crate) fn unknown(key: &str, meant: Option<&Figure>) -> String {
    let keys: Vec<&str> = FIGURES.iter().map(|figure| figure.key).collect();
    let text = format!("there is no budget for `{key}`");
    match meant {
        Some(figure) => help(&text, &format!("write `{}`", figure.key)),
        None => help(&text, &format!("there is one for {}", list(&keys, "and"))),
    }
}

pub(crate) fn key_twice(key: &str) -> String {
    help(&format!("`{key}` has two limits"), "remove one of them")
}

pub(crate) fn sign(figure: &Figure) -> String {
    help("a limit is the most that is allowed, and stands behind `<=`", &format!("write `{}`", figure.example))
}

pub(crate) fn no_limit(figure: &Figure) -> String {
    help(&format!("there is no limit behind `{} <=`", figure.key), &format!("write `{}`", figure.example))
}

pub(crate) fn unreadable(figure: &Figure, found: &str) -> String {
    help(&format!("cannot read `{found}` as a limit"), &format!("write `{}`", figure.example))
}

/// The memory of a stream, where there are no steps.
pub(crate) fn no_steps(network: &str, input: &str) -> String {
    help(
        &format!("`{network}` takes {input}, not a sequence step by step, so it has no stream"),
        "remove `stream_ram`; `ram` is what `forward` needs",
    )
}

/// A string, where no unit makes sense.
pub(crate) fn text_for_a_number(figure: &Figure) -> String {
    help(
        &format!("`{}` is counted one by one, and its limit is a number", figure.key),
        &format!("write `{}`", figure.example),
    )
}

/// A number with a sign or a point, or one too large to count.
pub(crate) fn no_whole_number(figure: &Figure, found: &str) -> String {
    let what = if figure.is_bytes { "a whole number of bytes, or a text with a unit" } else { "a whole number" };
    let found = found.replace("- ", "-");
    help(
        &format!("`{found}` is no limit: `{}` is limited to {what}", figure.key),
        &format!("write `{}`", figure.example),
    )
}

pub(crate) fn no_size(found: &str) -> String {
    help(
        &format!("cannot read `{found}` as a number of bytes"),
        "write a number and one of the units `B`, `KiB`, `MiB`, `GiB` (of 1024), `kB`, `MB`, `GB` (of 1000): `64 KiB`",
    )
}

/// `K`, `KB`, `k`: 1000 to some, 1024 to others.
pub(crate) fn ambiguous_unit(found: &str, number: &str, letter: char) -> String {
    let small = if letter == 'K' { 'k' } else { letter };
    let (binary, decimal) = (format!("{letter}iB"), format!("{small}B"));
    help(
        &format!("`{found}` can be read in two ways"),
        &format!("write `{number} {binary}` for units of 1024 bytes, or `{number} {decimal}` for units of 1000"),
    )
}

/// `1.3 KiB`.
pub(crate) fn part_of_a_byte(found: &str) -> String {
    help(&format!("`{found}` is no whole number of bytes"), "write the number of bytes, or a smaller unit")
}
