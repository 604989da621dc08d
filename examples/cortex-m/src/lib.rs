//! What the firmware's programs have in common: the networks, the host's answers, and how to compare.

#![no_std]

#[cfg(target_os = "none")]
pub mod board;
pub mod networks;

/// Samples, and what the host answers to them.
#[allow(clippy::unreadable_literal)]
pub mod answers {
    include!(concat!(env!("OUT_DIR"), "/answers.rs"));
}
