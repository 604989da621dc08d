//! Whether the time of a step depends on its values: a step on numbers that have become tiny, beside a step of the same network on ordinary
//! ones. Many processors take a hundred times as long for a product that is subnormal, or is made of a number that is.
//!
//! `cargo bench -p benches --bench values`

mod streams;
mod training;

use benches::{Contender, alternate, record};
use serde_json::json;

use streams::streams;
use training::{activations, losses, optimizers};

/// Turns of everybody at first, and when the worst state of a row is measured again.
const ROUNDS: [usize; 2] = [5, 41];
/// The largest ratio that is no matter of the values.
const LIMIT: f64 = 1.2;

/// All rows of a kind.
type Rows = fn() -> Vec<Row>;

/// What takes a step.
const KINDS: [(&str, Rows); 4] =
    [("loss", losses), ("activation", activations), ("optimizer", optimizers), ("stream", streams)];

/// One row: a step on ordinary numbers, and the same in other states.
pub(crate) struct Row {
    what: String,
    ordinary: Contender<'static>,
    states: Vec<(String, Contender<'static>)>,
}

/// Times all states of a row beside the ordinary step, the worst once more, and says how it compares.
fn worst(row: &mut Row) -> (f64, String) {
    let Row { what, ordinary, states } = row;
    let mut compare = |state: &mut Contender<'static>, rounds| {
        let times = alternate(&mut [&mut *ordinary, state], rounds);
        times[1] / times[0]
    };
    let mut ratios: Vec<(f64, usize)> = Vec::new();
    for (place, (name, state)) in states.iter_mut().enumerate() {
        let ratio = compare(state, ROUNDS[0]);
        if ratio > LIMIT {
            println!("  {what}, {name}: {ratio:.2}");
        }
        ratios.push((ratio, place));
    }
    ratios.sort_by(|a, b| b.0.total_cmp(&a.0));
    // A moment of the machine's is not the worst state: the first few get another chance.
    let again = ratios.iter().take(3).map(|&(_, place)| (compare(&mut states[place].1, ROUNDS[1]), place));
    let (ratio, place) = again.max_by(|a, b| a.0.total_cmp(&b.0)).expect("a state");
    (ratio, states[place].0.clone())
}

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let mut results = Vec::new();
    for (kind, rows) in KINDS {
        for mut row in rows() {
            if row.what.contains(&wanted) || kind == wanted {
                let states = row.states.len();
                let (ratio, state) = worst(&mut row);
                println!("{kind} {}: {ratio:.2}, {state}", row.what);
                results.push((ratio, kind, row.what, state, states));
            }
        }
    }
    results.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("\n{:>6}  worst state of each", "ratio");
    for (ratio, kind, what, state, states) in results {
        println!("{ratio:>6.2}  {kind} {what}: {state}");
        record("values", &json!({ "kind": kind, "what": what, "ratio": ratio, "state": state, "states": states }));
    }
}
