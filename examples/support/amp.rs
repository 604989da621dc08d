//! An amplifier as programs for guitars keep it: a layer of LSTM on one value a step, and a sum of its units that is heard.
//! [`nam`](super::nam) and [`rtneural`](super::rtneural) read and write it as files.

use std::error::Error;
use std::fs;
use std::path::Path;

use nalgebra::{SMatrix, SVector};
use serde_json::Value;
use static_nn::layers::{Dense, Lstm};

/// What there is in a file, whole and finite. `GATES` is four times `HIDDEN`; the gates of all units lie in PyTorch's order, `i f g o`.
#[derive(Clone, Debug, PartialEq)]
pub struct Amp<const HIDDEN: usize, const GATES: usize> {
    pub weight_ih: SMatrix<f32, GATES, 1>,
    pub weight_hh: SMatrix<f32, GATES, HIDDEN>,
    /// The sum of both biases.
    pub bias: SVector<f32, GATES>,
    /// What the units give before the first step.
    pub hidden: [f32; HIDDEN],
    /// What they remember then.
    pub cell: [f32; HIDDEN],
    pub head_weight: SMatrix<f32, 1, HIDDEN>,
    pub head_bias: f32,
    /// Samples a second, where the file tells it.
    pub sample_rate: Option<f64>,
}

impl<const HIDDEN: usize, const GATES: usize> Amp<HIDDEN, GATES> {
    /// What a network has learned, which begins with nothing in its memory.
    pub fn of<X, Y>(lstm: &Lstm<f32, 1, HIDDEN, GATES, X, Y>, head: &Dense<f32, HIDDEN, 1>) -> Self {
        Self {
            weight_ih: lstm.weight_ih,
            weight_hh: lstm.weight_hh,
            bias: lstm.bias_ih + lstm.bias_hh,
            hidden: [0.0; HIDDEN],
            cell: [0.0; HIDDEN],
            head_weight: head.weight,
            head_bias: head.bias[0],
            sample_rate: None,
        }
    }

    /// Makes both layers of a network those of the file; `hidden` and `cell` belong into its state.
    pub fn put<X, Y>(&self, lstm: &mut Lstm<f32, 1, HIDDEN, GATES, X, Y>, head: &mut Dense<f32, HIDDEN, 1>) {
        lstm.weight_ih = self.weight_ih;
        lstm.weight_hh = self.weight_hh;
        lstm.bias_ih = self.bias;
        lstm.bias_hh.fill(0.0);
        head.weight = self.head_weight;
        head.bias[0] = self.head_bias;
    }

    /// Whether a file's LSTM is as large as that of the network.
    pub fn check_size(units: u64, inputs: u64, layers: u64) -> Result<(), String> {
        if layers != 1 {
            return Err(format!("the file has {layers} recurrent layers, the network 1"));
        }
        if inputs != 1 {
            return Err(format!("the file's LSTM takes {inputs} inputs, that of the network 1"));
        }
        if units != HIDDEN as u64 {
            return Err(format!(
                "the file's LSTM has {units} units, that of the network {HIDDEN}: it fits where `Lstm({units})` is declared"
            ));
        }
        Ok(())
    }
}

/// Reads a file of JSON. Every error begins with the file's name.
pub fn read<A>(file: &Path, parse: impl FnOnce(&Value) -> Result<A, String>) -> Result<A, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("could not read `{}`: {error}", file.display()))?;
    let json = serde_json::from_str(&text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let at = text.lines().nth(line.saturating_sub(1)).and_then(|line| line.get(column.saturating_sub(1)..));
        // JSON has no words for them, but Python writes them.
        let word = ["NaN", "Infinity"].into_iter().find(|word| at.is_some_and(|at| at.starts_with(word)));
        let file = file.display();
        word.map_or_else(
            || format!("`{file}` is no JSON: {error}"),
            |word| format!("`{file}`: `{word}` at line {line} column {column} is no finite number"),
        )
    })?;
    Ok(parse(&json).map_err(|what| format!("`{}`: {what}", file.display()))?)
}

/// What stands behind a name.
pub fn member<'j>(json: &'j Value, name: &str) -> Result<&'j Value, String> {
    json.get(name).ok_or_else(|| format!("there is no `{name}`"))
}

/// A whole number behind a name.
pub fn whole(json: &Value, name: &str) -> Result<u64, String> {
    let value = member(json, name)?;
    value.as_u64().ok_or_else(|| format!("`{name}` is {}, and no whole number", short(value)))
}

/// As many finite numbers as there must be; `name` tells of what.
pub fn numbers(json: &Value, name: &str, count: usize) -> Result<Vec<f32>, String> {
    let list = json.as_array().ok_or_else(|| format!("{name} is {}, and no list", short(json)))?;
    if list.len() != count {
        return Err(format!("{name} has {} values where there must be {count}", list.len()));
    }
    #[expect(clippy::cast_possible_truncation, reason = "what the network computes in")]
    let number = |(place, value): (usize, &Value)| match value.as_f64().map(|value| value as f32) {
        Some(number) if number.is_finite() => Ok(number),
        _ => Err(format!("{name}: value {place}, counted from 0, is {}, and no finite number", short(value))),
    };
    list.iter().enumerate().map(number).collect()
}

/// A matrix that is written as the list of its rows.
pub fn matrix<const ROWS: usize, const COLUMNS: usize>(
    json: &Value,
    name: &str,
) -> Result<SMatrix<f32, ROWS, COLUMNS>, String> {
    let list = json.as_array().ok_or_else(|| format!("{name} is {}, and no list", short(json)))?;
    if list.len() != ROWS {
        return Err(format!("{name} has {} rows where there must be {ROWS}", list.len()));
    }
    let row = |(i, row)| numbers(row, &format!("{name}, row {i}"), COLUMNS);
    let rows = list.iter().enumerate().map(row).collect::<Result<Vec<_>, _>>()?;
    Ok(SMatrix::from_row_slice(&rows.concat()))
}

/// A value as a message shows it.
fn short(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("a list of {}", list.len()),
        Value::Object(_) => "an object".to_owned(),
        value => format!("`{value}`"),
    }
}

#[cfg(test)]
pub mod testing {
    use static_nn::network;

    network! {
        /// The network of the example, for a few steps.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Small {
            input: [4, 1],
            lstm: Lstm(8),
            out: Dense(1),
        }
    }

    /// Rounding, of numbers up to 2 that went through hundreds of steps.
    pub const TOLERANCE: f64 = 2e-5;

    /// An LSTM as books have it, one value after the other: `weight` tells that from an input (0) or a unit (1, ..) to a gate.
    pub struct Loops<W: Fn(usize, usize) -> f64, B: Fn(usize) -> f64> {
        pub weight: W,
        pub bias: B,
        pub hidden: Vec<f64>,
        pub cell: Vec<f64>,
        pub head: Vec<f64>,
        pub head_bias: f64,
    }

    impl<W: Fn(usize, usize) -> f64, B: Fn(usize) -> f64> Loops<W, B> {
        pub fn step(&mut self, x: f64) -> f64 {
            let units = self.hidden.len();
            let gate = |gate: usize| {
                let mut sum = (self.bias)(gate) + (self.weight)(gate, 0) * x;
                for unit in 0..units {
                    sum += (self.weight)(gate, 1 + unit) * self.hidden[unit];
                }
                sum
            };
            let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
            let gates: Vec<f64> = (0..4 * units).map(gate).collect();
            let mut y = self.head_bias;
            for unit in 0..units {
                let [i, f, g, o] = [0, 1, 2, 3].map(|kind| gates[kind * units + unit]);
                self.cell[unit] = sigmoid(f) * self.cell[unit] + sigmoid(i) * g.tanh();
                self.hidden[unit] = sigmoid(o) * self.cell[unit].tanh();
                y += self.head[unit] * self.hidden[unit];
            }
            y
        }
    }

    /// A sound with something of everything in it.
    pub fn sound() -> impl Iterator<Item = f32> {
        (0..600).map(|i| 0.7 * (0.03 * i as f32).sin() + 0.3 * (0.5 * i as f32).sin())
    }

    /// A file of this text, which is removed again; what the reader says of it begins with its name.
    pub fn refusal<A: std::fmt::Debug>(
        name: &str,
        text: &str,
        read: impl Fn(&std::path::Path) -> Result<A, Box<dyn std::error::Error>>,
    ) -> String {
        let file = std::env::temp_dir().join(format!("{}-{name}", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let refused = read(&file);
        std::fs::remove_file(&file).unwrap();
        let message = refused.unwrap_err().to_string();
        let said = message.strip_prefix(&format!("`{}`", file.display()));
        said.unwrap_or_else(|| panic!("{message}")).trim_start_matches([':', ' ']).to_owned()
    }
}
