//! Names of tensors by rules: `"net.0" = "fc1"`.
//!
//! A name is levels with dots between them. A rule is one that begins so, level by level, whatever stands behind: `net.0` is the beginning of
//! `net.0.weight`, not of `net.01.weight`. `*` stands for one or more levels, as few as the level behind it allows; at the end, for all
//! that are left.

use std::fmt;

use crate::OptionError;

/// What is wrong with a side of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternFault {
    /// Nothing is written there.
    Empty,
    /// There is nothing between two dots, before the first or behind the last.
    Level,
    /// `*` is a part of a level.
    Star,
}

impl fmt::Display for PatternFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty\nhelp: to leave out a level, let `encoder.*` become `*`",
            Self::Level => "has a level without a name\nhelp: write names with one dot between them: `net.0`",
            Self::Star => "has `*` within a level\nhelp: `*` stands for whole levels: `net.*.weight`",
        })
    }
}

/// A rule, its two sides cut into levels.
pub(crate) struct Rule<'a> {
    from: Vec<&'a str>,
    to: Vec<&'a str>,
}

impl<'a> Rule<'a> {
    /// The rule at the place `rule` of its list.
    pub(crate) fn parse(rule: usize, from: &'a str, to: &'a str) -> Result<Self, OptionError> {
        let levels = |text: &'a str| {
            let fault = |why| OptionError::Pattern { rule, text: text.to_owned(), why };
            let levels: Vec<&str> = text.split('.').collect();
            match levels.iter().find(|level| level.is_empty() || level.contains('*') && **level != "*") {
                _ if text.is_empty() => Err(fault(PatternFault::Empty)),
                Some(&"") => Err(fault(PatternFault::Level)),
                Some(_) => Err(fault(PatternFault::Star)),
                None => Ok(levels),
            }
        };
        let (from, to) = (levels(from)?, levels(to)?);
        let stars = |side: &[&str]| side.iter().filter(|level| **level == "*").count();
        if stars(&from) != stars(&to) {
            return Err(OptionError::Stars { rule, from: from.join("."), to: to.join(".") });
        }
        Ok(Self { from, to })
    }

    /// What the rule makes of a name; `None` where the name does not begin so.
    pub(crate) fn apply(&self, name: &str) -> Option<String> {
        let levels: Vec<&str> = name.split('.').collect();
        let (mut stars, mut at) = (Vec::new(), 0);
        let mut parts = self.from.split(|level| *level == "*");
        let first = parts.next()?;
        levels.starts_with(first).then(|| at = first.len())?;
        let mut parts = parts.peekable();
        while let Some(part) = parts.next() {
            // A star has a level at least. No part can do better further on: behind the last one anything may stand.
            let end = match part {
                [] if parts.peek().is_none() => (levels.len() > at).then_some(levels.len())?,
                _ => (at + 1..=levels.len()).find(|end| levels[*end..].starts_with(part))?,
            };
            stars.push(&levels[at..end]);
            at = end + part.len();
        }
        let mut stars = stars.into_iter();
        let mut renamed = Vec::new();
        for level in &self.to {
            match *level {
                "*" => renamed.extend(stars.next().into_iter().flatten()),
                level => renamed.push(level),
            }
        }
        renamed.extend(&levels[at..]);
        Some(renamed.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(from: &str, to: &str, name: &str) -> Option<String> {
        Rule::parse(0, from, to).unwrap_or_else(|error| panic!("{error}")).apply(name)
    }

    #[test]
    fn rules_and_what_they_make_of_names() {
        for (from, to, name, expected) in [
            ("net.0", "fc1", "net.0.weight", Some("fc1.weight")),
            ("net.0", "fc1", "net.0", Some("fc1")),
            ("net.0", "fc1", "net.01.weight", None),
            ("net.0", "fc1", "a.net.0.weight", None),
            ("net.0.weight", "fc1.weight", "net.0.weight", Some("fc1.weight")),
            ("encoder.*", "*", "encoder.fc1.weight", Some("fc1.weight")),
            ("encoder.*", "*", "encoder", None),
            ("*", "encoder.*", "fc1.weight", Some("encoder.fc1.weight")),
            ("*.gamma", "*.weight", "a.b.gamma", Some("a.b.weight")),
            ("*.gamma", "*.weight", "gamma", None),
            ("*.0", "*.first", "net.0.weight", Some("net.first.weight")),
            // As few levels as it can be.
            ("*.0", "*.first", "a.0.b.0.weight", Some("a.first.b.0.weight")),
            ("layers.*.attn.*", "blocks.*.mha.*", "layers.2.attn.q.weight", Some("blocks.2.mha.q.weight")),
            ("layers.*.attn.*", "blocks.*.mha.*", "layers.attn.q.weight", None),
            ("*.*", "*.inner.*", "a.b.c", Some("a.inner.b.c")),
            ("*.*", "*.inner.*", "a", None),
        ] {
            assert_eq!(renamed(from, to, name).as_deref(), expected, "{from} = {to} of {name}");
        }
    }

    #[test]
    fn rules_that_are_none() {
        let fault = |from, to| Rule::parse(3, from, to).err().map(|error| error.to_string()).unwrap_or_default();
        for (from, to, text) in [
            ("", "a", "a side of rule 4 of `rename` is empty\nhelp: to leave out a level, let `encoder.*` become `*`"),
            ("a", "", "a side of rule 4 of `rename` is empty\nhelp: to leave out a level, let `encoder.*` become `*`"),
            (
                "a..b",
                "a",
                "`a..b`, a side of rule 4 of `rename`, has a level without a name\n\
                           help: write names with one dot between them: `net.0`",
            ),
            (
                "module.",
                "a",
                "`module.`, a side of rule 4 of `rename`, has a level without a name\n\
                              help: write names with one dot between them: `net.0`",
            ),
            (
                "fc*",
                "a",
                "`fc*`, a side of rule 4 of `rename`, has `*` within a level\n\
                          help: `*` stands for whole levels: `net.*.weight`",
            ),
            (
                "a.*",
                "b",
                "`a.*` = `b`: the sides of a rule have as many `*`, and these have 1 and 0\n\
                          help: each `*` on the right stands for what the one on the left has found",
            ),
        ] {
            assert_eq!(fault(from, to), text);
        }
    }

    /// A name and a rule of thousands of levels take no longer than reading them a few times.
    #[test]
    fn long_names_take_no_longer_than_they_are() {
        let name = "a.".repeat(20_000) + "a";
        let rule = "*.a.".repeat(100) + "b";
        assert_eq!(renamed(&rule, &rule, &name), None);
    }
}
