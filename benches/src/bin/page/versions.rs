//! Which versions of the peers are measured: what is pinned beside their code.

/// Everything that the Rust peers are built from.
const LOCK: &str = include_str!("../../../peers/Cargo.lock");
/// What Python installs.
const REQUIREMENTS: &str = include_str!("../../../peers/python/requirements.txt");
/// The crates that are measured.
const CRATES: [&str; 10] = [
    "burn",
    "candle-core",
    "dfdx",
    "embedded-nn",
    "nalgebra",
    "nam-rs",
    "ndarray",
    "nexus-inference",
    "rten",
    "tract-onnx",
];

/// All of them in one line.
pub(crate) fn line() -> String {
    let crates = CRATES.iter().filter_map(|name| Some(format!("{name} {}", version(name)?)));
    let python = REQUIREMENTS.lines().map(|line| line.replace("==", " "));
    crates.chain(python).collect::<Vec<_>>().join(", ")
}

/// The latest version of a crate in the lock file, which is sorted.
fn version(name: &str) -> Option<&'static str> {
    let package =
        LOCK.split("[[package]]").filter(|package| package.contains(&format!("\nname = \"{name}\"\n"))).last()?;
    package.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}
