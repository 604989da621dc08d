//! nam-rs, which plays models of amplifiers: inference only, in one's own buffer.

use benches::Contender;
use nam_rs::{Model, NamModel};
use serde_json::json;

use crate::net::Forward;
use crate::sequences::{RecurrentNet, stream};

/// An LSTM on one feature and a dense layer.
pub fn recurrent(net: &RecurrentNet) -> Forward {
    let RecurrentNet { units, of_input, of_units, out, frames, at_once, .. } = net;
    // A row for each gate: from the feature, then from the units.
    let of_units_by_gate = of_units.by_outputs();
    let rows = of_input.weight.iter().zip(of_units_by_gate.chunks_exact(*units));
    let mut weights: Vec<f32> = rows.flat_map(|(first, rest)| [first].into_iter().chain(rest)).copied().collect();
    weights.extend(of_input.bias.iter().zip(&of_units.bias).map(|(a, b)| a + b));
    weights.extend(vec![0.0; 2 * units]);
    weights.extend(out.weight.iter().chain(&out.bias));
    let config = json!({ "input_size": 1, "hidden_size": units, "num_layers": 1 });
    let file = json!({ "version": "0.5.4", "architecture": "LSTM", "config": config, "weights": weights });
    let model = NamModel::from_json_str(&file.to_string()).and_then(|model| Model::from_nam(&model));
    let mut model = model.expect("a model");
    let (answers, go_on) = stream(frames, *at_once, move |x, y| {
        y.copy_from_slice(x);
        model.process_buffer(y);
    });
    Forward { answers, contender: Contender::new("nam-rs", go_on) }
}
