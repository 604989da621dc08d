//! Files of Neural Amp Modeler (`.nam`, <https://www.neuralampmodeler.com>), whose architecture is an LSTM of one layer.
//!
//! ```text
//! { "version": "0.5.4", "architecture": "LSTM", "sample_rate": 48000,
//!   "config": { "input_size": 1, "hidden_size": h, "num_layers": 1 },
//!   "weights": [ one flat list:
//!       4 h rows of 1 + h weights, those of the input before those of the hidden state, gates in the order i f g o,
//!       4 h biases,
//!       h values of the hidden state before the first step, h of the memory,
//!       h weights of the sum that is heard, and its bias ] }
//! ```
//!
//! So `nam/models/recurrent.py` of the trainer writes it, and `NAM/lstm.cpp` of `NeuralAmpModelerCore` reads it.

use std::error::Error;
use std::path::Path;

use nalgebra::{SMatrix, SVector};
use serde_json::{Value, json};

use super::amp::{self, Amp};

/// The amplifier in a file.
pub fn read<const HIDDEN: usize, const GATES: usize>(file: &Path) -> Result<Amp<HIDDEN, GATES>, Box<dyn Error>> {
    amp::read(file, parse)
}

/// The amplifier that a file holds.
pub fn parse<const HIDDEN: usize, const GATES: usize>(json: &Value) -> Result<Amp<HIDDEN, GATES>, String> {
    match amp::member(json, "architecture")?.as_str() {
        Some("LSTM") => {}
        other => {
            let other = other.unwrap_or("no name");
            return Err(format!("its architecture is `{other}`, and only `LSTM` can be read"));
        }
    }
    let config = amp::member(json, "config")?;
    let [units, inputs, layers] = ["hidden_size", "input_size", "num_layers"].map(|name| amp::whole(config, name));
    Amp::<HIDDEN, GATES>::check_size(units?, inputs?, layers?)?;
    for channels in ["in_channels", "out_channels"] {
        if config.get(channels).is_some_and(|count| count.as_u64() != Some(1)) {
            return Err(format!("`{channels}` is {}, and only one channel can be read", config[channels]));
        }
    }
    let sample_rate = match json.get("sample_rate") {
        None | Some(Value::Null) => None,
        Some(rate) => Some(rate.as_f64().ok_or_else(|| format!("`sample_rate` is {rate}, and no number"))?),
    };

    let count = GATES * (1 + HIDDEN) + GATES + 2 * HIDDEN + HIDDEN + 1;
    let weights = amp::numbers(amp::member(json, "weights")?, "`weights`", count)?;
    let mut rest = weights.as_slice();
    let mut take = |count| rest.split_off(..count).expect("as many as were counted");
    let rows = take(GATES * (1 + HIDDEN));
    Ok(Amp {
        weight_ih: SMatrix::from_fn(|gate, _| rows[gate * (1 + HIDDEN)]),
        weight_hh: SMatrix::from_fn(|gate, unit| rows[gate * (1 + HIDDEN) + 1 + unit]),
        bias: SVector::from_column_slice(take(GATES)),
        hidden: std::array::from_fn::<_, HIDDEN, _>(|_| take(1)[0]),
        cell: std::array::from_fn::<_, HIDDEN, _>(|_| take(1)[0]),
        head_weight: SMatrix::from_row_slice(take(HIDDEN)),
        head_bias: take(1)[0],
        sample_rate,
    })
}

/// The text of a file with this amplifier in it.
pub fn text<const HIDDEN: usize, const GATES: usize>(amp: &Amp<HIDDEN, GATES>) -> String {
    let mut weights = Vec::new();
    for gate in 0..GATES {
        weights.push(amp.weight_ih[gate]);
        weights.extend(amp.weight_hh.row(gate).iter());
    }
    weights.extend(amp.bias.iter().chain(&amp.hidden).chain(&amp.cell).chain(&amp.head_weight).chain([&amp.head_bias]));
    let json = json!({
        "version": "0.5.4",
        "architecture": "LSTM",
        "config": { "input_size": 1, "hidden_size": HIDDEN, "num_layers": 1 },
        "weights": weights,
        "sample_rate": amp.sample_rate,
    });
    format!("{json}\n")
}

#[cfg(test)]
mod tests {
    use static_nn::Parameters as _;

    use super::*;
    use crate::support::amp::testing::{Loops, Small, TOLERANCE, refusal, sound};

    const TEXT: &str = include_str!("../data/amplifier.nam");

    fn of(json: &Value) -> Result<Amp<8, 32>, String> {
        parse(json)
    }

    #[test]
    fn a_file_answers_as_loops_over_its_weights() {
        let json: Value = serde_json::from_str(TEXT).unwrap();
        let weights: Vec<f64> = json["weights"].as_array().unwrap().iter().map(|w| w.as_f64().unwrap()).collect();
        assert_eq!(weights.len(), 32 * 9 + 32 + 8 + 8 + 8 + 1);
        let mut loops = Loops {
            weight: |gate, place| weights[9 * gate + place],
            bias: |gate| weights[288 + gate],
            hidden: weights[320..328].to_vec(),
            cell: weights[328..336].to_vec(),
            head: weights[336..344].to_vec(),
            head_bias: weights[344],
        };
        assert!(weights[320..336].iter().all(|value| *value != 0.0), "the file begins with a memory");

        let amp = of(&json).unwrap();
        let (mut net, mut state) = (Small::zeroed(), Small::<f32>::state());
        amp.put(&mut net.lstm, &mut net.out);
        (state.0.0, state.0.1) = (amp.hidden, amp.cell);
        let mut loudest: f64 = 0.0;
        for x in sound() {
            let (y, wanted) = (f64::from(net.step(&mut state, &[x])[0]), loops.step(x.into()));
            assert!((y - wanted).abs() < TOLERANCE, "{y} {wanted}");
            loudest = loudest.max(wanted.abs());
        }
        assert!(loudest > 0.5, "{loudest}");
        assert_eq!(amp.sample_rate, Some(48_000.0));
    }

    #[test]
    fn what_is_written_is_read() {
        let amp = of(&serde_json::from_str(TEXT).unwrap()).unwrap();
        assert_eq!(of(&serde_json::from_str(&text(&amp)).unwrap()).unwrap(), amp);
        let silent = Amp { sample_rate: None, ..amp };
        assert_eq!(of(&serde_json::from_str(&text(&silent)).unwrap()).unwrap(), silent);
    }

    #[test]
    fn another_network_is_refused() {
        let json: Value = serde_json::from_str(TEXT).unwrap();
        let with = |change: &dyn Fn(&mut Value)| {
            let mut json = json.clone();
            change(&mut json);
            of(&json).unwrap_err()
        };
        assert_eq!(
            with(&|json| json["architecture"] = "WaveNet".into()),
            "its architecture is `WaveNet`, and only `LSTM` can be read"
        );
        assert_eq!(
            with(&|json| json["config"]["hidden_size"] = 16.into()),
            "the file's LSTM has 16 units, that of the network 8: it fits where `Lstm(16)` is declared"
        );
        assert_eq!(
            with(&|json| json["config"]["num_layers"] = 2.into()),
            "the file has 2 recurrent layers, the network 1"
        );
        assert_eq!(
            with(&|json| json["config"]["input_size"] = 3.into()),
            "the file's LSTM takes 3 inputs, that of the network 1"
        );
        assert_eq!(
            with(&|json| json["config"]["out_channels"] = 2.into()),
            "`out_channels` is 2, and only one channel can be read"
        );
        assert_eq!(
            with(&|json| json["config"]["hidden_size"] = 8.5.into()),
            "`hidden_size` is `8.5`, and no whole number"
        );
        assert_eq!(with(&|json| json["config"] = Value::Null), "there is no `hidden_size`");
    }

    #[test]
    fn broken_weights_are_refused() {
        let json: Value = serde_json::from_str(TEXT).unwrap();
        let with = |change: &dyn Fn(&mut Vec<Value>)| {
            let mut json = json.clone();
            change(json["weights"].as_array_mut().unwrap());
            of(&json).unwrap_err()
        };
        assert_eq!(with(&|list| drop(list.pop())), "`weights` has 344 values where there must be 345");
        assert_eq!(with(&|list| list.push(0.into())), "`weights` has 346 values where there must be 345");
        assert_eq!(
            with(&|list| list[17] = Value::Null),
            "`weights`: value 17, counted from 0, is `null`, and no finite number"
        );
        assert_eq!(
            with(&|list| list[0] = 1e39.into()),
            "`weights`: value 0, counted from 0, is `1e+39`, and no finite number"
        );
        assert_eq!(
            with(&|list| list[344] = "0.5".into()),
            "`weights`: value 344, counted from 0, is `\"0.5\"`, and no finite number"
        );
    }

    #[test]
    fn a_message_names_the_file() {
        let whole = |file: &Path| read::<8, 32>(file);
        assert_eq!(refusal("empty.nam", "{}", whole), "there is no `architecture`");
        // Python writes NaN so, for which JSON has no word.
        let nan = TEXT.replacen("\"weights\":[", "\"weights\":[NaN,", 1);
        let column = nan.find("NaN").unwrap() + 1;
        assert_eq!(refusal("nan.nam", &nan, whole), format!("`NaN` at line 1 column {column} is no finite number"));
        let cut = TEXT.rfind(',').unwrap();
        let said = refusal("cut.nam", &TEXT[..cut], whole);
        assert_eq!(said, format!("is no JSON: EOF while parsing a list at line 1 column {cut}"));
        let missing = read::<8, 32>(Path::new("no such file.nam")).unwrap_err().to_string();
        assert!(missing.starts_with("could not read `no such file.nam`: "), "{missing}");
    }
}
