//! Images, the windows that are put over them, and the settings that are whole numbers.

use super::shapes::Before;
use super::{help, words};
use crate::catalog::{Entry, Extent, Fault, Many, Whole};

/// The mistake where a condition on the sizes of a layer does not hold. `numbers` are those of the requirement,
/// `origin` is who made the image, and `way` leads to it.
pub(crate) fn fault(layer: &str, fault: Fault, numbers: &[String], origin: &str, way: Option<&str>) -> String {
    let number = |i: usize| numbers.get(i).map_or("..", String::as_str);
    match fault {
        Fault::Kernel { of, dilated, padded } => kernel(layer, of, (dilated, padded), numbers, way),
        Fault::Padding(of) => help(
            &format!(
                "`padding` of `{layer}` is {} {}, but its kernel of {} permits {} at most",
                number(0),
                of.word(),
                number(1),
                number(2)
            ),
            "the padding of a pool is at most half of its kernel: other windows would hold nothing but padding",
        ),
        Fault::GroupsOfChannels => help(
            &format!("`{layer}` has {} groups, which do not divide its {} channels", number(0), number(1)),
            &format!("write a number that divides {}", number(1)),
        ),
        Fault::HeadsOfFeatures => help(
            &format!("`{layer}` has {} heads, which do not divide its {} features", number(0), number(1)),
            &format!("write a number that divides {}", number(1)),
        ),
        Fault::GroupsOfInputs { of } => groups(layer, number(0), &format!("the {} {of} that it takes", number(1)), of),
        Fault::GroupsOfOutputs { of } => groups(layer, number(0), &format!("its {} outputs", number(1)), of),
        Fault::NothingLeft(of) => help(
            &format!(
                "`padding` of `{layer}` is {} on both sides, but there are only {} {}",
                number(0),
                number(1),
                of.word()
            ),
            "the padding of a transposed convolution is what is left out of its output",
        ),
        Fault::OutputPadding => help(
            &format!("`output_padding` of `{layer}` is {}, but it must be less than {}", number(0), number(1)),
            "what is added behind is less than `stride` or `dilation`, whichever is more",
        ),
        Fault::Words => words::many_words(layer, number(0)),
        Fault::Reshape { is_image } => {
            let before = Before { origin, what: number(1) };
            let shape = if is_image { "an image" } else { "a sequence" };
            let text = format!("`{layer}` makes {shape} of {} values, but {}", number(0), before.clause());
            let text = way.map_or_else(|| text.clone(), |way| format!("{text}\n{way}"));
            help(&text, "the product of the extents is the number of values")
        }
        Fault::Same(of) => help(
            &format!("`padding = same` keeps {}, and a stride of {} does not", kept(of), number(0)),
            &format!("write the padding as a number, `padding = {}`, or leave out `stride`", number(1)),
        ),
        Fault::CausalPadding => help(
            &format!("`{layer}` is causal, so its zeros stand before the first step, and it takes no `padding`"),
            "leave `padding` out, or `causal`",
        ),
        Fault::CausalStride => help(
            &format!("`{layer}` is causal, so it answers every step, and it takes no stride of {}", number(0)),
            "leave `stride` out, or `causal`",
        ),
    }
}

fn kernel(layer: &str, of: Extent, (dilated, padded): (bool, bool), numbers: &[String], way: Option<&str>) -> String {
    let number = |i: usize| numbers.get(i).map_or("..", String::as_str);
    let covers = if dilated { format!(", which cover {} with their dilation,", number(1)) } else { String::new() };
    let included = if padded { ", padding included" } else { "" };
    let comma = if covers.is_empty() { "," } else { "" };
    let text = format!(
        "the kernel of `{layer}` has {} {}{covers}{comma} but its {} has {}{included}",
        number(0),
        of.word(),
        of.owner(),
        number(2)
    );
    let text = way.map_or_else(|| text.clone(), |way| format!("{text}\n{way}"));
    let smaller = if dilated { "a smaller kernel or dilation" } else { "a smaller kernel" };
    help(&text, &format!("write {smaller}, or {} `padding`", if padded { "more" } else { "add" }))
}

/// What `padding = same` keeps.
fn kept(of: Extent) -> &'static str {
    match of {
        Extent::Rows | Extent::Columns => "the extents of an image",
        Extent::Steps => "the steps of a sequence",
    }
}

fn groups(layer: &str, groups: &str, undivided: &str, of: &str) -> String {
    help(
        &format!("`{layer}` has {groups} groups, which do not divide {undivided}"),
        &format!("`groups` divides the {of} that go in and those that come out"),
    )
}

/// Another shape came: `found`, if its extents are known. `other` is the layer of the same kind that takes a sequence, if that came.
pub(crate) fn needs_image(layer: &str, before: &Before<'_>, found: Option<&[u64]>, other: Option<&str>) -> String {
    let other = other.map_or_else(String::new, |other| format!("write `{other}` for a sequence, or "));
    let fix = format!("{other}{}", needs_image_help(layer, before.origin, found));
    help(&format!("`{layer}` takes an image, but {}", before.clause()), &fix)
}

fn needs_image_help(layer: &str, origin: &str, found: Option<&[u64]>) -> String {
    let shape = match found {
        Some([values]) => square(*values),
        Some([steps, features]) => Some(format!("[1, {steps}, {features}]")),
        _ => None,
    };
    let shape = shape.unwrap_or_else(|| "[channels, height, width]".to_owned());
    if origin == "input" {
        format!("give the input three extents: `input: {shape}`")
    } else {
        format!("write `Reshape({shape})` before `{layer}`")
    }
}

/// The likely image of so many values: square, in grey or in three colours.
fn square(values: u64) -> Option<String> {
    [1, 3].into_iter().find_map(|channels| {
        let side = (values / channels).isqrt();
        (side > 1 && channels * side * side == values).then(|| format!("[{channels}, {side}, {side}]"))
    })
}

/// What a layer has to write first, or as a setting, and has not.
///
/// `written` is the layer with it, unless it stands first there.
pub(crate) fn setting_missing(entry: &Entry, key: &str, example: u64, many: Many, written: Option<&str>) -> String {
    let name = entry.name;
    let right = match (written, many) {
        (Some(written), _) => written.to_owned(),
        (None, Many::Shape) => format!("{name}([channels, height, width])"),
        (None, _) => format!("{name}({example})"),
    };
    help(&format!("`{name}` needs its {key}"), &format!("write `{right}`"))
}

/// `count` numbers in brackets, where a setting has another number of them.
pub(crate) fn pair(key: &str, many: Many, count: usize) -> String {
    match many {
        Many::Shape => help(
            &format!("`{key}` is the extents of a sequence or of an image, and here {}", are(count)),
            match count {
                1 => "write `Flatten` for a vector, `[steps, features]` or `[channels, height, width]`",
                _ => "write `[steps, features]` or `[channels, height, width]`",
            },
        ),
        Many::One => help(&format!("`{key}` is one number"), "write it without brackets"),
        Many::Two => help(
            &format!("`{key}` is one number or a pair of them, and here {}", are(count)),
            "write `3` for rows and columns, or `[3, 5]` for 3 rows and 5 columns",
        ),
    }
}

fn are(count: usize) -> String {
    match count {
        0 => "is none".to_owned(),
        1 => "is one in brackets".to_owned(),
        count => format!("are {count}"),
    }
}

/// A tuple.
pub(crate) fn tuple(key: &str, inside: &str) -> String {
    help(&format!("a pair for `{key}` stands in brackets"), &format!("write `[{inside}]`"))
}

/// A word or a string where numbers are wanted.
pub(crate) fn word(entry: &Entry, key: &str, whole: &Whole, found: &str) -> String {
    let word = found.trim_matches('"').to_lowercase();
    let text = match (whole.same, word.as_str(), whole.many) {
        (true, _, Many::One) => format!("`{key}` is a number, or the word `same`"),
        (true, ..) => format!("`{key}` is a number, a pair of numbers, or the word `same`"),
        (false, "same", _) => format!("`{key}` of `{}` is a number: only convolutions know `same`", entry.name),
        (false, _, Many::One) => format!("`{key}` of `{}` is a number", entry.name),
        (false, ..) => format!("`{key}` of `{}` is a number or a pair of numbers", entry.name),
    };
    let fix = match word.as_str() {
        "causal" if entry.has("causal") => "write `causal = true` in its place".to_owned(),
        "same" if whole.same => format!("write `{key} = same`"),
        "valid" => format!("leave `{key}` out, or write `{key} = 0`"),
        _ => format!("write `{key} = 1`, for example"),
    };
    help(&text, &fix)
}

/// A setting that another system calls otherwise. `first` is what to write if ours stands first and has no name.
pub(crate) fn setting_elsewhere(entry: &Entry, found: &str, ours: &str, first: Option<&str>) -> String {
    let fix = match first {
        Some(value) => format!("its {ours} stands first: `{}({value})`", entry.name),
        None => format!("did you mean `{ours}`?"),
    };
    help(&format!("`{}` has no setting `{found}`", entry.name), &fix)
}

/// Numbers without a name behind the first, as PyTorch and Keras have them.
pub(crate) fn numbers_without_name(right: &str) -> String {
    help("settings are written with their names", &format!("write `{right}`"))
}

pub(crate) fn channels_of_a_pool(entry: &Entry, key: &str) -> String {
    help(
        &format!("`{}` keeps the number of channels", entry.name),
        &format!("write its {key} alone: `{}(2)`", entry.name),
    )
}

pub(crate) fn output_too_large(layer: &str, shape: &str) -> String {
    super::shapes::too_large(&format!("the output {shape} of `{layer}`"))
}
