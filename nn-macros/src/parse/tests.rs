use crate::ast::{Argument, Item};
use crate::errors::Errors;

use super::*;

/// Reads a list with the library's path before it.
fn read(list: &str) -> (Vec<Item>, Errors) {
    let source = format!("[lib] struct Net {{ {list} }}");
    let mut errors = Errors::default();
    let network = parse(source.parse().expect("tokens"), &mut errors);
    (network.expect("a struct").items, errors)
}

/// The mistakes in a list: where, and the first line of what.
fn mistakes(list: &str) -> Vec<(String, String)> {
    let (_, errors) = read(list);
    let texts = errors.texts().into_iter().map(|text| text.lines().next().unwrap_or_default().to_owned());
    errors.places().into_iter().zip(texts).collect()
}

#[test]
fn a_list_is_read_as_it_stands() {
    let (items, errors) =
        read("input: [1, 2 * N], fc: Dense(A -> 3, bias = false), my::Gain<16, 3>, Repeat(2) { Relu },");
    assert!(errors.is_empty());
    let [Item::Shape(input), Item::Layer(fc), Item::Layer(gain), Item::Layer(repeat)] = items.as_slice() else {
        panic!("four entries");
    };
    assert_eq!((input.keyword.to_string(), input.dims.len()), ("input".to_owned(), 2));
    assert_eq!(fc.name.as_ref().map(ToString::to_string).as_deref(), Some("fc"));
    let arguments = &fc.arguments.as_ref().expect("arguments").list;
    assert!(matches!(arguments.as_slice(), [Argument::Map { .. }, Argument::Setting { key, .. }] if key == "bias"));
    assert_eq!(show_path(&gain.kind), "my::Gain<16, 3>");
    assert_eq!(gain.plain_name(), None);
    assert_eq!(repeat.block.as_ref().map(|block| block.items.len()), Some(1));
}

#[test]
fn a_mistake_does_not_hide_the_next_one() {
    let found = mistakes("input: 4, fc: Dense(8) Relu, 128, b = Dense(3, bias: false);");
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["4", "Relu", "128", "=", ":", ";"]);
}

#[test]
fn a_mistake_stands_on_the_tokens_to_edit() {
    for (list, place, text) in [
        ("Dense(4 => 3)", "=>", "inputs and outputs are joined by `->`"),
        ("Dense(3 4)", "3 4", "cannot read `3 4` as a size"),
        ("Dense(-> 4)", "->", "there is no number of inputs beside `->`"),
        ("Dense[4]", "[4]", "the arguments of `Dense` stand in parentheses"),
        ("[4]", "[4]", "`[4]` is a shape without a name"),
        ("type: Relu", "type", "`type` is a keyword of Rust and cannot name a layer"),
        ("fc:", "fc", "there is no layer behind `fc:`"),
        ("Gain<4 3>", "Gain<4 3>", "cannot read the generic arguments of `Gain`"),
        ("input: Dense(3)", "input", "`input` is the shape of the network's input, not a layer"),
    ] {
        assert_eq!(mistakes(list), [(place.to_owned(), text.to_owned())], "{list}");
    }
}

#[test]
fn tokens_are_shown_as_one_would_write_them() {
    for text in ["2 * N", "Gain<16, 3>", "my::Gain<T>", "f(a, b)", "Dense(3 -> 4)", "[1, 28, 28]"] {
        assert_eq!(show(&text.parse().expect("tokens")), text);
    }
}
