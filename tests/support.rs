//! The unit tests of what the examples share: a plain `cargo test` builds examples, but does not run what is inside.

#[path = "../examples/support/mod.rs"]
mod support;
