//! Networks over sequences as source text.

use std::fmt::Write as _;

use super::{Cell, Join, Over, Padding, Piece, Spec, through};
use crate::random_networks::source::written;

/// The file that declares `specs`.
pub(crate) fn file(seed: u64, specs: &[Spec]) -> String {
    let mut text = format!(
        "//! {} networks drawn from seed {seed} by `sequences/generator.rs`. Not to be edited by hand.\n\n\
         use static_nn::network;\n\n\
         use crate::{{Check, check}};\n",
        specs.len()
    );
    for spec in specs {
        text += &declaration(spec);
    }
    text += "\n/// The check of every network.\n#[rustfmt::skip]\n";
    let _ = writeln!(text, "pub(crate) const CHECKS: [Check; {}] = [", specs.len());
    for spec in specs {
        let _ = writeln!(text, "    check!({}, {}),", spec.name, spec.input.iter().product::<usize>());
    }
    text + "];\n"
}

/// The `network!` item of one network.
pub(crate) fn declaration(spec: &Spec) -> String {
    let mut text = String::from("\nnetwork! {\n    #[derive(Clone)]\n");
    let _ = writeln!(text, "    struct {} {{\n        input: {:?},", spec.name, spec.input);
    for piece in &spec.pieces {
        let _ = writeln!(text, "        {},", layer(piece));
    }
    let output = through(&spec.pieces, &spec.input).expect("layers that fit");
    let _ = writeln!(text, "        output: {output:?},\n    }}\n}}");
    text
}

fn block(pieces: &[Piece]) -> String {
    if pieces.is_empty() {
        return "{}".to_owned();
    }
    format!("{{ {} }}", pieces.iter().map(layer).collect::<Vec<_>>().join(", "))
}

fn layer(piece: &Piece) -> String {
    let unless = |bias: bool| if bias { "" } else { ", bias = false" };
    match piece {
        Piece::Recurrent { cell, units, bias, layers, both } => {
            let (name, nonlinearity) = match cell {
                Cell::Lstm => ("Lstm", ""),
                Cell::Gru => ("Gru", ""),
                Cell::Tanh => ("Rnn", ""),
                Cell::Relu => ("Rnn", ", nonlinearity = relu"),
            };
            let layers = if *layers > 1 { format!(", layers = {layers}") } else { String::new() };
            let both = if *both { ", bidirectional = true" } else { "" };
            format!("{name}({units}{nonlinearity}{layers}{both}{})", unless(*bias))
        }
        Piece::Conv(conv) => {
            let unless_one = |key: &str, number: usize| match number {
                1 => String::new(),
                _ => format!(", {key} = {number}"),
            };
            let padding = match conv.padding {
                Padding::Both(0) => String::new(),
                Padding::Both(zeros) => format!(", padding = {zeros}"),
                Padding::Same => ", padding = same".to_owned(),
                Padding::Causal => ", causal = true".to_owned(),
            };
            let (stride, dilation) = (unless_one("stride", conv.stride), unless_one("dilation", conv.dilation));
            let sizes = format!("{}, kernel = {}", conv.outputs, conv.kernel);
            let groups = unless_one("groups", conv.groups);
            format!("Conv1d({sizes}{stride}{padding}{dilation}{groups}{})", unless(conv.bias))
        }
        Piece::Attention { heads, causal, bias } => {
            let causal = if *causal { ", causal = true" } else { "" };
            format!("SelfAttention(heads = {heads}{causal}{})", unless(*bias))
        }
        Piece::Pool { largest: true, kernel } => format!("MaxPool1d({kernel})"),
        Piece::Pool { largest: false, kernel } => format!("AvgPool1d({kernel})"),
        Piece::Dense { outputs, bias } => format!("Dense({outputs}{})", unless(*bias)),
        Piece::LayerNorm => "LayerNorm".to_owned(),
        Piece::RmsNorm => "RmsNorm".to_owned(),
        Piece::Activation(activation) => written(*activation),
        Piece::Over(Over::Last) => "Last".to_owned(),
        Piece::Over(Over::Mean) => "MeanOverTime".to_owned(),
        Piece::Over(Over::Max) => "MaxOverTime".to_owned(),
        Piece::Flatten => "Flatten".to_owned(),
        Piece::Reshape(extents) => format!("Reshape({extents:?})"),
        Piece::Residual(pieces) => format!("Residual {}", block(pieces)),
        Piece::Branches(join, branches) => {
            let name = match join {
                Join::Add => "Add",
                Join::Multiply => "Multiply",
                Join::Concat => "Concat",
            };
            format!("{name} {{ {} }}", branches.iter().map(|branch| block(branch)).collect::<Vec<_>>().join(", "))
        }
    }
}
