//! What options may have against a file, and every text about it.

use std::fmt;

use crate::keras::KerasFault;
use crate::names::{listed, nearest, shown};
use crate::rename::PatternFault;

/// Why options do not suit a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionError {
    /// No tensor's name begins with the prefix.
    Prefix {
        /// The prefix.
        prefix: String,
        /// The names that the file has.
        names: Vec<String>,
    },
    /// A side of a rule is no name.
    Pattern {
        /// The place of the rule.
        rule: usize,
        /// The side.
        text: String,
        /// What is wrong with it.
        why: PatternFault,
    },
    /// The sides of a rule have not as many `*`.
    Stars {
        /// The place of the rule.
        rule: usize,
        /// Its left side.
        from: String,
        /// Its right side.
        to: String,
    },
    /// No tensor's name begins as a rule says.
    Unused {
        /// The place of the rule.
        rule: usize,
        /// Its left side.
        from: String,
        /// The names that the file has.
        names: Vec<String>,
    },
    /// Rules before this one change all names that it fits.
    Taken {
        /// The place of the rule.
        rule: usize,
        /// Its left side.
        from: String,
        /// A tensor that it fits.
        tensor: String,
        /// The left side of the rule that changes its name.
        before: String,
    },
    /// Two tensors come to have one name.
    Twice {
        /// The place of the rule that has changed one of them, if one has.
        rule: Option<usize>,
        /// The name.
        name: String,
        /// What the file calls one of them.
        first: String,
        /// And the other.
        second: String,
    },
    /// A tensor is not as Keras has it, or belongs to a layer whose layout is not read.
    Keras {
        /// What the file calls it.
        tensor: String,
        /// Its extents.
        dims: Vec<usize>,
        /// What is the matter with it.
        why: KerasFault,
    },
}

impl OptionError {
    /// The place in the list of the rule that this is about.
    #[must_use]
    pub fn rule(&self) -> Option<usize> {
        match self {
            Self::Pattern { rule, .. }
            | Self::Stars { rule, .. }
            | Self::Unused { rule, .. }
            | Self::Taken { rule, .. } => Some(*rule),
            Self::Twice { rule, .. } => *rule,
            Self::Prefix { .. } | Self::Keras { .. } => None,
        }
    }
}

impl OptionError {
    /// Whether it would be one with any file.
    #[must_use]
    pub fn is_of_the_options_alone(&self) -> bool {
        matches!(self, Self::Pattern { .. } | Self::Stars { .. })
    }
}

impl std::error::Error for OptionError {}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prefix { prefix, names } => {
                let listed = listed(names);
                writeln!(f, "no tensor's name begins with `{}.`: the file has {listed}", shown(prefix))?;
                write!(f, "help: leave out `strip_prefix`, or write what all names begin with")
            }
            Self::Pattern { rule, why: why @ PatternFault::Empty, .. } => {
                write!(f, "a side of rule {} of `rename` {why}", rule + 1)
            }
            Self::Pattern { rule, text, why } => {
                write!(f, "`{}`, a side of rule {} of `rename`, {why}", shown(text), rule + 1)
            }
            Self::Stars { from, to, .. } => {
                let count = |side: &str| side.split('.').filter(|level| *level == "*").count();
                let (found, wanted) = (count(to), count(from));
                writeln!(
                    f,
                    "`{from}` = `{to}`: the sides of a rule have as many `*`, and these have {wanted} and {found}"
                )?;
                write!(f, "help: each `*` on the right stands for what the one on the left has found")
            }
            Self::Unused { from, names, .. } => {
                write!(f, "no tensor's name begins with `{}`: the file has {}", shown(from), listed(names))?;
                // What a rule says is a part of a name: it is compared with parts of as many levels.
                let levels = from.split('.').count();
                let begins = names
                    .iter()
                    .map(|name| name.match_indices('.').nth(levels - 1).map_or(&name[..], |(at, _)| &name[..at]));
                match nearest(from, begins) {
                    Some(near) => write!(f, "\nhelp: if `{}` is meant, write it so", shown(near)),
                    None => write!(f, "\nhelp: leave this rule out, or write how a name in the file begins"),
                }
            }
            Self::Taken { from, tensor, before, .. } => {
                writeln!(f, "`{from}` changes no name: `{before}` before it has changed `{}`", shown(tensor))?;
                write!(f, "help: the first rule that fits is the one that counts; write this one before it")
            }
            Self::Twice { name, first, second, .. } => {
                let [name, first, second] = [name, first, second].map(|name| shown(name));
                writeln!(f, "`{first}` and `{second}` of the file are both called `{name}`")?;
                write!(f, "help: change the rule of one of them")
            }
            Self::Keras { tensor, dims, why } => write!(f, "`{}` of the shape {dims:?} {why}", shown(tensor)),
        }
    }
}
