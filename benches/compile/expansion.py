"""Times the macro alone: its own sources, compiled as a program in which no compiler calls them."""

import json
import shutil

import timing

# Without a profile: cargo compiles macros without optimisation, in release builds too.
MANIFEST = """\
[package]
name = "expansion"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
{dependencies}
"""

# Stands behind what `lib.rs` of the macro holds. Reads the networks, prints the median milliseconds of each.
MAIN = """
extern crate proc_macro;

fn main() {
    for network in std::env::args().skip(1) {
        let tokens: proc_macro2::TokenStream = format!("[static_nn] {network}").parse().expect("tokens");
        let mut times: Vec<f64> = (0..31)
            .map(|_| {
                let tokens = std::hint::black_box(tokens.clone());
                let start = std::time::Instant::now();
                std::hint::black_box(compile(tokens));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{}", times[times.len() / 2]);
    }
}
"""


def milliseconds(crate, networks):
    """The time to expand each of the named networks."""
    generate(crate)
    timing.cargo(crate, ["build"])
    program = crate / "target" / "debug" / "expansion"
    output = timing.measurement([program, *networks.values()]).stdout
    return dict(zip(networks, map(json.loads, output.split()), strict=True))


def generate(crate):
    macro = timing.ROOT / "nn-macros"
    shutil.rmtree(crate / "src", ignore_errors=True)
    shutil.copytree(macro / "src", crate / "src")
    library = (crate / "src" / "lib.rs").read_text()
    lines = [line for line in library.splitlines() if not line.startswith("#[proc_macro")]
    (crate / "src" / "main.rs").write_text("\n".join(lines) + MAIN)
    (crate / "src" / "lib.rs").unlink()
    dependencies = (macro / "Cargo.toml").read_text().split("[dependencies]\n")[1].split("\n\n")[0]
    dependencies = dependencies.replace('path = "../', f'path = "{timing.ROOT}/')
    (crate / "Cargo.toml").write_text(MANIFEST.format(dependencies=dependencies))
    timing.pin_versions(crate)
