//! What users see: lists that compile without a warning, and the messages of those that do not.
//!
//! The texts in `ui/fail` are blessed with `TRYBUILD=overwrite cargo test --test ui`, and then read aloud.

#[test]
fn lists_that_compile() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

#[test]
fn lists_that_do_not() {
    trybuild::TestCases::new().compile_fail("tests/ui/fail/*/*.rs");
}
