//! Leaves a file of weights where a build script does: `#[weights(concat!(env!("OUT_DIR"), ..))]` reads it.

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let place = |variable| PathBuf::from(env::var_os(variable).expect("cargo sets it"));
    let file = place("CARGO_MANIFEST_DIR").join("../ui/fail/weights/model.safetensors");
    fs::copy(&file, place("OUT_DIR").join("built.safetensors")).expect("a copy");
    println!("cargo::rerun-if-changed={}", file.display());
}
