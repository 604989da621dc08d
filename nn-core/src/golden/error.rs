//! What recorded answers say of a network that gives others.

use core::fmt;

/// Why a network is not the one whose answers were recorded.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum GoldenError {
    /// Its parameters have another checksum than those that gave the answers.
    OtherParameters {
        /// The file of answers.
        file: &'static str,
    },
    /// It gives another answer.
    OtherAnswer {
        /// The file of answers.
        file: &'static str,
        /// The example, from 0 on.
        example: usize,
        /// Which of its outputs, from 0 on.
        output: usize,
        /// What the network gives.
        answer: f32,
        /// What was recorded.
        recorded: f32,
        /// How far the two may be apart: the tolerance, times the size of the recorded one where that is above 1.
        permitted: f64,
    },
}

impl fmt::Display for GoldenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherParameters { file } => write!(
                f,
                "the parameters are not those that gave the answers of `{file}`: their checksum is another one. If they were changed \
                 on purpose, record the answers again"
            ),
            Self::OtherAnswer { file, example, output, answer, recorded, permitted } => write!(
                f,
                "output {output} of example {example} of `{file}` is {answer}, and was recorded as {recorded}: the two may be {permitted} \
                 apart"
            ),
        }
    }
}

impl core::error::Error for GoldenError {}
