//! Unknown layers, their arguments, settings and attributes.

use super::{help, list, words};
use crate::catalog::{BLOCKS, Block, Entry, FLATTEN, Range, Setting, Sizes, Takes, Value};

pub(crate) fn unknown_meant(name: &str, meant: &str) -> String {
    help(
        &format!("unknown layer `{name}`"),
        &format!("did you mean `{meant}`? a type of your own is written with its path: `self::{name}`"),
    )
}

pub(crate) fn unknown_elsewhere(name: &str) -> String {
    help(
        &format!("there is no built-in layer `{name}`"),
        &format!("a type of your own that implements `Layer` is written with its path: `self::{name}`"),
    )
}

/// `near` are the built-in layers whose names are most like it.
pub(crate) fn unknown_with_arguments(name: &str, inside: &str, near: &[&str]) -> String {
    let generic = if inside.is_empty() { name.to_owned() } else { format!("{name}<{inside}>") };
    help(
        &format!("there is no built-in layer `{name}`, and a type of your own takes no parentheses"),
        &format!(
            "write `{generic}` for a type of your own; the built-in names nearest to it are {}",
            list(near, "and")
        ),
    )
}

pub(crate) fn inside_itself(name: &str) -> String {
    help(&format!("`{name}` cannot be a layer of itself"), "name another network, or a layer")
}

pub(crate) fn custom_arguments(name: &str, generic: &str) -> String {
    help(
        &format!("`{name}` is a type of your own, which takes no parentheses"),
        &format!("its sizes are generic arguments: `{generic}`"),
    )
}

pub(crate) fn built_in_constructor(name: &str) -> String {
    help("a layer list names layers and does not call functions", &format!("write `{name}(..)`"))
}

pub(crate) fn built_in_generics(name: &str, right: &str) -> String {
    help(&format!("the sizes of the built-in layer `{name}` stand in parentheses"), &format!("write `{right}`"))
}

pub(crate) fn scalar_written(name: &str, scalar: &str, right: &str) -> String {
    help(&format!("`{name}` gets its scalar from the network, so `{scalar}` is left out"), &format!("write `{right}`"))
}

pub(crate) fn derived_default() -> String {
    help("networks bring their own `Default`: all parameters are 0", "leave `Default` out of the list")
}

pub(crate) fn block_of_no_block(kind: &str) -> String {
    let blocks: Vec<String> = BLOCKS.iter().map(Block::form).collect();
    let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
    help(&format!("`{kind}` contains no layers"), &format!("braces belong to {}", list(&blocks, "and")))
}

pub(crate) fn no_block(block: &Block) -> String {
    help(&format!("`{}` has no block", block.name), &format!("write `{}`", block.example()))
}

pub(crate) fn block_arguments(block: &Block) -> String {
    help(&format!("`{}` takes no arguments", block.name), &format!("write `{}`", block.form()))
}

pub(crate) fn repeat_count(block: &Block) -> String {
    let Block { name, written, .. } = block;
    help(&format!("`{name}` takes one number: how often"), &format!("write `{written} {{ .. }}`"))
}

pub(crate) fn repeat_literal(block: &Block, found: &str) -> String {
    let Block { name, written, .. } = block;
    help(
        &format!("`{name}` is unrolled before constants have values, so it cannot repeat `{found}` times"),
        &format!("write the number itself: `{written} {{ .. }}`"),
    )
}

pub(crate) fn repeat_zero(block: &str) -> String {
    help(&format!("`{block}` cannot repeat 0 times"), "write 1 or more, or remove the block")
}

/// `around` is how often the blocks around repeat this one.
pub(crate) fn repeat_large(block: &str, most: u64, around: u64) -> String {
    let nested = match around {
        1 => String::new(),
        _ => format!(" in all, and the blocks around this one repeat it {around} times"),
    };
    help(&format!("`{block}` repeats at most {most} times{nested}"), "every round is a layer of its own in the struct")
}

pub(crate) fn repeat_name(block: &str, name: &str) -> String {
    help(
        &format!("`{block}` has no field, so it cannot be called `{name}`"),
        "name the layers in it: `fc` becomes `fc_1`, `fc_2`, ..",
    )
}

pub(crate) fn repeat_attribute(block: &str) -> String {
    help(&format!("`{block}` takes no attributes"), "put them on the layers in it")
}

/// `setting` is the layer's own, if it has one: in other systems it is written without its name.
pub(crate) fn takes_no_size(entry: &Entry, setting: Option<&str>, written: &str) -> String {
    let kind = entry.name;
    let keeps = entry.takes.rank().is_none() && kind != FLATTEN || setting.is_some();
    let why = if keeps { "it keeps the shape of" } else { "what it makes follows from" };
    let text = format!("`{kind}` takes no size: {why} the layer before it");
    let fix = match setting {
        Some(setting) => format!("write `{kind}`, or `{kind}({setting} = {written})` for its setting"),
        None => format!("write `{kind}`"),
    };
    help(&text, &fix)
}

/// `layer` is the layer as it is right, `activation` the one that was meant, if it is known.
pub(crate) fn activation_inside(layer: &str, activation: Option<&str>) -> String {
    let activation = activation.unwrap_or("Relu");
    help("an activation is a layer of its own", &format!("write it behind the layer: `{layer}, {activation}`"))
}

pub(crate) fn size_with_name(right: &str) -> String {
    help("sizes are written without a name", &format!("write `{right}`"))
}

pub(crate) fn size_missing(entry: &Entry) -> String {
    if entry.sizes == Sizes::Table {
        return words::no_numbers(entry.name);
    }
    let (kind, [short, long]) = (entry.name, sizes(entry));
    help(&format!("`{kind}` needs its number of outputs"), &format!("write `{kind}({short})` or `{kind}({long})`"))
}

/// The sizes of a layer, for example: its outputs alone, and with its inputs.
fn sizes(entry: &Entry) -> [&'static str; 2] {
    match entry.takes {
        Takes::Image => ["6, kernel = 5", "1 -> 6, kernel = 5"],
        Takes::Sequence if entry.has("kernel") => ["32, kernel = 3", "8 -> 32, kernel = 3"],
        Takes::Sequence => ["32", "8 -> 32"],
        Takes::Any | Takes::Vector | Takes::VectorOrImage | Takes::Channels => ["128", "784 -> 128"],
    }
}

pub(crate) fn two_sizes(entry: &Entry, from: &str, to: &str) -> String {
    let kind = entry.name;
    if entry.sizes == Sizes::Table {
        return words::no_pair(kind, from, to);
    }
    help("inputs and outputs are joined by `->`, not by `,`", &format!("write `{kind}({from} -> {to})`"))
}

pub(crate) fn many_sizes(entry: &Entry) -> String {
    if entry.sizes == Sizes::Table {
        return words::many_numbers(entry.name);
    }
    let (kind, [short, long]) = (entry.name, sizes(entry));
    help(
        &format!("`{kind}` takes one size, or one pair of them"),
        &format!("write `{kind}({short})` or `{kind}({long})`"),
    )
}

pub(crate) fn size_behind_setting(entry: &Entry) -> String {
    let [short, _] = sizes(entry);
    let first = short.split(',').next().unwrap_or_default();
    help("the size stands before the settings", &format!("write it first: `{}({first}, ..)`", entry.name))
}

pub(crate) fn unknown_setting(kind: &str, key: &str, known: &[&str], nearest: Option<&str>) -> String {
    let fix = match (known, nearest) {
        (_, Some(nearest)) => format!("did you mean `{nearest}`?"),
        ([], None) => "remove it".to_owned(),
        (known, None) => format!("it takes {}", list(known, "and")),
    };
    help(&format!("`{kind}` has no setting `{key}`"), &fix)
}

pub(crate) fn setting_twice(key: &str) -> String {
    help(&format!("`{key}` is set twice"), "remove one of the two")
}

pub(crate) fn setting_switch(key: &str) -> String {
    help(&format!("`{key}` is `true` or `false`"), &format!("write `{key} = false`"))
}

pub(crate) fn setting_number(key: &str, example: f64) -> String {
    help(&format!("`{key}` is a finite number, written without a suffix"), &format!("write `{key} = {example:?}`"))
}

pub(crate) fn setting_range(kind: &str, setting: &Setting, range: Range, found: &str) -> String {
    let (permitted, not) = match range {
        Range::Positive => ("is above 0", "is not"),
        Range::NotNegative => ("is not below 0", "is"),
        Range::Fraction => ("lies between 0 and 1", "does not"),
        Range::BelowOne => ("lies between 0 and 1, below 1", "does not"),
    };
    let text = format!("`{}` of `{kind}` {permitted}, and `{found}` {not}", setting.key);
    match setting.value {
        Value::Within(default, _) => help(&text, &format!("write `{} = {default:?}`, for example", setting.key)),
        _ => text,
    }
}

pub(crate) fn setting_word(key: &str, words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    help(&format!("`{key}` is {}", list(&quoted, "or")), &format!("write `{key} = {}`", quoted[0]))
}

pub(crate) fn cfg_on_layer() -> String {
    help(
        "a layer cannot be left out by `#[cfg]`: the sizes around it would not fit",
        "put `#[cfg(..)]` on the struct, and write two networks",
    )
}

pub(crate) fn attribute_without_field(attribute: &str, layer: &str) -> String {
    help(&format!("`{layer}` has no parameters, so `#[{attribute}]` has no effect"), "remove the attribute")
}

pub(crate) fn attribute_meant(found: &str, meant: &str) -> String {
    help(&format!("unknown attribute `#[{found}]`"), &format!("did you mean `#[{meant}]`?"))
}

pub(crate) fn attribute_of_a_layer(attribute: &str) -> String {
    help(
        &format!("`#[{attribute}]` is an attribute of a layer, not of the struct"),
        "write it between the braces, before the layer that it is about",
    )
}

pub(crate) fn attribute_of_the_struct(attribute: &str) -> String {
    help(&format!("`#[{attribute}]` is an attribute of the struct, not of a layer"), "write it before `struct`")
}

pub(crate) fn attribute_on_shape(keyword: &str) -> String {
    help(&format!("`{keyword}` takes no attributes"), "put them on the struct or on a layer")
}

pub(crate) fn init_form(names: &[&str]) -> String {
    help("`#[init]` names one way to initialise", &format!("write `#[init({})]`, for example", names[0]))
}

pub(crate) fn init_unknown(found: &str, names: &[&str], nearest: Option<&str>) -> String {
    let fix = match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("there are {}", list(names, "and")),
    };
    help(&format!("unknown initialisation `{found}`"), &fix)
}

pub(crate) fn init_value(name: &str, example: f64) -> String {
    help(&format!("`{name}` needs its value"), &format!("write `#[init({name}({example:?}))]`"))
}

pub(crate) fn init_no_value(name: &str) -> String {
    help(&format!("`{name}` takes no value"), &format!("write `#[init({name})]`"))
}

pub(crate) fn init_number(name: &str, example: f64) -> String {
    help(
        &format!("`{name}` takes one finite number, written without a suffix"),
        &format!("write `#[init({name}({example:?}))]`"),
    )
}

pub(crate) fn init_auto_of_a_type(layer: &str) -> String {
    help(
        &format!("`auto` looks at what is behind one built-in layer, and `{layer}` is none"),
        "name a scheme, `#[init(he_normal)]`, or write `#[init(auto)]` on the layers in it",
    )
}

pub(crate) fn init_auto_before_a_type(layer: &str, next: &str) -> String {
    help(
        &format!("`auto` cannot choose for `{layer}`: what `{next}` behind it does to values is not known here"),
        "name a scheme: `#[init(he_normal)]` before a rectifier, `#[init(xavier_normal)]` before anything else",
    )
}

pub(crate) fn init_twice() -> String {
    help("a layer is initialised once", "remove one `#[init(..)]`")
}

pub(crate) fn frozen_form() -> String {
    help(
        "`#[frozen]` takes no arguments: all of a layer is frozen",
        "write `#[frozen]`, or freeze one tensor by its name when training: `trainer.freeze(\"fc1.bias\")`",
    )
}

pub(crate) fn frozen_twice() -> String {
    help("a layer is frozen once", "remove one `#[frozen]`")
}

pub(crate) fn name_form() -> String {
    help("`#[name]` is the name of tensors, without spaces", "write `#[name(\"0\")]`, for example")
}

pub(crate) fn name_twice() -> String {
    help("tensors have one name", "remove one `#[name(..)]`")
}

pub(crate) fn name_in_rounds() -> String {
    help(
        "every round of a repeated block would have tensors of the same name",
        "name the layers `fc: ..`, which become `fc_1`, `fc_2`, .., or write the rounds out",
    )
}

pub(crate) fn name_taken(layer: &str, first: &str, part: &str) -> String {
    help(
        &format!("the tensors of `{layer}` and of `{first}` would both be called `{part}`"),
        "give one of the two another `#[name(..)]`",
    )
}

pub(crate) fn repr() -> String {
    help("`network!` lays the struct out itself, as one run of scalars", "remove `#[repr(..)]`")
}
