//! What one call of a tiny network is compiled to: one straight line for each instruction set, without a loop, a branch, a
//! check or a call. `assembly/src/lib.rs` is what is compiled, in the default release profile, as a user's crate is.
//!
//! `assembly/avx512.s` shows the line for AVX-512. `NN_BLESS=1 cargo test --test assembly` writes it anew; then read what has changed.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::path::Path;
use std::process::Command;

/// The assembly of the crate `assembly`.
fn compile() -> String {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["rustc", "--package", "assembly", "--release", "--message-format", "json", "--", "--emit", "asm"])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    // Beside `deps/libassembly-HASH.rlib`, of which cargo tells, lies `deps/assembly-HASH.s`.
    let library = messages
        .split('"')
        .find(|text| text.contains("/libassembly-") && text.contains(".rmeta"))
        .expect("cargo names the library that it built");
    let assembly = library.replace("/libassembly-", "/assembly-").replace(".rmeta", ".s");
    std::fs::read_to_string(&assembly).unwrap_or_else(|error| panic!("{assembly}: {error}"))
}

/// The instructions and labels of the one function whose name holds `name`, without what only the assembler needs, and with
/// constants that are called `.LCPI_3` wherever in the file the function stands.
fn body(assembly: &str, name: &str) -> String {
    let is_start = |line: &&str| line.starts_with('_') && line.contains(name) && line.ends_with(':');
    let starts = assembly.lines().filter(is_start).count();
    assert_eq!(starts, 1, "functions named `{name}`");
    let lines = assembly.lines().skip_while(|line| !is_start(line)).skip(1);
    let lines = lines.take_while(|line| !line.starts_with(".Lfunc_end"));
    let body: String = lines.filter(|line| !line.starts_with("\t.")).flat_map(|line| [line, "\n"]).collect();
    let mut parts = body.split(".LCPI");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + ".LCPI" + part.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// The line of a level: `classify` itself holds only the choice between them, and what every x86-64 can do.
fn straight_line(assembly: &str, level: &str) -> String {
    let body = body(assembly, &format!("vectorize_{level}"));
    let returns = body.lines().filter(|line| line.trim() == "retq").count();
    assert_eq!(returns, 1, "one way through `{level}`:\n{body}");
    assert!(body.lines().filter(|line| line.contains("ps\t")).count() > 20, "vectors are computed with:\n{body}");
    for line in body.lines() {
        let instruction = line.trim();
        assert!(!instruction.starts_with("call"), "`{level}` calls: {instruction}\n{body}");
        assert!(!instruction.starts_with('j'), "`{level}` branches: {instruction}\n{body}");
    }
    body
}

#[test]
fn one_sample_is_a_straight_line() {
    let assembly = compile();
    straight_line(&assembly, "avx2");
    let avx512 = straight_line(&assembly, "avx512");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/assembly/avx512.s");
    if std::env::var_os("NN_BLESS").is_some() {
        std::fs::write(&path, &avx512).expect("the assembly can be written");
        return;
    }
    let blessed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(avx512 == blessed, "the assembly has changed; bless it with NN_BLESS=1 and read the difference");
}
