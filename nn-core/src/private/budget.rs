//! The limits that a list sets for what its network weighs: `#[budget(parameters <= 62_000)]`.

use crate::network::{LayerInfo, Network};
use crate::private::Text;
use crate::stream::Stream;

/// What a limit is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The number of parameters.
    Count,
    /// The bytes of the parameters.
    Flash,
    /// The bytes that `forward` needs besides parameters, input and output.
    Ram,
    /// The multiply-adds of one sample.
    Macs,
    /// The bytes of stack of a call of `forward`.
    Stack,
    /// The bytes that a stream needs: its state, and what a step needs while it runs.
    StreamRam,
}

/// The layers of a message.
const SHOWN: usize = 3;

/// A limit that is an expression of the user's.
#[must_use]
pub const fn limit(most: usize) -> u64 {
    most as u64
}

/// Judges one limit. `written` is what stands in the list, where that is no number.
///
/// # Panics
///
/// At compile time, if the network weighs more: with the figure, the limit and the layers that weigh most.
#[track_caller]
pub const fn within_budget<N: Network<f32>>(figure: Figure, most: u64, written: &str) {
    let found = match figure {
        Figure::Count => N::PARAMETERS,
        Figure::Flash => N::PARAMETER_BYTES,
        Figure::Ram => N::FORWARD_BYTES,
        Figure::Macs => N::MACS,
        Figure::Stack => N::STACK_BYTES,
        Figure::StreamRam => 0,
    };
    if found as u64 > most {
        let mut text = Text::new();
        exceeded(&mut text, N::NAME, figure, found, most, written);
        heaviest(&mut text, N::LAYERS, figure, found);
        text.push("\nhelp: make the network smaller where it weighs most, or raise the limit");
        panic!("{}", text.as_str());
    }
}

/// The same for the memory of a stream.
///
/// # Panics
///
/// As [`within_budget`].
#[track_caller]
pub const fn within_budget_of_a_stream<N: Network<f32> + Stream<f32>>(most: u64, written: &str) {
    let found = N::STATE_BYTES + N::STEP_BYTES;
    if found as u64 > most {
        let mut text = Text::new();
        exceeded(&mut text, N::NAME, Figure::StreamRam, found, most, written);
        let (state, step) = (N::STATE_BYTES, N::STEP_BYTES);
        text.push("\nit remembers ")
            .count(state)
            .push(" bytes from one step to the next, and a step needs ")
            .count(step);
        text.push("\nhelp: make the layers smaller, or raise the limit");
        panic!("{}", text.as_str());
    }
}

/// What is too much, and what is allowed.
#[expect(clippy::cast_possible_truncation, reason = "a limit above `usize::MAX` is not exceeded")]
const fn exceeded(text: &mut Text, name: &str, figure: Figure, found: usize, most: u64, written: &str) {
    let [before, behind] = match figure {
        Figure::Count => ["has ", " parameters"],
        Figure::Flash => ["has parameters of ", " bytes"],
        Figure::Ram => ["needs ", " bytes of RAM for one sample"],
        Figure::Macs => ["takes ", " multiply-adds for one sample"],
        Figure::Stack => ["may use ", " bytes of stack in a call of `forward`"],
        Figure::StreamRam => ["needs ", " bytes of RAM as a stream"],
    };
    text.push("`").push(name).push("` ").push(before).count(found).push(behind);
    text.push(", but its budget allows ").count(most as usize);
    if !written.is_empty() {
        text.push(" (").push(written).push(")");
    }
}

/// The layers that weigh most, a line for each.
const fn heaviest(text: &mut Text, layers: &[LayerInfo], figure: Figure, total: usize) {
    let (mut shown, mut below) = (0, usize::MAX);
    while shown < SHOWN && below > 0 {
        let heaviest = heaviest_below(layers, figure, below);
        // Less than a hundredth explains nothing.
        if heaviest == 0 || heaviest < total / 100 {
            return;
        }
        let mut i = 0;
        while i < layers.len() && shown < SHOWN {
            if weight(&layers[i], figure) == heaviest {
                line(text, &layers[i], figure, heaviest, total);
                shown += 1;
            }
            i += 1;
        }
        below = heaviest;
    }
}

/// The largest weight of a layer that is less than `below`.
const fn heaviest_below(layers: &[LayerInfo], figure: Figure, below: usize) -> usize {
    let (mut most, mut i) = (0, 0);
    while i < layers.len() {
        let weight = weight(&layers[i], figure);
        if weight < below && weight > most {
            most = weight;
        }
        i += 1;
    }
    most
}

const fn weight(layer: &LayerInfo, figure: Figure) -> usize {
    match figure {
        Figure::Count => layer.parameters,
        Figure::Flash => layer.parameters * size_of::<f32>(),
        Figure::Macs => layer.macs,
        Figure::Ram | Figure::Stack | Figure::StreamRam => layer.values * size_of::<f32>(),
    }
}

/// `` `hidden` (`Dense(784 -> 512)`) has 401,920 of them, 98 %``
const fn line(text: &mut Text, layer: &LayerInfo, figure: Figure, weight: usize, total: usize) {
    text.push("\n`");
    if layer.name.is_empty() {
        text.push(layer.kind).push("`");
    } else {
        text.push(layer.name).push("` (`").push(layer.kind).push("`)");
    }
    match figure {
        Figure::Count | Figure::Flash => text.push(" has "),
        Figure::Macs => text.push(" takes "),
        // The room of one layer serves another one later: shares would not add up.
        Figure::Ram | Figure::Stack | Figure::StreamRam => {
            text.push(" hands on or needs ").count(weight).push(" bytes");
            return;
        }
    };
    text.count(weight).push(" of them, ").number(percent(weight, total)).push(" %");
}

/// How many hundredths of `total` a part of it is, rounded down.
const fn percent(part: usize, total: usize) -> usize {
    // Of large numbers the last digits say nothing, and a hundred times as much may be more than a `usize`.
    let (part, total) = if part > usize::MAX / 100 { (part / 100, total / 100) } else { (part, total) };
    part * 100 / total
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;
    use alloc::string::String;

    use super::*;

    const LAYERS: &[LayerInfo] =
        &[layer("a", 5, 70), layer("", 0, 0), layer("c", 900, 9), layer("d", 70, 70), layer("e", 25, 70)];

    const fn layer(name: &'static str, parameters: usize, values: usize) -> LayerInfo {
        LayerInfo { name, kind: "Dense(9)", output: &[], parameters, macs: 2, values }
    }

    fn heaviest_of(figure: Figure, total: usize) -> String {
        let mut text = Text::new();
        heaviest(&mut text, LAYERS, figure, total);
        text.as_str().to_owned()
    }

    #[test]
    fn the_heaviest_three_are_told_in_order() {
        let lines = "\n`c` (`Dense(9)`) has 900 of them, 90 %\n`d` (`Dense(9)`) has 70 of them, 7 %\n`e` (`Dense(9)`) has 25 of them, 2 %";
        assert_eq!(heaviest_of(Figure::Count, 1000), lines);
        let lines = ["a", "d", "e"].map(|name| format!("\n`{name}` (`Dense(9)`) hands on or needs 280 bytes"));
        assert_eq!(heaviest_of(Figure::Ram, 1000), lines.concat());
        assert_eq!(heaviest_of(Figure::Macs, 10).lines().nth(2), Some("`Dense(9)` takes 2 of them, 20 %"));
        assert_eq!(heaviest_of(Figure::Macs, 1000), "");
    }

    #[test]
    fn shares_of_any_number_are_counted() {
        assert_eq!([percent(1, 3), percent(9, 9), percent(0, 5)], [33, 100, 0]);
        assert_eq!(percent(usize::MAX / 2, usize::MAX), 50);
    }

    #[test]
    fn the_limit_is_told_as_it_is_written() {
        let mut text = Text::new();
        exceeded(&mut text, "Net", Figure::Flash, 1_234_567, 65_536, "64 KiB");
        assert_eq!(text.as_str(), "`Net` has parameters of 1,234,567 bytes, but its budget allows 65,536 (64 KiB)");
    }
}
