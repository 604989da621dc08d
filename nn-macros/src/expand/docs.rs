//! Documentation: the table of layers on the struct.

use proc_macro2::TokenStream;
use quote::quote;

use crate::catalog::leaves_out;
use crate::model::{Kind, Layer, Model};

/// ```text
/// /// | layer | output | parameters | multiply-adds |
/// /// |---|---|--:|--:|
/// /// | `hidden`: `Dense(784 -> 128)` | `[128]` | 100,480 | 100,352 |
/// /// | **in all** | `[10]` | 101,770 | 101,632 |
/// ```
pub(super) fn expand_table(model: &Model) -> TokenStream {
    let mut lines = Vec::new();
    if model.attrs.iter().any(|attr| attr.path().is_ident("doc")) {
        lines.push(String::new());
    }
    lines.push("| layer | output | parameters | multiply-adds |".to_owned());
    lines.push("|---|---|--:|--:|".to_owned());
    let input = model.input.show().map_or_else(String::new, |shape| format!("`{shape}`"));
    lines.push(format!("| input | {input} | | |"));
    lines.extend(model.layers.iter().map(row));
    lines.push(format!("| **in all** | | {} | {} |", count(model.parameters()), count(model.macs())));
    lines.extend(left_out(model));
    lines.iter().map(|line| expand_line(line)).collect()
}

/// What windows leave out, below the table.
///
/// ```text
/// /// A window that does not fit is left out: `MaxPool2d(2)` makes `[6, 12, 12]` of `[6, 25, 25]`.
/// ```
fn left_out(model: &Model) -> Vec<String> {
    let layers = model.layers.iter().filter_map(|layer| {
        let Kind::BuiltIn(built_in) = &layer.kind else { return None };
        let name = if layer.named { &layer.name } else { &layer.written };
        let (input, output) = (layer.input.show()?, layer.output.show()?);
        leaves_out(built_in.entry, &layer.given(built_in)).then(|| format!("`{name}` makes `{output}` of `{input}`"))
    });
    let layers: Vec<String> = layers.collect();
    if layers.is_empty() {
        return Vec::new();
    }
    vec![String::new(), format!("A window that does not fit is left out: {}.", layers.join(", "))]
}

fn row(layer: &Layer) -> String {
    let name = if layer.named || layer.field.is_some() { format!("`{}`: ", layer.name) } else { String::new() };
    let output = layer.output.show().map_or_else(String::new, |shape| format!("`{shape}`"));
    let (parameters, macs) = match layer.parameters() {
        Some(0) => (String::new(), String::new()),
        parameters => (count(parameters), count(layer.macs())),
    };
    format!("| {name}`{}` | {output} | {parameters} | {macs} |", layer.written.replace('|', "\\|"))
}

/// `100,480`, or a dash for what only rustc knows.
fn count(number: Option<u64>) -> String {
    let Some(number) = number else { return "—".to_owned() };
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One line of documentation.
pub(super) fn expand_line(line: &str) -> TokenStream {
    let line = if line.is_empty() { String::new() } else { format!(" {line}") };
    quote!(#[doc = #line])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(Some(7)), "7");
        assert_eq!(count(Some(62_006)), "62,006");
        assert_eq!(count(Some(1_234_567)), "1,234,567");
        assert_eq!(count(None), "—");
    }
}
