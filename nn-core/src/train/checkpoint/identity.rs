//! What must be the same for a run to go on.

use core::fmt::{self, Write};
use std::format;
use std::string::String;

use super::super::Trainer;
use super::super::settings::{Pace, Settings};
use crate::optim::Optimizer;
use crate::schedule::Schedule;

/// The version of the file's own form.
const FORM: u32 = 1;

/// The settings of a run, one on each line.
pub(super) fn identity<L: fmt::Debug, O: Optimizer, V>(
    trainer: &Trainer<L, O, V>,
    network: &str,
    frozen: &str,
    samples: usize,
    validation: Option<usize>,
) -> String {
    let Trainer { loss, optimizer, settings, .. } = trainer;
    let Settings { schedule, pace, batches, seed, clip, max_norm, early_stopping, sample_weights, .. } = settings;
    let mut text = lines(&[
        ("form", &FORM),
        ("network", &Words(&short(network))),
        ("loss", loss),
        ("optimizer", optimizer),
        ("schedule", &Paced(schedule.get(), *pace)),
        ("number of training samples", &samples),
        ("number of validation samples", &validation.unwrap_or(0)),
        ("batch size", &batches.size),
        ("number of batches in a step", &batches.accumulate),
        ("last batch", &Words(if batches.drop_last { "dropped" } else { "taken" })),
        ("seed", &Optional(seed.as_ref())),
        ("clipping by value", &Optional(clip.value.as_ref())),
        ("clipping by norm", &Optional(clip.norm.as_ref())),
        ("max-norm", &Optional(max_norm.as_ref())),
        ("early stopping", &Optional(early_stopping.as_ref())),
    ]);
    // Lines of their own, so that runs without them are those of before.
    if let Some(weights) = sample_weights {
        text += &lines(&[("digest of the sample weights", &Words(&format!("{:016x}", digest(weights))))]);
    }
    if batches.windows > 1 {
        text += &lines(&[("number of windows of a signal", &batches.windows)]);
    }
    if !frozen.is_empty() {
        text += &lines(&[("list of what is frozen", &Words(frozen))]);
    }
    text
}

/// A number that tells these numbers from others (FNV-1a).
fn digest(numbers: &[f64]) -> u64 {
    let bytes = numbers.iter().flat_map(|number| number.to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Settings with their values, one on each line.
fn lines(settings: &[(&str, &dyn fmt::Debug)]) -> String {
    let mut text = String::new();
    for (setting, value) in settings {
        // A string takes everything.
        let _ = writeln!(text, "{setting}: {value:?}");
    }
    text
}

/// A schedule, and what it counts.
struct Paced<'a>(&'a dyn Schedule, Pace);

impl fmt::Debug for Paced<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(schedule, pace) = self;
        let pace = match pace {
            Pace::Epochs => "epoch by epoch",
            Pace::Steps => "step by step",
        };
        write!(f, "{schedule:?}, {pace}")
    }
}

/// Text without quotation marks.
struct Words<'a>(&'a str);

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A setting that may be absent.
struct Optional<'a, V>(Option<&'a V>);

impl<V: fmt::Debug> fmt::Debug for Optional<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(value) => value.fmt(f),
            None => f.write_str("none"),
        }
    }
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
    let (setting, value) = found.next()?.split_once(": ").unwrap_or_default();
    Some((setting, "not told", value))
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
        assert_eq!(difference("a: 1\n", "a: 1\nc: 2"), Some(("c", "not told", "2")));
    }
}
