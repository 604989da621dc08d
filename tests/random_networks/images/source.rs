//! Networks over images as source text.

use std::fmt::Write as _;

use super::{Join, Padding, Piece, Spec, Window, through};
use crate::random_networks::source::written;

/// The file that declares `specs`.
pub(crate) fn file(seed: u64, specs: &[Spec]) -> String {
    let mut text = format!(
        "//! {} networks drawn from seed {seed} by `images/generator.rs`. Not to be edited by hand.\n\n\
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

/// A setting of rows and columns: a number where both are the same.
fn pair([rows, columns]: [usize; 2]) -> String {
    if rows == columns { rows.to_string() } else { format!("[{rows}, {columns}]") }
}

/// `, key = value` unless that is what it is by itself.
fn unless(usual: [usize; 2], key: &str, value: [usize; 2]) -> String {
    if value == usual { String::new() } else { format!(", {key} = {}", pair(value)) }
}

fn settings(window: &Window, stride: [usize; 2]) -> String {
    let padding = match window.padding {
        Padding::Both(padding) => unless([0, 0], "padding", padding),
        Padding::Same => ", padding = same".to_owned(),
    };
    unless(stride, "stride", window.stride) + &padding + &unless([1, 1], "dilation", window.dilation)
}

fn convolution(window: &Window, groups: usize, bias: bool) -> String {
    let bias = if bias { "" } else { ", bias = false" };
    let groups = if groups == 1 { String::new() } else { format!(", groups = {groups}") };
    format!("kernel = {}{}{groups}{bias}", pair(window.kernel), settings(window, [1, 1]))
}

fn layer(piece: &Piece) -> String {
    match piece {
        Piece::Conv { outputs, window, groups, bias } => {
            format!("Conv2d({outputs}, {})", convolution(window, *groups, *bias))
        }
        Piece::Transposed { outputs, window, behind, groups, bias } => {
            let behind = unless([0, 0], "output_padding", *behind);
            format!("ConvTranspose2d({outputs}, {}{behind})", convolution(window, *groups, *bias))
        }
        Piece::MaxPool(window) => format!("MaxPool2d({}{})", pair(window.kernel), settings(window, window.kernel)),
        Piece::AvgPool { window, count_padding } => {
            let count = if *count_padding { "" } else { ", count_padding = false" };
            format!("AvgPool2d({}{}{count})", pair(window.kernel), settings(window, window.kernel))
        }
        Piece::AdaptiveAvgPool(size) => format!("AdaptiveAvgPool2d({})", pair(*size)),
        Piece::GlobalAvgPool => "GlobalAvgPool2d".to_owned(),
        Piece::GlobalMaxPool => "GlobalMaxPool2d".to_owned(),
        Piece::Upsample(factor) => format!("Upsample({})", pair(*factor)),
        Piece::ZeroPad(padding) => format!("ZeroPad2d({})", pair(*padding)),
        Piece::LayerNorm => "LayerNorm".to_owned(),
        Piece::GroupNorm(groups) => format!("GroupNorm({groups})"),
        Piece::ResponseNorm(size) => format!("LocalResponseNorm({size}, alpha = 0.5)"),
        Piece::Activation(activation) => written(*activation),
        Piece::Flatten => "Flatten".to_owned(),
        Piece::Reshape(extents) => format!("Reshape({extents:?})"),
        Piece::Dense(outputs) => format!("Dense({outputs})"),
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
