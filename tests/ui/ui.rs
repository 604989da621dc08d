//! What users see: lists that compile without a warning, and the messages of those that do not.
//!
//! The texts in `fail` are blessed with `TRYBUILD=overwrite cargo test -p ui`, and then read aloud.

#[test]
fn lists_that_compile() {
    trybuild::TestCases::new().pass("pass/*.rs");
}

/// Without a program to run among them these are compiled by `cargo check`, as an editor does: every message here is
/// one that `cargo check` shows, those of constants and foreign layers (`deferred`) included.
#[test]
fn lists_that_do_not() {
    trybuild::TestCases::new().compile_fail("fail/*/*.rs");
}
