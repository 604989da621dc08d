//! Files of `RTNeural` (<https://github.com/jatinchowdhury18/RTNeural>): an LSTM and the sum that is heard, in one of two forms.
//!
//! ```text
//! as Keras has it:    { "in_shape": [null, null, 1], "layers": [
//!                         { "type": "lstm", "activation": "tanh", "shape": [null, null, h], "weights": [
//!                             1 row of 4 h weights of the input, h rows of 4 h weights of the hidden state, 4 h biases ] },
//!                         { "type": "dense", "activation": "", "shape": [null, null, 1], "weights": [
//!                             h rows of 1 weight, 1 bias ] } ] }
//! as PyTorch has it:  { "lstm.weight_ih_l0": 4 h rows of 1, "lstm.weight_hh_l0": 4 h rows of h,
//!                       "lstm.bias_ih_l0": 4 h, "lstm.bias_hh_l0": 4 h, "dense.weight": 1 row of h, "dense.bias": 1 }
//! ```
//!
//! The gates come in the order i f g o in both (`RTNeural/model_loader.h` and `RTNeural/torch_helpers.h` read them). The names before the dots are
//! up to whoever trained it; `Automated-GuitarAmpModelling` writes `rec` and `lin`, and puts all tensors into a `state_dict`. Some files ask a
//! player for more than the network: a gain, or to add the input to what is heard (`in_skip`, `skip`). Those are refused.

use std::error::Error;
use std::path::Path;

use nalgebra::SVector;
use serde_json::{Map, Value, json};

use super::amp::{self, Amp};

/// The amplifier in a file.
pub fn read<const HIDDEN: usize, const GATES: usize>(file: &Path) -> Result<Amp<HIDDEN, GATES>, Box<dyn Error>> {
    amp::read(file, parse)
}

/// The amplifier that a file holds.
pub fn parse<const HIDDEN: usize, const GATES: usize>(json: &Value) -> Result<Amp<HIDDEN, GATES>, String> {
    for (place, name) in [(json, "in_skip"), (json, "in_gain"), (json, "out_gain"), (&json["model_data"], "skip")] {
        if place.get(name).is_some_and(|value| value.as_f64() != Some(0.0)) {
            return Err(format!(
                "`{name}` is {}, but nothing is done around the network: only 0 can be read",
                place[name]
            ));
        }
    }
    match (json.get("layers"), json.get("state_dict").unwrap_or(json)) {
        (Some(layers), _) => of_layers(layers),
        (None, Value::Object(tensors)) => of_tensors(tensors),
        _ => Err("there are neither `layers` nor tensors such as `lstm.weight_ih_l0`".to_owned()),
    }
}

/// The form of Keras.
fn of_layers<const HIDDEN: usize, const GATES: usize>(layers: &Value) -> Result<Amp<HIDDEN, GATES>, String> {
    let layers = layers.as_array().map_or(&[][..], Vec::as_slice);
    let kinds: Vec<&str> = layers.iter().map(|layer| layer["type"].as_str().unwrap_or("no type")).collect();
    let ([lstm, dense], ["lstm", "dense" | "time-distributed-dense"]) = (layers, &kinds[..]) else {
        return Err(format!("its layers are {kinds:?}, and only [\"lstm\", \"dense\"] can be read"));
    };
    for (layer, kind, permitted) in [(lstm, "lstm", ["", "tanh"]), (dense, "dense", ["", "linear"])] {
        let activation = layer["activation"].as_str().unwrap_or("");
        if !permitted.contains(&activation) {
            return Err(format!(
                "the activation of `{kind}` is `{activation}`, and only `{}` can be read",
                permitted[1]
            ));
        }
    }
    let units = lstm["shape"].as_array().and_then(|shape| shape.last()).and_then(Value::as_u64);
    let inputs = lstm["weights"][0].as_array().map_or(0, Vec::len);
    Amp::<HIDDEN, GATES>::check_size(
        units.ok_or("the `shape` of `lstm` does not end in its units")?,
        inputs as u64,
        1,
    )?;
    let part = |layer: &'_ Value, i| layer["weights"].get(i).cloned().unwrap_or_default();
    Ok(Amp {
        weight_ih: amp::matrix::<1, GATES>(&part(lstm, 0), "the kernel of `lstm`")?.transpose(),
        weight_hh: amp::matrix::<HIDDEN, GATES>(&part(lstm, 1), "the recurrent kernel of `lstm`")?.transpose(),
        bias: SVector::from_vec(amp::numbers(&part(lstm, 2), "the bias of `lstm`", GATES)?),
        hidden: [0.0; HIDDEN],
        cell: [0.0; HIDDEN],
        head_weight: amp::matrix::<HIDDEN, 1>(&part(dense, 0), "the kernel of `dense`")?.transpose(),
        head_bias: amp::numbers(&part(dense, 1), "the bias of `dense`", 1)?[0],
        sample_rate: None,
    })
}

/// The form of PyTorch.
fn of_tensors<const HIDDEN: usize, const GATES: usize>(
    tensors: &Map<String, Value>,
) -> Result<Amp<HIDDEN, GATES>, String> {
    let ends = |end: &str| {
        let mut found = tensors.keys().filter_map(|name| name.strip_suffix(end));
        match (found.next(), found.next()) {
            (Some(name), None) => Ok(name),
            (None, _) => Err(format!("there is no tensor whose name ends in `{end}`")),
            _ => Err(format!("there are several tensors whose names end in `{end}`")),
        }
    };
    let (lstm, dense) = (ends("weight_ih_l0")?, ends(".weight")?);
    let tensor = |layer: &str, name: &str| -> Result<(&Value, String), String> {
        let name = format!("{layer}{name}");
        Ok((tensors.get(&name).ok_or_else(|| format!("there is no `{name}`"))?, format!("`{name}`")))
    };
    let layers = tensors.keys().filter(|name| name.starts_with(&format!("{lstm}weight_hh_l"))).count();
    let ((ih, ih_name), (hh, hh_name)) = (tensor(lstm, "weight_ih_l0")?, tensor(lstm, "weight_hh_l0")?);
    let [rows, units, inputs] = [hh, &hh[0], &ih[0]].map(|list| list.as_array().map_or(0, Vec::len));
    if rows != 4 * units {
        return Err(format!("{hh_name} has {rows} rows for {units} units, and an LSTM has 4 for each"));
    }
    Amp::<HIDDEN, GATES>::check_size(units as u64, inputs as u64, layers as u64)?;
    let bias = |name| -> Result<SVector<f32, GATES>, String> {
        let (value, name) = tensor(lstm, name)?;
        Ok(SVector::from_vec(amp::numbers(value, &name, GATES)?))
    };
    let ((weight, weight_name), (head, head_name)) = (tensor(dense, ".weight")?, tensor(dense, ".bias")?);
    Ok(Amp {
        weight_ih: amp::matrix(ih, &ih_name)?,
        weight_hh: amp::matrix(hh, &hh_name)?,
        bias: bias("bias_ih_l0")? + bias("bias_hh_l0")?,
        hidden: [0.0; HIDDEN],
        cell: [0.0; HIDDEN],
        head_weight: amp::matrix(weight, &weight_name)?,
        head_bias: amp::numbers(head, &head_name, 1)?[0],
        sample_rate: None,
    })
}

/// The text of a file with this amplifier in it, as Keras has it. What it remembers before the first step has no place there.
pub fn text<const HIDDEN: usize, const GATES: usize>(amp: &Amp<HIDDEN, GATES>) -> String {
    let lstm: Vec<Vec<f32>> = amp.weight_hh.column_iter().map(|column| column.iter().copied().collect()).collect();
    let dense: Vec<[f32; 1]> = amp.head_weight.iter().map(|weight| [*weight]).collect();
    let json = json!({
        "in_shape": [null, null, 1],
        "layers": [
            {
                "type": "lstm",
                "activation": "tanh",
                "shape": [null, null, HIDDEN],
                "weights": [[amp.weight_ih.as_slice()], lstm, amp.bias.as_slice()],
            },
            { "type": "dense", "activation": "", "shape": [null, null, 1], "weights": [dense, [amp.head_bias]] },
        ],
    });
    format!("{json}\n")
}

#[cfg(test)]
mod tests {
    use static_nn::Parameters as _;

    use super::*;
    use crate::support::amp::testing::{Loops, Small, TOLERANCE, refusal, sound};

    const TEXT: &str = include_str!("../data/amplifier.json");

    fn of(json: &Value) -> Result<Amp<8, 32>, String> {
        parse(json)
    }

    fn keras() -> Value {
        serde_json::from_str(TEXT).unwrap()
    }

    /// The same network as PyTorch has it, with other weights in each bias.
    fn torch() -> Value {
        let turned = |rows: &Value| -> Vec<Vec<Value>> {
            let columns = rows[0].as_array().unwrap().len();
            (0..columns).map(|i| rows.as_array().unwrap().iter().map(|row| row[i].clone()).collect()).collect()
        };
        let json = keras();
        let [lstm, dense] = [0, 1].map(|i| json["layers"][i]["weights"].clone());
        let ones: Vec<f64> = lstm[2].as_array().unwrap().iter().map(|bias| bias.as_f64().unwrap() - 1.0).collect();
        json!({
            "lstm.weight_ih_l0": turned(&lstm[0]),
            "lstm.weight_hh_l0": turned(&lstm[1]),
            "lstm.bias_ih_l0": vec![1.0; 32],
            "lstm.bias_hh_l0": ones,
            "dense.weight": turned(&dense[0]),
            "dense.bias": dense[1],
        })
    }

    #[test]
    fn both_forms_answer_as_loops_over_their_weights() {
        let json = keras();
        let number = |value: &Value| value.as_f64().unwrap();
        let [lstm, dense] = [0, 1].map(|i| &json["layers"][i]["weights"]);
        for amp in [of(&json).unwrap(), of(&torch()).unwrap(), of(&json!({ "state_dict": torch() })).unwrap()] {
            let mut loops = Loops {
                weight: |gate, place| match place {
                    0 => number(&lstm[0][0][gate]),
                    unit => number(&lstm[1][unit - 1][gate]),
                },
                bias: |gate| number(&lstm[2][gate]),
                hidden: vec![0.0; 8],
                cell: vec![0.0; 8],
                head: (0..8).map(|unit| number(&dense[0][unit][0])).collect(),
                head_bias: number(&dense[1][0]),
            };
            let (mut net, mut state) = (Small::zeroed(), Small::<f32>::state());
            amp.put(&mut net.lstm, &mut net.out);
            assert_eq!((state.0.0, state.0.1), (amp.hidden, amp.cell));
            for x in sound() {
                let (y, wanted) = (f64::from(net.step(&mut state, &[x])[0]), loops.step(x.into()));
                assert!((y - wanted).abs() < TOLERANCE, "{y} {wanted}");
            }
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let amp = of(&keras()).unwrap();
        assert_eq!(of(&serde_json::from_str(&text(&amp)).unwrap()).unwrap(), amp);
        let (mut net, mut other) = (Small::new(1), Small::new(2));
        let amp = Amp::of(&net.lstm, &net.out);
        of(&serde_json::from_str(&text(&amp)).unwrap()).unwrap().put(&mut other.lstm, &mut other.out);
        // The sum of both biases is in the first one now.
        net.lstm.bias_ih += net.lstm.bias_hh;
        net.lstm.bias_hh.fill(0.0);
        assert_eq!(other, net);
    }

    #[test]
    fn another_network_is_refused() {
        let with = |change: &dyn Fn(&mut Value)| {
            let mut json = keras();
            change(&mut json);
            of(&json).unwrap_err()
        };
        assert_eq!(
            with(&|json| json["layers"][0]["type"] = "gru".into()),
            r#"its layers are ["gru", "dense"], and only ["lstm", "dense"] can be read"#
        );
        assert_eq!(
            with(&|json| drop(json["layers"].as_array_mut().unwrap().pop())),
            r#"its layers are ["lstm"], and only ["lstm", "dense"] can be read"#
        );
        assert_eq!(
            with(&|json| json["layers"][0]["shape"][2] = 20.into()),
            "the file's LSTM has 20 units, that of the network 8: it fits where `Lstm(20)` is declared"
        );
        assert_eq!(
            with(&|json| json["layers"][1]["activation"] = "tanh".into()),
            "the activation of `dense` is `tanh`, and only `linear` can be read"
        );
        assert_eq!(
            with(&|json| json["in_skip"] = 1.into()),
            "`in_skip` is 1, but nothing is done around the network: only 0 can be read"
        );
        assert_eq!(of(&json!([])).unwrap_err(), "there are neither `layers` nor tensors such as `lstm.weight_ih_l0`");
        assert_eq!(of(&json!({})).unwrap_err(), "there is no tensor whose name ends in `weight_ih_l0`");
    }

    #[test]
    fn broken_weights_are_refused() {
        let with = |change: &dyn Fn(&mut Value)| {
            let mut json = keras();
            change(&mut json["layers"][0]["weights"]);
            of(&json).unwrap_err()
        };
        assert_eq!(
            with(&|weights| drop(weights[1].as_array_mut().unwrap().pop())),
            "the recurrent kernel of `lstm` has 7 rows where there must be 8"
        );
        assert_eq!(
            with(&|weights| drop(weights[1][3].as_array_mut().unwrap().pop())),
            "the recurrent kernel of `lstm`, row 3 has 31 values where there must be 32"
        );
        assert_eq!(
            with(&|weights| weights[2][5] = "NaN".into()),
            "the bias of `lstm`: value 5, counted from 0, is `\"NaN\"`, and no finite number"
        );
        assert_eq!(with(&|weights| weights[2] = 0.into()), "the bias of `lstm` is `0`, and no list");
        assert_eq!(
            with(&|weights| drop(weights.as_array_mut().unwrap().pop())),
            "the bias of `lstm` is `null`, and no list"
        );
    }

    #[test]
    fn broken_tensors_are_refused() {
        let with = |change: &dyn Fn(&mut Map<String, Value>)| {
            let mut json = torch();
            change(json.as_object_mut().unwrap());
            of(&json).unwrap_err()
        };
        assert_eq!(with(&|tensors| drop(tensors.remove("lstm.bias_hh_l0"))), "there is no `lstm.bias_hh_l0`");
        assert_eq!(
            with(&|tensors| drop(tensors.insert("lstm.weight_hh_l1".to_owned(), json!([])))),
            "the file has 2 recurrent layers, the network 1"
        );
        assert_eq!(
            with(&|tensors| drop(tensors.insert("more.weight".to_owned(), json!([])))),
            "there are several tensors whose names end in `.weight`"
        );
        assert_eq!(
            with(&|tensors| drop(tensors["lstm.weight_ih_l0"].as_array_mut().unwrap().pop())),
            "`lstm.weight_ih_l0` has 31 rows where there must be 32"
        );
        assert_eq!(
            with(&|tensors| drop(tensors["dense.weight"][0].as_array_mut().unwrap().pop())),
            "`dense.weight`, row 0 has 7 values where there must be 8"
        );
        // Three gates are those of a GRU.
        assert_eq!(
            with(&|tensors| tensors["lstm.weight_hh_l0"].as_array_mut().unwrap().truncate(24)),
            "`lstm.weight_hh_l0` has 24 rows for 8 units, and an LSTM has 4 for each"
        );
        assert_eq!(
            of(&json!({ "model_data": { "skip": 1 }, "state_dict": torch() })).unwrap_err(),
            "`skip` is 1, but nothing is done around the network: only 0 can be read"
        );
    }

    #[test]
    fn a_message_names_the_file() {
        let whole = |file: &Path| read::<8, 32>(file);
        let endless = TEXT.replacen(
            "[[",
            "[[
-Infinity,",
            1,
        );
        let said = refusal("endless.json", &endless, whole);
        assert_eq!(said, "`Infinity` at line 2 column 2 is no finite number");
        assert!(
            refusal("word.json", "{ x }", whole).starts_with("is no JSON: key must be a string at line 1 column 3")
        );
    }
}
