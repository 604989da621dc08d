//! What must be the same for a run to go on.

use core::fmt::{self, Write};
use std::format;
use std::string::String;

use super::super::Trainer;
use super::super::trainer::Pace;
use crate::optim::Optimizer;

/// The version of the file's own form.
const FORM: u32 = 1;

/// The settings of a run, one on each line.
pub(super) fn identity<L: fmt::Debug, O: Optimizer, X, Y>(
    trainer: &Trainer<'_, L, O, X, Y>,
    network: &str,
    samples: usize,
    validation: Option<usize>,
) -> String {
    let mut text = String::new();
    let mut line = |setting: &str, value: fmt::Arguments<'_>| {
        // A string takes everything.
        let _ = writeln!(text, "{setting}: {value}");
    };
    line("form", format_args!("{FORM}"));
    line("network", format_args!("{}", short(network)));
    line("loss", format_args!("{:?}", trainer.loss));
    line("optimizer", format_args!("{:?}", trainer.optimizer));
    line(
        "schedule",
        format_args!(
            "{:?}, {}",
            trainer.schedule.get(),
            match trainer.pace {
                Pace::Epochs => "epoch by epoch",
                Pace::Steps => "step by step",
            }
        ),
    );
    line("number of training samples", format_args!("{samples}"));
    line("number of validation samples", format_args!("{}", validation.unwrap_or(0)));
    line("batch size", format_args!("{}", trainer.batches.size));
    line("number of batches in a step", format_args!("{}", trainer.batches.accumulate));
    line("last batch", format_args!("{}", if trainer.batches.drop_last { "dropped" } else { "taken" }));
    line("seed", format_args!("{}", optional(trainer.seed.as_ref())));
    line("clipping by value", format_args!("{}", optional(trainer.clip.value.as_ref())));
    line("clipping by norm", format_args!("{}", optional(trainer.clip.norm.as_ref())));
    line("max-norm", format_args!("{}", optional(trainer.max_norm.as_ref())));
    line("early stopping", format_args!("{}", optional(trainer.early_stopping.as_ref())));
    text
}

fn optional(value: Option<&impl fmt::Debug>) -> String {
    value.map_or_else(|| String::from("none"), |value| format!("{value:?}"))
}

/// A type's name without the modules that it lies in.
fn short(name: &str) -> String {
    let parts = name.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

/// The first setting that differs, as it is here and there.
pub(super) fn difference<'a>(here: &'a str, there: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
    let mut found = there.lines();
    for line in here.lines() {
        let other = found.next().unwrap_or_default();
        if line != other {
            let (setting, expected) = line.split_once(": ").unwrap_or((line, ""));
            let other = other.strip_prefix(setting).and_then(|rest| rest.strip_prefix(": ")).unwrap_or("not told");
            return Some((setting, expected, other));
        }
    }
    found.next().map(|line| (line, "not told", "told"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_lose_their_modules() {
        assert_eq!(short("nn_core::layers::dense::Dense<f32, 2, 3>"), "Dense<f32, 2, 3>");
        assert_eq!(short("(a::B<c::D>, [e::F; 2], &g::H)"), "(B<D>, [F; 2], &H)");
    }

    #[test]
    fn the_first_difference_is_named() {
        assert_eq!(difference("a: 1\nb: 2\n", "a: 1\nb: 2\n"), None);
        assert_eq!(difference("a: 1\nb: 2\n", "a: 1\nb: x: y\n"), Some(("b", "2", "x: y")));
        assert_eq!(difference("a: 1\nb: 2\n", "a: 1\n"), Some(("b", "2", "not told")));
        assert_eq!(difference("a: 1\n", "a: 1\nc: 2"), Some(("c: 2", "not told", "told")));
    }
}
