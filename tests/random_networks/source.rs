//! Networks as source text, and the file that holds it.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use super::{Piece, Spec};
use crate::plain::Activation;

/// The environment variable that has the files written anew.
const UPDATE: &str = "UPDATE_NETWORKS";

/// Asserts that the file `name` beside this one declares `specs`; writes it if asked to. Behind each network may stand a call of
/// the macro `behind`.
pub(crate) fn check_file(name: &str, seed: u64, specs: &[Spec], behind: Option<&str>) {
    check_text(name, &file(seed, specs, behind));
}

/// Asserts that the file `name` beside this one is `text`; writes it if asked to.
pub(crate) fn check_text(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/random_networks").join(name);
    if env::var_os(UPDATE).is_some_and(|value| value == "1") {
        fs::write(&path, text).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap();
    assert!(found == text, "{name} is not what the generator gives; set {UPDATE}=1 and run this test once");
}

fn file(seed: u64, specs: &[Spec], behind: Option<&str>) -> String {
    let mut text =
        format!("//! {} networks drawn from seed {seed} by `generator.rs`. Not to be edited by hand.\n", specs.len());
    text += "\nuse static_nn::network;\n\n";
    if specs.iter().any(|spec| declaration(spec).contains("HALF")) {
        text += "use crate::random_networks::generator::{HALF, WIDTH};\n";
    }
    text += "use crate::{Check, check};\n";
    for spec in specs {
        text += &declaration(spec);
        if let Some(behind) = behind {
            let _ = writeln!(text, "{behind}! {{ {}, {}, {} }}", spec.name, spec.inputs(), spec.output.value);
        }
    }
    text += "\n/// The check of every network.\n#[rustfmt::skip]\n";
    let _ = writeln!(text, "pub(crate) const CHECKS: [Check; {}] = [", specs.len());
    for spec in specs {
        let _ = writeln!(text, "    check!({}, {}, {}),", spec.name, spec.inputs(), spec.output.value);
    }
    text += "];\n";
    text
}

/// The `network!` item of one network.
pub(crate) fn declaration(spec: &Spec) -> String {
    let mut text = String::from("\nnetwork! {\n    #[derive(Clone)]\n");
    let extents: Vec<&str> = spec.input.iter().map(|size| size.text.as_str()).collect();
    let _ = writeln!(text, "    struct {} {{\n        input: [{}],", spec.name, extents.join(", "));
    for piece in &spec.pieces {
        let _ = writeln!(text, "        {},", layer(piece));
    }
    let _ = writeln!(text, "        output: [{}],\n    }}\n}}", spec.output.text);
    text
}

fn layers(pieces: &[Piece]) -> String {
    pieces.iter().map(layer).collect::<Vec<_>>().join(", ")
}

fn layer(piece: &Piece) -> String {
    match piece {
        Piece::Dense { inputs, outputs, bias, name, maps } => {
            let name = name.map(|name| format!("{name}: ")).unwrap_or_default();
            let inputs = if *maps { format!("{} -> ", inputs.text) } else { String::new() };
            let bias = if *bias { "" } else { ", bias = false" };
            format!("{name}Dense({inputs}{}{bias})", outputs.text)
        }
        Piece::Activation(activation) => written(*activation),
        Piece::Flatten => "Flatten".to_owned(),
        Piece::Residual(pieces) => format!("Residual {{ {} }}", layers(pieces)),
        Piece::Repeat(rounds, pieces) => format!("Repeat({rounds}) {{ {} }}", layers(pieces)),
        Piece::Network(spec) => spec.name.clone(),
    }
}

/// An activation as a layer list has it.
pub(crate) fn written(activation: Activation) -> String {
    match activation {
        Activation::LeakyRelu(slope) => format!("LeakyRelu(slope = {slope})"),
        Activation::Elu(alpha) => format!("Elu(alpha = {alpha})"),
        Activation::GeluTanh => "Gelu(approximate = \"tanh\")".to_owned(),
        plain => format!("{plain:?}"),
    }
}
